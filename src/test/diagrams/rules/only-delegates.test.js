const { test } = require('node:test');
const assert = require('node:assert');
const verify = require('./verify');
const rule = require('./only-delegates');

const withExtension = (id, extension) => `
  <bpmn:userTask id="${id}"><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:userTask>`;

test('delegates, decisions and listeners of ours are fine', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:serviceTask id="good" camunda:delegateExpression="\${draftPrdDelegate}" />
    <bpmn:businessRuleTask id="good_rule" camunda:decisionRef="routing" />
    ${withExtension('good_listener', '<camunda:taskListener delegateExpression="${doneListener}" event="complete" />')}`),
  []);
});

test('everything else that could run code is reported', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:serviceTask id="bad_nothing" />
    <bpmn:serviceTask id="bad_class" camunda:class="java.lang.Runtime" />
    <bpmn:serviceTask id="bad_expression" camunda:expression="\${runtime.exec('x')}" />
    <bpmn:serviceTask id="bad_external" camunda:type="external" camunda:topic="t" />
    <bpmn:serviceTask id="bad_free" camunda:delegateExpression="\${a.b().cDelegate}" />
    <bpmn:serviceTask id="bad_both" camunda:delegateExpression="\${xDelegate}" camunda:class="java.lang.Runtime" />
    <bpmn:scriptTask id="bad_script" scriptFormat="groovy" />
    ${withExtension('bad_listener', '<camunda:taskListener class="java.lang.Runtime" event="create" />')}
    ${withExtension('bad_script_listener', `<camunda:executionListener event="start">
        <camunda:script scriptFormat="groovy">x</camunda:script></camunda:executionListener>`)}
    ${withExtension('bad_mapping', '<camunda:inputOutput />')}`),
  ['bad_nothing', 'bad_class', 'bad_expression', 'bad_external', 'bad_free', 'bad_both', 'bad_script',
    'bad_listener', 'bad_script_listener', 'bad_mapping']);
});
