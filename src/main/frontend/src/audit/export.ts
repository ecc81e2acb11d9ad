import { api, read } from '../api/client';
import type { EventView } from '../api/queries';
import type { EventFilters } from './AuditPage';

const PAGE = 200;
const COLUMNS = [
    'seq',
    'at',
    'actorKind',
    'actorName',
    'type',
    'requestId',
    'clientId',
    'details',
    'detailsHash',
    'prevHash',
    'hash',
];

/** Every event that matches, page by page, so that the reader sees it grow. */
export async function allEvents(filters: EventFilters, progress: (n: number) => void): Promise<EventView[]> {
    const events: EventView[] = [];
    let cursor: string | undefined;
    do {
        const page = await read(api.GET('/api/events', { params: { query: { ...filters, cursor, limit: PAGE } } }));
        events.push(...page.items);
        progress(events.length);
        cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return events;
}

/** RFC 4180. A text that a spreadsheet would take for a formula is made plain text. */
export function csvOf(events: EventView[]): string {
    const rows = events.map((event) => [
        event.seq,
        event.at,
        event.actor.kind,
        event.actor.name,
        event.type,
        event.requestId,
        event.clientId,
        JSON.stringify(event.details),
        event.detailsHash,
        event.prevHash,
        event.hash,
    ]);
    return [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(value: unknown): string {
    const text = String(value ?? '');
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export function save(name: string, contentType: string, text: string) {
    const address = URL.createObjectURL(new Blob([text], { type: contentType }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
}
