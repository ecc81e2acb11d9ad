import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { server, show } from '../test/page';
import { added } from './added';
import { CannedReplies } from './CannedReplies';

const replies = [
    { id: 'CR-1', name: 'Opening hours', language: 'en', text: 'Hello Ana, from nine.', missing: [] },
    { id: 'CR-2', name: 'Filed', language: null, text: null, missing: ['issue', 'contact'] },
    { id: 'CR-3', name: 'Everything', language: null, text: null, missing: [] },
];

test('the words as they read for the request are chosen; what cannot be filled in says why and cannot', async () => {
    const calls = server({ '/api/requests/R-1/canned-replies': { items: replies } });
    const chosen = vi.fn();
    show(<CannedReplies request="R-1" onChoose={chosen} />);
    expect(calls).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Canned replies' }));
    const filed = await screen.findByRole('menuitem', { name: /Filed/ });
    expect(filed).toBeDisabled();
    expect(filed).toHaveTextContent('Nothing is known here for {issue}, {contact}');
    expect(screen.getByRole('menuitem', { name: /Everything/ })).toHaveTextContent('Longer than a text can be');
    await userEvent.click(screen.getByRole('menuitem', { name: /Opening hours/ }));
    expect(chosen.mock.calls).toEqual([['Hello Ana, from nine.']]);
});

test('words are added below those that are there', () => {
    expect(added('', 'Hello.')).toBe('Hello.');
    expect(added('Thank you. \n', 'Hello.')).toBe('Thank you.\n\nHello.');
});
