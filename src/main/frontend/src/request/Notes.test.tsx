import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { expectAccessible, server, show } from '../test/page';
import { Notes } from './Notes';

const note = (id: string, requestId: string, body: string) => ({
    id,
    requestId,
    author: 'bob',
    body,
    at: '2026-01-01T10:00:00Z',
});

test('notes say that they are never sent, and where those of a merged request come from', async () => {
    server({
        '/api/requests/R-1/notes': { items: [note('N-1', 'R-1', 'She is away.'), note('N-2', 'R-2', 'Call first.')] },
    });
    const { container } = show(<Notes id="R-1" />);
    expect(await screen.findByText('She is away.')).toBeVisible();
    expect(screen.getByText('Never sent')).toBeVisible();
    expect(screen.getAllByText(/^from R-/).map(({ textContent }) => textContent)).toEqual(['from R-2']);
    await expectAccessible(container);
});

test('a note goes to the notes, and the box is empty for the next; what is refused stays in it', async () => {
    const answers: Record<string, unknown> = {
        '/api/requests/R-1/notes': { items: [] },
        'POST /api/requests/R-1/notes': { status: 404, detail: 'There is no request R-1.' },
    };
    const calls = server(answers);
    show(<Notes id="R-1" />);
    const box = await screen.findByRole('textbox', { name: 'A note for colleagues, never sent' });
    await userEvent.type(box, 'Call first.');
    await userEvent.click(screen.getByRole('button', { name: 'Add the note' }));
    expect(await screen.findByText('There is no request R-1.')).toBeVisible();
    expect(box).toHaveValue('Call first.');
    answers['POST /api/requests/R-1/notes'] = note('N-1', 'R-1', 'Call first.');
    await userEvent.click(screen.getByRole('button', { name: 'Add the note' }));
    await waitFor(() => expect(box).toHaveValue(''));
    const sent = calls.filter(({ method }) => method === 'POST');
    expect(sent.map(({ path, body }) => [path, JSON.parse(body)])).toEqual(
        Array(2).fill(['/api/requests/R-1/notes', { body: 'Call first.' }]),
    );
});
