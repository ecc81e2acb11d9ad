import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { expect, vi } from 'vitest';

type Answers = Record<string, unknown>;

/** A server that knows these paths (without their query); every call is kept. */
export function server(answers: Answers) {
    const calls: { method: string; path: string; body: string }[] = [];
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
        const request = new Request(input, init);
        const { pathname, search } = new URL(request.url);
        calls.push({ method: request.method, path: pathname + search, body: await request.text() });
        const key = [`${request.method} ${pathname}`, pathname].find((name) => name in answers);
        const answer = key === undefined ? { status: 404, detail: `nothing at ${pathname}` } : answers[key];
        const status = (answer as { status?: number } | null)?.status;
        return typeof status === 'number'
            ? Response.json(answer, { status })
            : answer === null
              ? new Response(null, { status: 204, headers: { 'content-length': '0' } })
              : Response.json(answer);
    });
    return calls;
}

/** Shows a part of the dashboard at an address, with everything that stands around it. */
export function show(children: ReactNode, path = '/') {
    const { hook, searchHook, history } = memoryLocation({ path, record: true });
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const shown = render(
        <MantineProvider env="test">
            <Notifications />
            <QueryClientProvider client={queries}>
                <Router hook={hook} searchHook={searchHook}>
                    {children}
                </Router>
            </QueryClientProvider>
        </MantineProvider>,
    );
    return { ...shown, history };
}

/** Nothing that axe finds fault with; colours are checked in a real browser. */
export async function expectAccessible(element: Element) {
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
