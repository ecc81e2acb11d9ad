/** The Tasklist of Camunda 7.24 shows forms with form-js 1.8.7, which knows this schema and no later one. */
const SCHEMA_VERSION = 16;
const FIELDS = ['checklist', 'group', 'html', 'select', 'text', 'textarea', 'textfield'];

const OPTIONS = ['checklist', 'select'];

/** A longer option wraps on a phone and hides what stands below it. */
const OPTION_LENGTH = 34;

/** Hold a client's words: they may be shown in a disabled field, never in a text view, which renders Markdown. */
const CLIENTS_WORDS = /\b(title|client|conversation|duplicates|sources|missing|feedback)\b/;

/** Tasklist's FEEL throws at these, and the text view then shows nothing but a warning sign. */
const NOT_IN_TASKLIST = /\b(round (up|down|half up|half down)|matches|includes|during|starts|finishes|coincides) *\(/;

/** A client who is only being onboarded has said nothing yet. */
const BEFORE_ANY_CONVERSATION = ['review-welcome-message'];

/**
 * What is wrong with a form, one sentence each.
 *
 * @param outcomes how many ways lead out of each task that shows it
 * @param starts whether it starts a process, so that there is nothing to read or to decide yet
 */
export function problemsOfForm(name, text, { outcomes = [], starts = false } = {}) {
  const form = JSON.parse(text);
  const fields = flatten(form.components);
  const keys = fields.map(({ key }) => key).filter(Boolean);
  const problems = [];
  const expect = (condition, problem) => condition || problems.push(problem);

  expect(form.id === name, `id is ${form.id}, not the file's name`);
  expect(form.schemaVersion === SCHEMA_VERSION, `schema version is not ${SCHEMA_VERSION}`);
  expect(form.executionPlatform === 'Camunda Platform', 'is not made for Camunda Platform 7');
  expect(new Set(keys).size === keys.length, 'two fields have the same key');

  if (!starts && !BEFORE_ANY_CONVERSATION.includes(name)) {
    const conversation = fields.find(({ key }) => key === 'conversation.text');
    expect(conversation?.type === 'textarea' && conversation.disabled, 'does not show conversation.text, disabled');
  }

  for (const field of fields) {
    const wrong = (problem) => problems.push(`${field.id}: ${problem}`);

    if (!FIELDS.includes(field.type)) {
      wrong(`nobody has tried a ${field.type} in Tasklist yet`);
    }
    if (field.readonly) {
      wrong('is submitted although it is readonly: use disabled');
    }
    if (field.key && !field.label) {
      wrong('has no label');
    }
    if (field.type === 'text' && templates(field.text).some((template) => CLIENTS_WORDS.test(template))) {
      wrong("renders a client's words as Markdown");
    }
    if (templates(field.text ?? '').some((template) => NOT_IN_TASKLIST.test(template))) {
      wrong("uses a function that Tasklist's FEEL does not have");
    }
    if (field.type === 'html' && templates(field.content).length !== (field.content.match(/<pre class="[a-z-]+">{{/g) ?? []).length) {
      wrong('shows words that are not preformatted, so that they would read otherwise than they are sent');
    }
    if (OPTIONS.includes(field.type) && field.valuesKey) {
      continue;
    }
    if (OPTIONS.includes(field.type) && field.values.some(({ label }) => label?.length > OPTION_LENGTH)) {
      wrong(`has an option of more than ${OPTION_LENGTH} characters`);
    }
    if (OPTIONS.includes(field.type) && !field.values.every(({ label, value }) => label && value)) {
      wrong('has an option without label or value');
    }
  }
  const decision = fields.find(({ key }) => key === 'decision');
  if (starts) {
    expect(!decision, 'asks for a decision before anything has happened');
  } else {
    problems.push(...problemsOfDecision(decision, outcomes));
  }
  return problems;
}

function problemsOfDecision(decision, outcomes) {
  if (!decision) {
    return ['asks for no decision'];
  }
  const problems = [];
  const options = decision.values.map(({ value }) => value);

  if ('defaultValue' in decision || !decision.validate?.required) {
    problems.push('decision is preselected or may be left out');
  }
  for (const { task, ways, literals } of outcomes) {
    const unknown = literals.filter((literal) => !options.includes(literal));

    if (unknown.length > 0 || ways !== options.length) {
      problems.push(`options ${options} do not fit the ${ways} ways out after ${task} (${literals})`);
    }
  }
  return problems;
}

const flatten = (components) => components.flatMap((field) => [field, ...flatten(field.components ?? [])]);

/** The expressions in a text view, without the words they quote. */
const templates = (text) => (text.match(/{{.*?}}/gs) ?? []).map((template) => template.replace(/"[^"]*"/g, ''));
