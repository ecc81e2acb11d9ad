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
