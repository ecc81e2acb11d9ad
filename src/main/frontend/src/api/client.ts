import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** What the server refused, in the sentence that it gave. */
export class ApiProblem extends Error {
    constructor(
        readonly status: number,
        sentence: string,
    ) {
        super(sentence);
    }
}

/** The token that Spring Security put into a cookie, for whatever changes something. */
export function csrfToken(): string {
    return decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '');
}

const session: Middleware = {
    onRequest({ request }) {
        if (request.method !== 'GET') {
            request.headers.set('X-XSRF-TOKEN', csrfToken());
        }
    },
    onResponse({ response }) {
        if (response.status === 401) {
            // The session is over: after signing in, the server leads back to this page
            window.location.assign('/login');
        }
    },
};

export const api = createClient<paths>({
    baseUrl: window.location.origin,
    fetch: (request) => globalThis.fetch(request),
});
api.use(session);

interface Answer<T> {
    data?: T;
    error?: unknown;
    response: Response;
}

function sentenceOf(error: unknown): string | undefined {
    return typeof error === 'object' && error !== null && 'detail' in error ? String(error.detail) : undefined;
}

/** The answer's content; a refusal is thrown as {@link ApiProblem}. */
export async function read<T>(call: Promise<Answer<T>>): Promise<T> {
    const { data, error, response } = await call;
    if (!response.ok) {
        throw new ApiProblem(response.status, sentenceOf(error) ?? `The server answered ${response.status}.`);
    }
    return data as T;
}

/** For uploads and downloads, which the generated client does not describe. */
export async function send(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(path, { ...init, headers: { ...init.headers, 'X-XSRF-TOKEN': csrfToken() } });
    if (!response.ok) {
        const problem: unknown = await response.json().catch(() => undefined);
        throw new ApiProblem(response.status, sentenceOf(problem) ?? `The server answered ${response.status}.`);
    }
    return response;
}
