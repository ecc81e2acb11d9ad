import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './client';

const ATTEMPTS = 2;

/** A refusal stays one however often it is asked again; a fault on the way may not. */
export const queries = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 5_000,
            retry: (failures, error) => !(error instanceof ApiProblem && error.status < 500) && failures < ATTEMPTS,
        },
    },
});
