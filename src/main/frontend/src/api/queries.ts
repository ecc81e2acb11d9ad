import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read, type Schemas } from './client';

export type RequestView = Schemas['RequestView'];
export type TaskView = Schemas['TaskViewsTaskView'];
export type MessageView = Schemas['MessageView'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type ProcessPath = Schemas['DiagramsProcessPath'];
export type Visit = Schemas['DiagramsVisit'];
export type Client = Schemas['Client'];
export type EventView = Schemas['AuditEventView'];
export type DocumentView = Schemas['DocumentsDocument'];
export type CannedReply = Schemas['CannedReply'];
export type RenderedReply = Schemas['CannedRepliesRendered'];
export type Note = Schemas['NotesNote'];

/** Missed changes are caught up with even where the stream of changes is cut off. */
const NOW_AND_THEN = 60_000;

interface Paged<T> {
    items: T[];
    nextCursor?: string | null;
}

const nextCursor = (page: Paged<unknown>) => page.nextCursor ?? undefined;

export interface RequestFilters {
    status?: string;
    type?: string;
    urgency?: string;
    client?: string;
    assignee?: string;
    q?: string;
}

export function useMe() {
    return useQuery({ queryKey: ['me'], queryFn: () => read(api.GET('/api/me')), staleTime: Infinity });
}

export function useSettings() {
    return useQuery({
        queryKey: ['settings'],
        queryFn: () => read(api.GET('/api/settings')),
        staleTime: 5 * NOW_AND_THEN,
    });
}

/** Whether texts go to the simulated phone; false until that is known. */
export function useSimulated(): boolean {
    const connectors = useSettings().data?.connectors ?? [];
    return connectors.some(({ name, state }) => name === 'Text messages' && state === 'simulated');
}

export function useStaff() {
    return useQuery({ queryKey: ['staff'], queryFn: () => read(api.GET('/api/staff')), staleTime: 5 * NOW_AND_THEN });
}

export function useRequests(filters: RequestFilters) {
    return useInfiniteQuery({
        queryKey: ['requests', filters],
        queryFn: ({ pageParam }) =>
            read(api.GET('/api/requests', { params: { query: { ...filters, cursor: pageParam } } })),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: nextCursor,
        placeholderData: keepPreviousData,
        refetchInterval: NOW_AND_THEN,
    });
}

export function useRequest(id: string) {
    return useQuery({
        queryKey: ['request', id],
        queryFn: () => read(api.GET('/api/requests/{id}', { params: { path: { id } } })),
        refetchInterval: NOW_AND_THEN,
    });
}

export function useMessages(id: string) {
    return useQuery({
        queryKey: ['request', id, 'messages'],
        queryFn: () =>
            read(api.GET('/api/requests/{id}/messages', { params: { path: { id }, query: { limit: 200 } } })),
    });
}

export function useTimeline(id: string) {
    return useQuery({
        queryKey: ['request', id, 'timeline'],
        queryFn: () => read(api.GET('/api/requests/{id}/timeline', { params: { path: { id } } })),
    });
}

export function useProcessPaths(id: string) {
    return useQuery({
        queryKey: ['request', id, 'diagram'],
        queryFn: () => read(api.GET('/api/requests/{id}/diagram', { params: { path: { id } } })),
    });
}

export function useDocuments(request: string) {
    return useQuery({
        queryKey: ['request', request, 'documents'],
        queryFn: () => read(api.GET('/api/documents', { params: { query: { request, limit: 100 } } })),
    });
}

/** @param list mine, open (nobody's yet) or all */
export function useTasks(list: 'mine' | 'open' | 'all', request?: string) {
    return useQuery({
        queryKey: ['tasks', list, request],
        queryFn: () => read(api.GET('/api/tasks', { params: { query: { list, request, limit: 100 } } })),
        refetchInterval: NOW_AND_THEN,
    });
}

export function useTaskCounts() {
    return useQuery({
        queryKey: ['tasks', 'counts'],
        queryFn: () => read(api.GET('/api/tasks/counts')),
        refetchInterval: NOW_AND_THEN,
    });
}

/** Read once: what somebody is typing into a form must not be replaced under the fingers. */
export function useTaskForm(id: string) {
    return useQuery({
        queryKey: ['task-form', id],
        queryFn: () => read(api.GET('/api/tasks/{id}', { params: { path: { id } } })),
        staleTime: Infinity,
        gcTime: 0,
        retry: false,
        refetchOnWindowFocus: false,
    });
}

function useRefresh() {
    const queries = useQueryClient();
    return () =>
        Promise.all(
            ['tasks', 'requests', 'request'].map((key) =>
                queries.invalidateQueries({ queryKey: [key], refetchType: 'active' }),
            ),
        );
}

export function useClaim() {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: ({ id, claim }: { id: string; claim: boolean }) =>
            read(api.POST(claim ? '/api/tasks/{id}/claim' : '/api/tasks/{id}/unclaim', { params: { path: { id } } })),
        onSettled: refresh,
    });
}

