import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOfForm } from './forms.mjs';
import { decisionsOf, outcomesOf, startFormsOf } from './outcomes.mjs';
import { problemsOfTable } from './tables.mjs';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const diagrams = read('processes', '.bpmn');
const tables = read('processes', '.dmn');
const forms = read('forms', '.form');

const outcomes = (await Promise.all(diagrams.map(({ text }) => outcomesOf(text)))).flat();
const startForms = (await Promise.all(diagrams.map(({ text }) => startFormsOf(text)))).flat();
const findings = [];

for (const { path, text } of tables) {
  report(path, await problemsOfTable(text));
}
for (const { path, name, text } of forms) {
  const shownBy = outcomes.filter(({ form }) => form === name);
  const starts = startForms.includes(name);
  report(path, problemsOfForm(name, text, { outcomes: shownBy, starts }));
  report(path, shownBy.length === 0 && !starts ? ['no user task and no start event shows it'] : []);
}
for (const { path, text } of diagrams) {
  const missing = (await decisionsOf(text)).filter((id) => !tables.some((table) => table.text.includes(`<decision id="${id}"`)));
  report(path, missing.map((id) => `there is no decision ${id}`));
}

findings.forEach((finding) => console.error(finding));
console.log(`${diagrams.length} diagrams, ${tables.length} tables, ${forms.length} forms: ${findings.length} problems`);
process.exitCode = findings.length > 0 || diagrams.length * tables.length * forms.length === 0 ? 1 : 0;

function read(folder, extension) {
  return readdirSync(root + folder).filter((file) => file.endsWith(extension)).map((file) => ({
    path: `${folder}/${file}`,
    name: basename(file, extension),
    text: readFileSync(`${root}${folder}/${file}`, 'utf8')
  }));
}

function report(path, problems) {
  findings.push(...problems.map((problem) => `${path}: ${problem}`));
}
