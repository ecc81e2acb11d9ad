import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What the stream says; names only, the content is read again. */
interface Change {
    kind: string;
    request?: string | null;
    client?: string | null;
}

const TOGETHER_MS = 120;

/** Which of the shown data a change makes old. */
export function staleKeys({ kind, request, client }: Change): unknown[][] {
    const keys: unknown[][] = [['tasks'], ['requests'], ['events']];
    if (request) {
        keys.push(['request', request]);
    }
    if (client) {
        keys.push(['clients'], ['client', client]);
    }
    if (kind.startsWith('message')) {
        keys.push(['phone']);
    }
    if (kind.startsWith('canned_reply')) {
        keys.push(['canned-replies']);
    }
    if (kind.startsWith('issue')) {
        keys.push(['issue']);
    }
    return keys;
}

function refresh(queries: QueryClient, changes: Change[]) {
    const keys = new Map(changes.flatMap(staleKeys).map((key) => [JSON.stringify(key), key]));
    keys.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
}

/** Keeps what is shown up to date; the browser reconnects by itself, and then everything is read again. */
export function useLiveUpdates() {
    const queries = useQueryClient();
    useEffect(() => {
        if (typeof EventSource === 'undefined') {
            return undefined;
        }
        const stream = new EventSource('/api/stream');
        let waiting: Change[] = [];
        let timer: ReturnType<typeof setTimeout> | undefined;
        let opened = false;
        stream.onopen = () => {
            if (opened) {
                void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'task-form' });
            }
            opened = true;
        };
        stream.addEventListener('change', (event) => {
            waiting.push(JSON.parse((event as MessageEvent<string>).data) as Change);
            timer ??= setTimeout(() => {
                refresh(queries, waiting);
                waiting = [];
                timer = undefined;
            }, TOGETHER_MS);
        });
        return () => {
            clearTimeout(timer);
            stream.close();
        };
    }, [queries]);
}
