import { Link } from 'wouter';
import type { RequestView } from '../api/queries';
import { t } from '../strings';
import { Tag } from '../ui/tags';

const STATES: Record<string, string> = { open: t.issue.open, filing: t.issue.filing, closed: t.issue.closed };

/** The request's issue in a line; one of the local tracker leads to its own page. */
export function IssueLine({ request }: Readonly<{ request: RequestView }>) {
    const { issue } = request;
    if (!issue) {
        return t.request.noIssue;
    }
    const name = `${issue.repository}#${issue.number ?? '…'}`;
    return (
        <>
            {issue.provider === 'local' && issue.number ? (
                <Link href={`/issues/${issue.number}`}>{name}</Link>
            ) : issue.url ? (
                <a href={issue.url} target="_blank" rel="noreferrer">
                    {name}
                </a>
            ) : (
                name
            )}{' '}
            <Tag tone={issue.state === 'open' ? 'teal' : 'gray'}>{STATES[issue.state] ?? issue.state}</Tag>
        </>
    );
}
