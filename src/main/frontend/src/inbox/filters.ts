import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { RequestFilters } from '../api/queries';

const NAMES = ['status', 'type', 'urgency', 'assignee', 'q'] as const;

/** The filters lie in the address: a view of the inbox can be sent to a colleague, and "back" finds it again. */
export function useFilters(): [RequestFilters, (change: RequestFilters) => void] {
    const search = useSearch();
    const [, navigate] = useLocation();
    const params = new URLSearchParams(search);
    const filters: RequestFilters = Object.fromEntries(
        NAMES.map((name) => [name, params.get(name) ?? undefined]).filter(([, value]) => value),
    );
    const change = useCallback(
        (changes: RequestFilters) => {
            const next = new URLSearchParams(search);
            next.delete('search');
            for (const [name, value] of Object.entries(changes)) {
                if (value) {
                    next.set(name, value);
                } else {
                    next.delete(name);
                }
            }
            const text = next.toString();
            navigate(text ? `/inbox?${text}` : '/inbox', { replace: true });
        },
        [search, navigate],
    );
    return [filters, change];
}

/** Without a wish, what is still open; "all" is everything. */
export function asked(filters: RequestFilters): RequestFilters {
    const status = filters.status ?? 'open';
    return { ...filters, status: status === 'all' ? undefined : status };
}
