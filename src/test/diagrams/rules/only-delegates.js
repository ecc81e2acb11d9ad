const { is, isAny } = require('bpmnlint-utils');
const extensions = require('./extensions');

const DELEGATE = /^\$\{[a-z]\w*Delegate\}$/;
const LISTENER = /^\$\{[a-z]\w*Listener\}$/;
const FOREIGN_CODE = ['camunda:class', 'camunda:expression', 'camunda:type'];

/** A deployed diagram is running code: it may name our delegates and listeners, and nothing else. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:BaseElement')) {
      return;
    }
    const report = (message) => reporter.report(node.id, message);

    if (is(node, 'bpmn:ScriptTask')) {
      report('Script tasks are not allowed');
    }
    if (extensions(node, 'camunda:Connector').length > 0 || extensions(node, 'camunda:InputOutput').length > 0) {
      report('Connectors and input/output mappings are not allowed');
    }
    if (isAny(node, ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'])) {
      const decides = is(node, 'bpmn:BusinessRuleTask') && node.get('camunda:decisionRef');

      if (hasForeignCode(node) || !(decides || DELEGATE.test(node.get('camunda:delegateExpression')))) {
        report('Step is not bound to a ${…Delegate}');
      }
    }
    for (const type of ['camunda:ExecutionListener', 'camunda:TaskListener']) {
      for (const listener of extensions(node, type)) {
        if (hasForeignCode(listener) || listener.script || !LISTENER.test(listener.delegateExpression)) {
          report('Listener is not bound to a ${…Listener}');
        }
      }
    }
  }
});

function hasForeignCode(element) {
  return FOREIGN_CODE.some((attribute) => element.get(attribute));
}
