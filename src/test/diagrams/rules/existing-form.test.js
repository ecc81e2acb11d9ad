const { test } = require('node:test');
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const verify = require('./verify');
const rule = require('./existing-form');

const forms = fs.mkdtempSync(path.join(os.tmpdir(), 'forms-'));
fs.writeFileSync(path.join(forms, 'review-prd.form'), '{}');
test.after(() => fs.rmSync(forms, { recursive: true }));

test('a user task with a form of its own deployment is fine', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:startEvent id="good_start" />
    <bpmn:startEvent id="good_start_form" camunda:formRef="review-prd" camunda:formRefBinding="deployment" />
    <bpmn:userTask id="good" camunda:formRef="review-prd" camunda:formRefBinding="deployment" />`, { forms }), []);
});

test('a user task without a form, with an unknown one or with another binding is reported', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:startEvent id="bad_start" camunda:formRef="review-prds" camunda:formRefBinding="deployment" />
    <bpmn:userTask id="bad_none" />
    <bpmn:userTask id="bad_unknown" camunda:formRef="review-prds" camunda:formRefBinding="deployment" />
    <bpmn:userTask id="bad_binding" camunda:formRef="review-prd" camunda:formRefBinding="latest" />`, { forms }),
  ['bad_start', 'bad_none', 'bad_unknown', 'bad_binding']);
});
