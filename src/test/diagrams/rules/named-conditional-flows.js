const { is, isAny } = require('bpmnlint-utils');

/** Every way out of a decision says in words when it is taken, the default included. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:SequenceFlow') || node.name?.trim()) {
      return;
    }
    const { sourceRef } = node;
    const leavesDecision = isAny(sourceRef, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'])
      && sourceRef.outgoing.length > 1;

    if (node.conditionExpression || leavesDecision) {
      reporter.report(node.id, 'Flow out of a decision has no name');
    }
  }
});
