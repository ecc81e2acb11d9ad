import { expect, test } from 'vitest';
import type { Visit } from '../api/queries';
import { marksOf } from './marks';

const visit = (element: string, state: string) => ({ element, state }) as Visit;

test('an element has one mark: the strongest state, and how often it was visited', () => {
    expect(
        marksOf([visit('draft', 'done'), visit('review', 'done'), visit('draft', 'done'), visit('review', 'active')]),
    ).toEqual([
        { element: 'draft', state: 'done', note: '2×' },
        { element: 'review', state: 'active', note: '2×' },
    ]);
    expect(marksOf([visit('send', 'incident'), visit('wait', 'canceled')])).toEqual([
        { element: 'send', state: 'incident' },
        { element: 'wait', state: 'canceled' },
    ]);
});
