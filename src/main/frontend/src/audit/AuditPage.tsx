import { Alert, Button, Progress, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, read } from '../api/client';
import type { EventView } from '../api/queries';
import { t } from '../strings';
import { Answered, Empty, Failure, PageHead, Panel } from '../ui/parts';
import { Tag, type Tone } from '../ui/tags';
import { fullTime } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import css from './audit.module.css';
import { allEvents, csvOf, save } from './export';

export interface EventFilters {
    request?: string;
    client?: string;
    actor?: string;
    type?: string;
    from?: string;
    to?: string;
}

const TONES: Record<string, Tone> = { client: 'teal', staff: 'blue', ai: 'violet' };

export default function AuditPage() {
    const [typed, setTyped] = useState<EventFilters>({});
    const [filters] = useDebouncedValue(typed, 300);
    const set = (name: keyof EventFilters) => (value: string) => setTyped({ ...typed, [name]: value || undefined });
    return (
        <>
            <PageHead title={t.audit.title}>
                <Exports filters={filters} />
            </PageHead>
            <Verification />
            <Panel flush>
                <div className={css.filters} role="search">
                    <Field label={t.audit.request} placeholder="R-1042" onChange={set('request')} />
                    <Field label={t.audit.client} placeholder="C-7" onChange={set('client')} />
                    <Field label={t.audit.actor} placeholder={t.audit.actorHint} onChange={set('actor')} />
                    <Field label={t.audit.type} placeholder={t.audit.typeHint} onChange={set('type')} />
                    <Field label={t.audit.from} type="date" onChange={(day) => set('from')(midnight(day, 0))} />
                    <Field label={t.audit.to} type="date" onChange={(day) => set('to')(midnight(day, 1))} />
                </div>
                <Events filters={filters} />
            </Panel>
        </>
    );
}

/** The beginning of a day in the reader's own zone, or of a later one. */
function midnight(day: string, later: number): string {
    if (!day) {
        return '';
    }
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new Date(year, month - 1, date + later).toISOString();
}

interface FieldProps {
    label: string;
    placeholder?: string;
    type?: string;
    onChange: (value: string) => void;
}

function Field({ label, placeholder, type, onChange }: Readonly<FieldProps>) {
    return (
        <TextInput
            size="xs"
            label={label}
            placeholder={placeholder}
            type={type}
            onChange={(event) => onChange(event.currentTarget.value.trim())}
        />
    );
}

function Verification() {
    const verify = useMutation({ mutationFn: () => read(api.GET('/api/audit/verify')) });
    const verdict = verify.data;
    return (
        <div className={css.verdict}>
            <p className={uiCss.quiet}>{t.audit.intro}</p>
            <Button
                variant="light"
                leftSection={<IconShieldCheck size={17} aria-hidden />}
                loading={verify.isPending}
                onClick={() => verify.mutate()}
            >
                {t.audit.verify}
            </Button>
            {verify.error && <Failure error={verify.error} />}
            {verdict && (
                <Alert role="status" mt="sm" variant="light" color={verdict.valid ? 'green' : 'red'}>
                    {verdict.valid ? t.audit.valid(verdict.events) : t.audit.broken(verdict.firstBroken)}
                    {verdict.valid && (
                        <div className={css.mono}>
                            {t.audit.head}: {verdict.head}
                        </div>
                    )}
                </Alert>
            )}
        </div>
    );
}

function Exports({ filters }: Readonly<{ filters: EventFilters }>) {
    const [count, setCount] = useState(0);
    const gather = useMutation({
        mutationFn: async (kind: 'csv' | 'json') => {
            const events = await allEvents(filters, setCount);
            if (kind === 'csv') {
                save('events.csv', 'text/csv', csvOf(events));
            } else {
                save('events.json', 'application/json', JSON.stringify(events, null, 2));
            }
        },
    });
    return (
        <div className={css.actions}>
            {gather.isPending && <Progress w={160} value={100} animated aria-label={t.audit.exporting(count)} />}
            {gather.error && <Failure error={gather.error} />}
            {(['csv', 'json'] as const).map((kind) => (
                <Button
                    key={kind}
                    variant="default"
                    leftSection={<IconDownload size={16} aria-hidden />}
                    disabled={gather.isPending}
                    onClick={() => gather.mutate(kind)}
                >
                    {kind === 'csv' ? t.audit.exportCsv : t.audit.exportJson}
                </Button>
            ))}
        </div>
    );
}

function Events({ filters }: Readonly<{ filters: EventFilters }>) {
    const events = useInfiniteQuery({
        queryKey: ['events', filters],
        queryFn: ({ pageParam }) =>
            read(api.GET('/api/events', { params: { query: { ...filters, cursor: pageParam } } })),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        placeholderData: keepPreviousData,
    });
    return (
        <Answered of={events}>
            {({ pages }) => {
                const items = pages.flatMap((page) => page.items);
                return items.length === 0 ? (
                    <Empty icon={<IconShieldCheck />} title={t.audit.empty} hint={t.audit.emptyHint} />
                ) : (
                    <>
                        <EventTable events={items} />
                        {events.hasNextPage && (
                            <div className={css.foot}>
                                <Button
                                    variant="default"
                                    loading={events.isFetchingNextPage}
                                    onClick={() => void events.fetchNextPage()}
                                >
                                    {t.common.loadMore}
                                </Button>
                            </div>
                        )}
                    </>
                );
            }}
        </Answered>
    );
}

function EventTable({ events }: Readonly<{ events: EventView[] }>) {
    return (
        <div className={uiCss.scroll} tabIndex={0} role="region" aria-label={t.audit.title}>
            <table className={uiCss.table}>
                <thead>
                    <tr>
                        <th scope="col">{t.audit.seq}</th>
                        <th scope="col">{t.audit.when}</th>
                        <th scope="col">{t.audit.type}</th>
                        <th scope="col">{t.audit.actor}</th>
                        <th scope="col">{t.audit.request}</th>
                        <th scope="col">{t.audit.details}</th>
                    </tr>
                </thead>
                <tbody>
                    {events.map((event) => (
                        <tr key={event.seq}>
                            <td>{event.seq}</td>
                            <td className={css.who}>{fullTime(event.at)}</td>
                            <td>{event.type}</td>
                            <td>
                                <Tag tone={TONES[event.actor.kind]}>{t.actor[event.actor.kind]}</Tag> {event.actor.name}
                            </td>
                            <td className={css.who}>
                                {event.requestId && (
                                    <Link href={`/requests/${event.requestId}`}>{event.requestId}</Link>
                                )}
                                {!event.requestId && event.clientId && (
                                    <Link href={`/clients/${event.clientId}`}>{event.clientId}</Link>
                                )}
                            </td>
                            <td>
                                <details>
                                    <summary>{t.audit.show}</summary>
                                    <pre className={`${css.details} ${css.mono}`}>
                                        {JSON.stringify(event.details, null, 1)}
                                    </pre>
                                    <div className={css.mono}>
                                        {t.audit.hash}: {event.hash}
                                    </div>
                                </details>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
