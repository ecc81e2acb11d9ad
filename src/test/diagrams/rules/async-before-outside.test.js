const { test } = require('node:test');
const assert = require('node:assert');
const verify = require('./verify');
const rule = require('./async-before-outside');

test('a service task that is asynchronous before is fine', async () => {
  assert.deepStrictEqual(await verify(rule, '<bpmn:serviceTask id="good" camunda:asyncBefore="true" />'), []);
});

test('a service task or business rule task in the transaction of its predecessor is reported', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:serviceTask id="bad_service" camunda:asyncAfter="true" />
    <bpmn:businessRuleTask id="bad_rule" />`), ['bad_service', 'bad_rule']);
});

const started = (bean, source = 'start') => `
  <bpmn:startEvent id="start" />
  <bpmn:userTask id="review" />
  <bpmn:serviceTask id="step" camunda:delegateExpression="\${${bean}}"><bpmn:incoming>flow</bpmn:incoming></bpmn:serviceTask>
  <bpmn:sequenceFlow id="flow" sourceRef="${source}" targetRef="step" />`;

test('a first step that only writes CRM data may run while the person who starts the process waits', async () => {
  assert.deepStrictEqual(await verify(rule, started('createClientDelegate')), []);
});

test('the same step later on, or another first step, is reported', async () => {
  assert.deepStrictEqual(await verify(rule, started('createClientDelegate', 'review')), ['step']);
  assert.deepStrictEqual(await verify(rule, started('sendAnswerDelegate')), ['step']);
  assert.deepStrictEqual(await verify(rule, '<bpmn:serviceTask id="step" camunda:delegateExpression="${createClientDelegate}" />'),
    ['step']);
});
