// Against a running Switchboard: a client is onboarded and sends three texts. Prints where to look.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const port = process.env.SERVER_PORT ?? '8080';
const url = (process.env.SWITCHBOARD_PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, '');
const user = process.env.SWITCHBOARD_ADMIN_USERNAME ?? 'admin';
const dataDir = process.env.SWITCHBOARD_DATA_DIR ?? 'data';
const TEXTS = [
  ['Owner', 'could we have a dark mode in the booking app? our guests read it in bed'],
  ['Shop manager', 'the checkout page shows an error since this morning when I click pay, nobody can buy anything'],
  ['Bookkeeper', 'how do I export the invoices of last month?'],
];
// A text waits 20 s for another one of its sender (SWITCHBOARD_BURST_WINDOW)
const PATIENCE_MS = 60_000;

function password() {
  if (process.env.SWITCHBOARD_ADMIN_PASSWORD) {
    return process.env.SWITCHBOARD_ADMIN_PASSWORD;
  }
  const file = join(dataDir, 'admin-password');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`No password in ${file}: is Switchboard running in this folder? Start it with "make run".`);
  }
}

async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(url + path, {
      method,
      headers: {
        authorization: 'Basic ' + Buffer.from(`${user}:${password()}`).toString('base64'),
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
  } catch (error) {
    throw new Error(`Switchboard does not answer at ${url} (${error.cause?.code ?? error.message}): start it with "make run".`);
  }
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  }
  return text ? JSON.parse(text) : null;
}

// Numbers of the range that is kept for examples; other ones each time, so that the demo can be run again
const first = Math.floor(Math.random() * 9_000_000) * 3;
const number = (i) => '+1555' + String(1_000_000 + ((first + i) % 9_000_000)).padStart(7, '0');

async function demo() {
  const client = await call('POST', '/api/clients', {
    name: 'Harbour Guesthouse',
    services: ['development', 'design'],
    contacts: TEXTS.map(([role], i) => ({
      name: role,
      role,
      addresses: [{ channel: 'sms', address: number(i), consent: 'granted' }],
    })),
  });
  console.log(`Client ${client.id} "${client.name}" is onboarded with ${TEXTS.length} contacts.\n`);
  for (const [i, [role, body]] of TEXTS.entries()) {
    await call('POST', '/api/simulator/messages', { from: number(i), body });
    console.log(`  ${role} (${number(i)}) texts: ${body}`);
  }
  console.log('\nEach is a request already. For 20 seconds more texts of its sender would belong to it …');
  const requests = await waiting(client.id);
  console.log('\nWhat Switchboard makes of it:\n');
  for (const request of requests) {
    const step = request.currentSteps[0];
    console.log(`  ${request.id}  ${request.type.padEnd(8)} ${request.urgency.padEnd(8)} waits at "${step.name}" for ${step.candidateGroups.join(', ')}`);
  }
  console.log(`
Review the drafts in the inbox:  ${url}/inbox  (user ${user})
Nothing has been sent: what a client gets lies on the simulated phone at ${url}/phone`);
}

/** The client's requests once each of them waits for a person. */
async function waiting(clientId) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await call('GET', `/api/requests?client=${clientId}`);
    if (items.length === TEXTS.length && items.every((request) => request.currentSteps.length > 0)) {
      return items.reverse();
    }
    if (Date.now() > until) {
      throw new Error(`After ${PATIENCE_MS / 1000} s not every text waits for a person; look for incidents in ${url}/camunda/app/cockpit/`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

demo().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
