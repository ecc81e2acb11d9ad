const { is } = require('bpmnlint-utils');

/** A process owner reads in the diagram what a step does, what makes it fail and what happens then. */
module.exports = () => ({
  check(node, reporter) {
    const documented = (node.documentation ?? []).some(({ text }) => text?.trim());

    if (is(node, 'bpmn:Activity') && !documented) {
      reporter.report(node.id, 'Step has no documentation');
    }
  }
});
