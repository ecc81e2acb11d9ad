const { test } = require('node:test');
const assert = require('node:assert');
const verify = require('./verify');
const rule = require('./named-conditional-flows');

const diagram = (name) => `
  <bpmn:exclusiveGateway id="decision" default="otherwise">
    <bpmn:outgoing>when_yes</bpmn:outgoing><bpmn:outgoing>otherwise</bpmn:outgoing>
  </bpmn:exclusiveGateway>
  <bpmn:task id="task"><bpmn:incoming>when_yes</bpmn:incoming><bpmn:outgoing>plain</bpmn:outgoing></bpmn:task>
  <bpmn:endEvent id="end" />
  <bpmn:sequenceFlow id="when_yes" ${name} sourceRef="decision" targetRef="task">
    <bpmn:conditionExpression>\${decision == 'yes'}</bpmn:conditionExpression>
  </bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="otherwise" ${name} sourceRef="decision" targetRef="end" />
  <bpmn:sequenceFlow id="plain" sourceRef="task" targetRef="end" />`;

test('named ways out of a decision are fine, and other flows need no name', async () => {
  assert.deepStrictEqual(await verify(rule, diagram('name="Yes"')), []);
});

test('nameless ways out of a decision are reported, the default too', async () => {
  assert.deepStrictEqual(await verify(rule, diagram('')), ['when_yes', 'otherwise']);
});
