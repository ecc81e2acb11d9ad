import type { Visit } from '../api/queries';

/** What a diagram shows on one of its elements. */
export interface Mark {
    element: string;
    state: 'done' | 'active' | 'incident' | 'canceled';
    /** A few characters on its corner, such as how often or how long. */
    note?: string;
}

const STRENGTH = { canceled: 0, done: 1, active: 2, incident: 3 };

/** One mark per element: the strongest state of its visits, and how often it was visited. */
export function marksOf(visits: Visit[]): Mark[] {
    const marks = new Map<string, Mark & { visits: number }>();
    for (const { element, state } of visits) {
        const known = marks.get(element);
        const now = state as Mark['state'];
        const stronger = !known || STRENGTH[now] > STRENGTH[known.state] ? now : known.state;
        marks.set(element, { element, state: stronger, visits: (known?.visits ?? 0) + 1 });
    }
    return [...marks.values()].map(({ visits: times, ...mark }) => (times > 1 ? { ...mark, note: `${times}×` } : mark));
}
