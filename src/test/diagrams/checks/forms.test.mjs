import assert from 'node:assert';
import { test } from 'node:test';
import { problemsOfForm } from './forms.mjs';

const conversation = { id: 'conversation', type: 'textarea', key: 'conversation.text', label: 'Said', disabled: true };
const decision = {
  id: 'decision', type: 'select', key: 'decision', label: 'Decision', validate: { required: true },
  values: [{ label: 'Send', value: 'send' }, { label: 'Skip', value: 'skip' }]
};
const outcomes = [{ task: 'review', ways: 2, literals: ['send'] }];

function problems(components, changes = {}) {
  const form = { id: 'review', schemaVersion: 16, executionPlatform: 'Camunda Platform', components, ...changes };
  return problemsOfForm('review', JSON.stringify(form), { outcomes });
}

const startForm = (components) => problemsOfForm('review', JSON.stringify(
  { id: 'review', schemaVersion: 16, executionPlatform: 'Camunda Platform', components }), { starts: true });

test('a form that starts a process needs no conversation and no decision', () => {
  assert.deepStrictEqual(startForm([{ id: 'name', type: 'textfield', key: 'name', label: 'Name' }]), []);
  assert.match(startForm([decision]).join(), /before anything has happened/);
});

test('a form with the conversation, a decision and a preview of the draft is fine', () => {
  const preview = { id: 'preview', type: 'text', text: '{{prd.markdown}} {{if x = 1 then "the client" else ""}}' };
  assert.deepStrictEqual(problems([{ id: 'group', type: 'group', components: [conversation, preview] }, decision]), []);
});

const bad = [
  ['another id than its file', [conversation, decision], { id: 'other' }, /not the file's name/],
  ['a schema Tasklist does not know', [conversation, decision], { schemaVersion: 17 }, /schema version/],
  ['no conversation', [decision], {}, /conversation.text/],
  ['a conversation that is submitted', [{ ...conversation, disabled: false }, decision], {}, /conversation.text/],
  ['a readonly field', [conversation, { ...decision, readonly: true }], {}, /use disabled/],
  ['the same key twice', [conversation, decision, { ...decision, id: 'again' }], {}, /same key/],
  ['a function Tasklist does not know', [conversation, decision, { id: 'text', type: 'text', text: '{{round half up(x, 0)}}' }], {},
    /does not have/],
  ["a client's words as Markdown", [conversation, decision, { id: 'text', type: 'text', text: '{{conversation.text}}' }], {},
    /as Markdown/],
  ['a field nobody tried', [conversation, decision, { id: 'number', type: 'number' }], {}, /nobody has tried/],
  ['words that are not shown as they are', [conversation, decision, { id: 'html', type: 'html', content: '<p>{{reply}}</p>' }], {},
    /preformatted/],
  ['no decision', [conversation], {}, /no decision/],
  ['a preselected decision', [conversation, { ...decision, defaultValue: 'send' }], {}, /preselected/],
  ['an option too long for a phone', [conversation, { ...decision, values: [
    { label: 'Send this question and wait for the answer', value: 'send' }, decision.values[1]] }], {}, /more than 34/],
  ['an outcome too few', [conversation, { ...decision, values: decision.values.slice(1) }], {}, /do not fit/]
];

for (const [what, components, changes, expected] of bad) {
  test(`a form with ${what} is reported`, () => {
    const found = problems(components, changes);
    assert.strictEqual(found.length, 1, found.join('\n'));
    assert.match(found[0], expected);
  });
}
