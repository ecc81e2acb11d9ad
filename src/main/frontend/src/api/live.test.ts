import { expect, test } from 'vitest';
import { staleKeys } from './live';

test('a change makes old what shows it, and nothing that somebody is typing into', () => {
    const keys = staleKeys({ kind: 'message_delivered', request: 'R-1', client: 'C-1' }).map((key) => key.join('/'));
    expect(keys).toEqual(expect.arrayContaining(['requests', 'tasks', 'request/R-1', 'client/C-1', 'phone']));
    expect(keys.join()).not.toContain('task-form');
});

test('a task of an onboarding has no request', () => {
    expect(staleKeys({ kind: 'task', request: null })).toEqual([['tasks'], ['requests'], ['events']]);
});
