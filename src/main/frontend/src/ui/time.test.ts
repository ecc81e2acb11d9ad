import { expect, test } from 'vitest';
import { duration } from './time';

test.each([
    [12, '12 ms'],
    [42_000, '42 s'],
    [5 * 60_000, '5 min'],
    [125 * 60_000, '2 h 5 min'],
    [120 * 60_000, '2 h'],
    [80 * 3_600_000, '3 d'],
])('%d ms read as %s', (ms, text) => expect(duration(ms)).toBe(text));
