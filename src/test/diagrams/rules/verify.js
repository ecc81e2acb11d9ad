const { BpmnModdle } = require('bpmn-moddle');
const Linter = require('bpmnlint/lib/linter');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');

/** Lints a process made of the given elements with one rule; returns the ids it reports. */
module.exports = async function verify(rule, elements, config = {}) {
  const { rootElement, warnings } = await new BpmnModdle({ camunda }).fromXML(`
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="test">
      <bpmn:process id="process">${elements}</bpmn:process>
    </bpmn:definitions>`);

  if (warnings.length > 0) {
    throw new Error(warnings[0].message);
  }
  const linter = new Linter({ resolver: { resolveRule: () => rule } });
  const results = await linter.lint(rootElement, { rules: { rule: ['error', config] } });

  return Object.values(results).flat().map(({ id }) => id);
};
