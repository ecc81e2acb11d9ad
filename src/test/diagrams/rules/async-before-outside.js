const { is, isAny } = require('bpmnlint-utils');

/**
 * Delegates that do no more than write our own CRM data, so that a repeated start finds what the first one wrote. Right
 * after a start event they may run in its transaction: whoever submitted the start form then sees at once what is wrong
 * with it, and no instance is left behind. Nothing is saved before them that could be lost, and nothing has left.
 */
const WRITES_ONLY_CRM_DATA = ['${createClientDelegate}'];

/**
 * A step that calls code starts in its own transaction: what came before stays saved, and a
 * retry repeats this step alone.
 */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'])
        && !node.get('camunda:asyncBefore') && !isWrittenByTheStart(node)) {
      reporter.report(node.id, 'Step that calls code is not asynchronous before');
    }
  }
});

function isWrittenByTheStart(node) {
  const incoming = node.incoming ?? [];
  return WRITES_ONLY_CRM_DATA.includes(node.get('camunda:delegateExpression'))
    && incoming.length > 0
    && incoming.every(({ sourceRef }) => is(sourceRef, 'bpmn:StartEvent'));
}