/** @param done also called when the task's panel is gone by then, because the list was refreshed first */
export function useComplete(done: () => void) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: ({ id, variables }: { id: string; variables: Record<string, unknown> }) =>
            read(
                api.POST('/api/tasks/{id}/complete', {
                    params: { path: { id } },
                    body: { variables } as Schemas['TasksSubmission'],
                }),
            ),
        onSuccess: done,
        onSettled: () => void refresh(),
    });
}

/** What is not named stays; nobody as the assignee takes the request from whoever has it. */
type Override = Partial<Omit<Schemas['RequestsPatchForm'], 'assignee'>> & { assignee?: string | null };

export function useOverride(id: string) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: (patch: Override) =>
            read(
                api.PATCH('/api/requests/{id}', {
                    params: { path: { id } },
                    body: patch as unknown as Schemas['RequestsPatchForm'],
                }),
            ),
        onSettled: refresh,
    });
}

export function useSendWords(id: string) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: (body: string) =>
            read(api.POST('/api/requests/{id}/messages', { params: { path: { id } }, body: { body } })),
        onSettled: refresh,
    });
}

/** Oldest first, as they were written. */
export function useNotes(id: string) {
    return useInfiniteQuery({
        queryKey: ['request', id, 'notes'],
        queryFn: ({ pageParam }) =>
            read(
                api.GET('/api/requests/{id}/notes', {
                    params: { path: { id }, query: { limit: 200, cursor: pageParam } },
                }),
            ),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: nextCursor,
    });
}

export function useAddNote(id: string) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: (body: string) =>
            read(api.POST('/api/requests/{id}/notes', { params: { path: { id } }, body: { body } })),
        onSettled: refresh,
    });
}

export function useCannedReplies() {
    return useInfiniteQuery({
        queryKey: ['canned-replies'],
        queryFn: ({ pageParam }) =>
            read(api.GET('/api/canned-replies', { params: { query: { limit: 100, cursor: pageParam } } })),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: nextCursor,
    });
}

/** As they read for a request; read when somebody wants to choose one. */
export function useRepliesFor(request: string, wanted: boolean) {
    return useInfiniteQuery({
        queryKey: ['request', request, 'canned-replies'],
        queryFn: ({ pageParam }) =>
            read(
                api.GET('/api/requests/{id}/canned-replies', {
                    params: { path: { id: request }, query: { limit: 100, cursor: pageParam } },
                }),
            ),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: nextCursor,
        enabled: wanted,
    });
}

export function useSaveReply(id: string | undefined, done: () => void) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (reply: { name: string; body: string; language: string }) =>
            id === undefined
                ? read(
                      api.POST('/api/canned-replies', {
                          // No language at all is any; an empty one is only for taking it away
                          body: { ...reply, language: reply.language || null } as Schemas['CannedRepliesForm'],
                      }),
                  )
                : read(api.PATCH('/api/canned-replies/{id}', { params: { path: { id } }, body: reply })),
        onSuccess: done,
        onSettled: () => queries.invalidateQueries({ queryKey: ['canned-replies'] }),
    });
}

export function useDeleteReply(id: string, done: () => void) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: () => read(api.DELETE('/api/canned-replies/{id}', { params: { path: { id } } })),
        onSuccess: done,
        onSettled: () => queries.invalidateQueries({ queryKey: ['canned-replies'] }),
    });
}

export function useClients(q: string) {
    return useInfiniteQuery({
        queryKey: ['clients', q],
        queryFn: ({ pageParam }) =>
            read(api.GET('/api/clients', { params: { query: { q: q || undefined, cursor: pageParam } } })),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: nextCursor,
        placeholderData: keepPreviousData,
    });
}

export function usePhone(number: string | undefined) {
    return useQuery({
        queryKey: ['phone', number],
        queryFn: () =>
            read(
                api.GET('/api/simulator/phones/{number}', {
                    params: { path: { number: number ?? '' }, query: { limit: 100 } },
                }),
            ),
        enabled: Boolean(number),
        refetchInterval: 5_000,
    });
}

export function useText() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (text: { from: string; body: string; media: { contentType: string; base64: string }[] }) =>
            read(api.POST('/api/simulator/messages', { body: text })),
        onSettled: () => queries.invalidateQueries({ queryKey: ['phone'] }),
    });
}
