import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { expectAccessible, server, show } from '../test/page';
import { request } from '../test/samples';
import { InboxPage } from './InboxPage';

const none = { items: [], nextCursor: null };

test('a request shows what it is, whose it is and whom it waits for', async () => {
    const calls = server({ '/api/requests': { items: [request()], nextCursor: null } });
    const { container } = show(<InboxPage />, '/inbox');
    const link = await screen.findByRole('link', { name: /the login page is down/ });
    expect(link).toHaveAttribute('href', '/requests/R-1001');
    expect(link).toHaveTextContent(/Bug.*High.*Acme.*Review answer.*Account/);
    expect(calls[0]?.path).toContain('status=open');
    await expectAccessible(container);
});

test('an empty inbox tells the next step', async () => {
    server({ '/api/requests': none, '/api/settings': { connectors: [{ name: 'Text messages', state: 'simulated' }] } });
    show(<InboxPage />, '/inbox');
    expect(await screen.findByRole('link', { name: 'Open the simulated phone' })).toHaveAttribute('href', '/phone');
});

test('a search that finds nothing can be taken back', async () => {
    const calls = server({ '/api/requests': none });
    const { history } = show(<InboxPage />, '/inbox?q=nowhere&type=bug');
    await userEvent.click(await screen.findByRole('button', { name: 'Clear the filters' }));
    expect(history.at(-1)).toBe('/inbox');
    expect(calls[0]?.path).toMatch(/type=bug.*q=nowhere|q=nowhere.*type=bug/);
});

test('a failure says why', async () => {
    server({ '/api/requests': { status: 503, detail: 'The database is being moved. Try again in a minute.' } });
    show(<InboxPage />, '/inbox');
    expect(await screen.findByText('The database is being moved. Try again in a minute.')).toBeVisible();
});
