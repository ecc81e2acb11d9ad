import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { useImperativeHandle, useState, type Ref } from 'react';
import { expect, test, vi } from 'vitest';
import { server, show } from '../test/page';
import { me, task } from '../test/samples';
import type { FormHandle } from './FormView';
import { TaskPanel } from './TaskPanel';

// form-js needs a browser with a layout: the browser tests fill the real form
vi.mock('./FormView', () => ({ default: StandIn }));

function StandIn({ data, ref }: { data: { clientMessage: string }; ref: Ref<FormHandle> }) {
    const [words, setWords] = useState(data.clientMessage);
    useImperativeHandle(ref, () => ({ submit: () => ({ clientMessage: words }), add: setWords }));
    return <input aria-label="Answer" value={words} onChange={(event) => setWords(event.currentTarget.value)} />;
}

const schema: unknown = JSON.parse(readFileSync('../../../forms/review-answer.form', 'utf8'));
const data = {
    clientMessage: 'We open at nine.',
    draftedBy: 'offline',
    decision: '',
    title: 'x',
    conversation: { text: 'hours?' },
};
const answers = { '/api/me': me, '/api/tasks/T-1': { task: task(), schema, data } };

test('approving submits the words and the decision of the button that was pressed', async () => {
    const calls = server({ ...answers, 'POST /api/tasks/T-1/complete': null });
    show(<TaskPanel task={task()} />);
    const words = await screen.findByRole('textbox', { name: 'Answer' });
    await userEvent.type(words, ' Come in.');
    await userEvent.click(screen.getByRole('button', { name: 'Approve: send this answer' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/complete'))).toBe(true));
    const sent = JSON.parse(calls.find(({ path }) => path.endsWith('/complete'))!.body) as {
        variables: Record<string, string>;
    };
    expect(sent.variables).toMatchObject({ decision: 'approve', clientMessage: 'We open at nine. Come in.' });
    expect(await screen.findByText('The process goes on.')).toBeVisible();
});

test('a canned reply that is chosen goes into the form, and what the form then holds is approved', async () => {
    const reply = { id: 'CR-1', name: 'Hours', language: null, text: 'Hello Ana, from nine.', missing: [] };
    const replies = { '/api/requests/R-1001/canned-replies': { items: [reply] } };
    const calls = server({ ...answers, ...replies, 'POST /api/tasks/T-1/complete': null });
    show(<TaskPanel task={task()} />);
    await screen.findByRole('textbox', { name: 'Answer' });
    await userEvent.click(screen.getByRole('button', { name: 'Canned replies' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Hours/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Approve: send this answer' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/complete'))).toBe(true));
    expect(calls.find(({ path }) => path.endsWith('/complete'))!.body).toContain('Hello Ana, from nine.');
});

test('what the server refuses stays in the form, with its sentence', async () => {
    const detail = 'There are no words to approve: the client message is empty.';
    server({ ...answers, 'POST /api/tasks/T-1/complete': { status: 400, detail } });
    show(<TaskPanel task={task()} />);
    await userEvent.clear(await screen.findByRole('textbox', { name: 'Answer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Approve: send this answer' }));
    expect(await screen.findByText(detail)).toBeVisible();
});

test("somebody else's task can be read and taken over, not decided", async () => {
    server(answers);
    show(<TaskPanel task={task({ assignee: 'bob' })} />);
    expect(await screen.findByRole('button', { name: 'Take it over' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve: send this answer' })).toBeNull();
});
