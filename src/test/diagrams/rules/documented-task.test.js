const { test } = require('node:test');
const assert = require('node:assert');
const verify = require('./verify');
const rule = require('./documented-task');

test('a documented step is fine, and events need no documentation', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="good"><bpmn:documentation>Does it.</bpmn:documentation></bpmn:userTask>`), []);
});

test('a step without documentation, or with an empty one, is reported', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:serviceTask id="bad" />
    <bpmn:callActivity id="bad_empty"><bpmn:documentation> </bpmn:documentation></bpmn:callActivity>`),
  ['bad', 'bad_empty']);
});
