const { isAny } = require('bpmnlint-utils');

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Ids show up in the history, the API and the tests: they say what they are, in snake_case. */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, ['bpmn:FlowElement', 'bpmn:Process', 'bpmn:RootElement']) && !SNAKE_CASE.test(node.id)) {
      reporter.report(node.id, 'Id is generated or not snake_case');
    }
  }
});
