import { DmnModdle } from 'dmn-moddle';
import { evaluate, unaryTest } from 'feelin';

/** What is wrong with a decision table, one sentence each. */
export async function problemsOfTable(xml) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  const problems = warnings.map(({ message }) => message);

  if (!rootElement.dmnDI) {
    problems.push('there is no picture (DMN DI), so the Modeler cannot open it');
  }
  for (const decision of rootElement.drgElement) {
    problems.push(...problemsOfDecision(decision).map((problem) => `${decision.id}: ${problem}`));
  }
  return problems;
}

function problemsOfDecision({ $attrs, description, decisionLogic: { hitPolicy, input, output, rule: rows } }) {
  const problems = [];

  if (!$attrs['camunda:historyTimeToLive']) {
    problems.push('has no history time to live');
  }
  if (hitPolicy !== 'FIRST') {
    problems.push('hit policy is not FIRST');
  }
  if (!description) {
    problems.push('has no description');
  }
  if (rows.at(-1).inputEntry.some(({ text }) => !isAnything(text))) {
    problems.push('the last row does not catch everything');
  }
  for (const row of rows) {
    if (!row.description) {
      problems.push(`row ${row.id} does not say why`);
    }
    if (row.inputEntry.length !== input.length || row.outputEntry.length !== output.length) {
      problems.push(`row ${row.id} has too few or too many cells`);
    }
    row.inputEntry.forEach(({ id, text }, column) => {
      if (!isAnything(text) && !isTestAmong(text, input[column].inputValues?.text)) {
        problems.push(`cell ${id} is no FEEL test of an allowed value: ${text}`);
      }
    });
    row.outputEntry.forEach(({ id, text }, column) => {
      if (!isLiteralAmong(text, output[column].outputValues?.text)) {
        problems.push(`cell ${id} is no allowed text: ${text}`);
      }
    });
  }
  return problems;
}

const isAnything = (text) => ['', '-'].includes(text.trim());

function isTestAmong(text, allowed) {
  try {
    const quoted = text.match(/"[^"]*"/g) ?? [];
    unaryTest(text, { '?': 0 });
    return !allowed || quoted.every((value) => allowed.split(',').includes(value));
  } catch {
    return false;
  }
}

function isLiteralAmong(text, allowed) {
  try {
    return typeof evaluate(text, {}) === 'string' && (!allowed || allowed.split(',').includes(text));
  } catch {
    return false;
  }
}
