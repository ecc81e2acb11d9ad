import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { expectAccessible, server, show } from '../test/page';
import { request } from '../test/samples';
import { Links } from './Links';
import { Withdraw } from './Withdraw';

const link = { id: 'R-7', title: 'dark mode', kind: 'duplicate', status: 'triage', createdBy: 'ana', at: '' } as const;

test('two requests are merged only after a second look, and the page goes to the one that goes on', async () => {
    const calls = server({ 'POST /api/requests/R-1001/merge': request({ id: 'R-7' }) });
    const { container, history } = show(<Links request={request({ links: [link] })} />);
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Merge into it' }));
    expect(calls).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(history!.at(-1)).toBe('/requests/R-7'));
    expect(calls[0]!.body).toBe('{"into":"R-7"}');
});

test('a closed request can be linked, not merged', () => {
    server({});
    show(<Links request={request({ links: [{ ...link, status: 'closed' }] })} />);
    expect(screen.queryByRole('button', { name: 'Merge into it' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Remove the link to R-7' })).toBeVisible();
});

test('a request is withdrawn only after a second look; what is refused is said there', async () => {
    const detail = 'R-1001 is closed already; there is nothing to withdraw.';
    const calls = server({ 'POST /api/requests/R-1001/withdraw': { status: 409, detail } });
    show(<Withdraw id="R-1001" />);
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw the request' }));
    expect(calls).toEqual([]);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Reason, for staff only' }), 'Budget');
    await userEvent.click(screen.getAllByRole('button', { name: 'Withdraw the request' }).at(-1)!);
    expect(await screen.findByText(detail)).toBeVisible();
    expect(calls[0]!.body).toBe('{"reason":"Budget"}');
});
