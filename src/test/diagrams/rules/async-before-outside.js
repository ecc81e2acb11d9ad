const { isAny } = require('bpmnlint-utils');

/**
 * A step that calls code starts in its own transaction: what came before stays saved, and a
 * retry repeats this step alone.
 */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'])
        && !node.get('camunda:asyncBefore')) {
      reporter.report(node.id, 'Step that calls code is not asynchronous before');
    }
  }
});
