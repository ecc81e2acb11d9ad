import type { RequestView, TaskView } from '../api/queries';

export const request = (changes: Partial<RequestView> = {}): RequestView =>
    ({
        id: 'R-1001',
        title: 'the login page is down',
        client: { id: 'C-1', name: 'Acme' },
        contact: { name: 'Ana', channel: 'sms', address: '+15550100001' },
        type: 'bug',
        urgency: 'high',
        status: 'in_progress',
        currentSteps: [
            { id: 'review_answer', name: 'Review answer', since: '2026-01-01T10:00:00Z', candidateGroups: ['account'] },
        ],
        openedAt: '2026-01-01T10:00:00Z',
        dueAt: '2026-01-01T12:00:00Z',
        ...changes,
    }) as RequestView;

export const task = (changes: Partial<TaskView> = {}): TaskView =>
    ({
        id: 'T-1',
        definition: 'review_answer',
        name: 'Review answer',
        process: 'question',
        subject: 'R-1001',
        title: 'opening hours?',
        client: 'Acme',
        type: 'question',
        urgency: 'normal',
        candidateGroups: ['account'],
        priority: 50,
        createdAt: '2026-01-01T10:00:00Z',
        ...changes,
    }) as TaskView;

export const me = { id: 'ana', name: 'Ana Alves', email: '', groups: ['account'] };
