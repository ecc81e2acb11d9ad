const { is } = require('bpmnlint-utils');
const extensions = require('./extensions');

/** Where a job can fail, the diagram says how often and when it is tried again. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:FlowNode')) {
      return;
    }
    const isAsync = node.get('camunda:asyncBefore') || node.get('camunda:asyncAfter');
    const cycles = extensions(node, 'camunda:FailedJobRetryTimeCycle').filter((cycle) => cycle.body?.trim());

    if (isAsync && cycles.length === 0) {
      reporter.report(node.id, 'Asynchronous step has no retry time cycle');
    }
  }
});
