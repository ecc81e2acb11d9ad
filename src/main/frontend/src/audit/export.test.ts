import { expect, test } from 'vitest';
import type { EventView } from '../api/queries';
import { server } from '../test/page';
import { allEvents, csvOf } from './export';

const event = (seq: number, name: string) =>
    ({
        seq,
        at: '2026-01-01T10:00:00Z',
        actor: { kind: 'staff', name },
        type: 'x',
        details: { a: 'b,"c"' },
        hash: 'h',
    }) as unknown as EventView;

test('a comma, a quote and a formula stay text in a spreadsheet', () => {
    const [head, first, second] = csvOf([event(2, 'Ana'), event(1, '=1+1')]).split('\r\n');
    expect(head).toContain('seq,at,actorKind');
    expect(first).toContain('"{""a"":""b,\\""c\\""""}"');
    expect(second).toContain("'=1+1");
});

test('an export holds every page', async () => {
    let page = 0;
    server({
        get '/api/events'() {
            page += 1;
            return { items: [event(3 - page, 'Ana')], nextCursor: page < 2 ? 'more' : null };
        },
    });
    const seen: number[] = [];
    const events = await allEvents({ actor: 'Ana' }, (n) => seen.push(n));
    expect(events.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(seen).toEqual([1, 2]);
});
