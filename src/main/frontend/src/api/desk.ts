import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read, type Schemas } from './client';
import { nextCursor, useRefresh } from './queries';

export type CannedReply = Schemas['CannedReply'];
export type RenderedReply = Schemas['CannedRepliesRendered'];
export type Note = Schemas['NotesNote'];

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

export function useWithdraw(id: string) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: (reason: string) =>
            read(api.POST('/api/requests/{id}/withdraw', { params: { path: { id } }, body: { reason } })),
        onSettled: refresh,
    });
}

export type Kind = Schemas['RequestLinksLink']['kind'];

export function useLink(id: string) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: ({ to, kind }: { to: string; kind: Kind }) =>
            read(api.POST('/api/requests/{id}/links', { params: { path: { id } }, body: { to, kind } })),
        onSettled: refresh,
    });
}

export function useUnlink(id: string) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: (to: string) => read(api.DELETE('/api/requests/{id}/links/{to}', { params: { path: { id, to } } })),
        onSettled: refresh,
    });
}

/** @param done told which request goes on */
export function useMerge(id: string, done: (into: string) => void) {
    const refresh = useRefresh();
    return useMutation({
        mutationFn: (into: string) =>
            read(api.POST('/api/requests/{id}/merge', { params: { path: { id } }, body: { into } })),
        onSuccess: (into) => done(into.id),
        onSettled: refresh,
    });
}

/** Says that somebody writes by hand, so that no model drafts over them, or that they have stopped. */
export function useWriting(id: string) {
    return useMutation({
        mutationFn: (writes: boolean) => {
            const at = { params: { path: { id } } };
            return writes
                ? read(api.POST('/api/requests/{id}/writing', at))
                : read(api.DELETE('/api/requests/{id}/writing', at));
        },
    });
}
