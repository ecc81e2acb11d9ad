import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read, type Schemas } from '../api/client';

export type Process = Schemas['ProcessesProcess'];
export type Load = Schemas['ProcessesElementLoad'];

const NOW_AND_THEN = 30_000;

export function useProcesses() {
    return useQuery({
        queryKey: ['processes'],
        queryFn: () => read(api.GET('/api/processes')),
        refetchInterval: NOW_AND_THEN,
    });
}

export function useXml(definitionId: string) {
    return useQuery({
        queryKey: ['diagram', definitionId],
        queryFn: () =>
            read(
                api.GET('/api/processes/{definitionId}/xml', { params: { path: { definitionId } }, parseAs: 'text' }),
            ) as unknown as Promise<string>,
        staleTime: Infinity,
    });
}

export function useLoad(definitionId: string) {
    return useQuery({
        queryKey: ['processes', definitionId, 'load'],
        queryFn: () => read(api.GET('/api/processes/{definitionId}/load', { params: { path: { definitionId } } })),
        refetchInterval: NOW_AND_THEN,
    });
}

export function useIncidents() {
    return useQuery({
        queryKey: ['incidents'],
        queryFn: () => read(api.GET('/api/incidents')),
        refetchInterval: NOW_AND_THEN,
    });
}

export function useRetry(done: () => void) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (id: string) => read(api.POST('/api/incidents/{id}/retry', { params: { path: { id } } })),
        onSuccess: done,
        onSettled: () => queries.invalidateQueries({ queryKey: ['incidents'] }),
    });
}

/** @param trial tries and takes back: nothing changes */
export function useMove(from: string, to: string, trial: boolean) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (instances?: string[]) =>
            read(
                api.POST(trial ? '/api/processes/{definitionId}/move/try' : '/api/processes/{definitionId}/move', {
                    params: { path: { definitionId: from } },
                    body: { to, instances } as Schemas['ProcessesMoveForm'],
                }),
            ),
        onSettled: () => queries.invalidateQueries({ queryKey: ['processes'] }),
    });
}
