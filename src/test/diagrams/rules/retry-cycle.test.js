const { test } = require('node:test');
const assert = require('node:assert');
const verify = require('./verify');
const rule = require('./retry-cycle');

const cycle = (text) => `<bpmn:extensionElements>
  <camunda:failedJobRetryTimeCycle>${text}</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>`;

test('an asynchronous step with a cycle and a synchronous one without are fine', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:serviceTask id="good" camunda:asyncBefore="true">${cycle('PT5S,PT1M')}</bpmn:serviceTask>
    <bpmn:userTask id="good_too" />`), []);
});

test('an asynchronous step without a cycle, or with an empty one, is reported', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:serviceTask id="bad_before" camunda:asyncBefore="true" />
    <bpmn:userTask id="bad_after" camunda:asyncAfter="true" />
    <bpmn:serviceTask id="bad_empty" camunda:asyncBefore="true">${cycle(' ')}</bpmn:serviceTask>`),
  ['bad_before', 'bad_after', 'bad_empty']);
});
