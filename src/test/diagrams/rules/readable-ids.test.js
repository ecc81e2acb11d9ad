const { test } = require('node:test');
const assert = require('node:assert');
const verify = require('./verify');
const rule = require('./readable-ids');

test('ids that say what they are are fine', async () => {
  assert.deepStrictEqual(await verify(rule, '<bpmn:task id="draft_prd" /><bpmn:endEvent id="issue_2_closed" />'), []);
});

test('generated ids and other spellings are reported', async () => {
  assert.deepStrictEqual(await verify(rule, `
    <bpmn:task id="Activity_0abc12d" /><bpmn:task id="draftPrd" /><bpmn:endEvent id="issue-closed" />`),
  ['Activity_0abc12d', 'draftPrd', 'issue-closed']);
});
