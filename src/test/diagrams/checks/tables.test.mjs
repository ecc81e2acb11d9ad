import assert from 'node:assert';
import { test } from 'node:test';
import { problemsOfTable } from './tables.mjs';

function table({ hitPolicy = 'FIRST', first = '"bug"', last = '', output = '"human"', why = 'Because.', picture = '<x:DMNDI />' } = {}) {
  const row = (id, input) => `
    <rule id="${id}"><description>${why}</description>
      <inputEntry id="${id}_in"><text>${input}</text></inputEntry>
      <outputEntry id="${id}_out"><text>${output}</text></outputEntry></rule>`;

  return problemsOfTable(`
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:x="https://www.omg.org/spec/DMN/20191111/DMNDI/"
        xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="test">
      <decision id="routing" name="Routing" camunda:historyTimeToLive="P1D"><description>Says who.</description>
        <decisionTable id="t" hitPolicy="${hitPolicy}">
          <input id="i"><inputExpression id="e" typeRef="string"><text>requestType</text></inputExpression>
            <inputValues id="iv"><text>"bug","question"</text></inputValues></input>
          <output id="o" name="handling" typeRef="string"><outputValues id="ov"><text>"human","ai"</text></outputValues></output>
          ${row('one', first)}${row('rest', last)}
        </decisionTable></decision>${picture}</definitions>`);
}

test('a table whose last row catches everything is fine', async () => {
  assert.deepStrictEqual(await table(), []);
});

const bad = [
  ['another hit policy', { hitPolicy: 'UNIQUE' }, /not FIRST/],
  ['no row that catches everything', { last: '"question"' }, /catch everything/],
  ['an input that is not allowed', { first: '"bgu"' }, /no FEEL test/],
  ['an input that is no FEEL', { first: '&lt; &lt; 3' }, /no FEEL test/],
  ['an output that is not allowed', { output: '"robot"' }, /no allowed text/],
  ['rows that do not say why', { why: '' }, /does not say why/],
  ['no picture', { picture: '' }, /no picture/]
];

for (const [what, changes, expected] of bad) {
  test(`a table with ${what} is reported`, async () => {
    const found = await table(changes);
    assert.ok(found.length > 0);
    found.forEach((problem) => assert.match(problem, expected));
  });
}
