import { Button, CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconInbox, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useRequests, useSimulated, type RequestFilters } from '../api/queries';
import { t } from '../strings';
import { Answered, Empty, PageHead, Panel } from '../ui/parts';
import { asked, useFilters } from './filters';
import css from './inbox.module.css';
import { NewRequest } from './NewRequest';
import { RequestRow } from './RequestRow';

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const STATUSES = [
    { value: 'open', label: t.inbox.open },
    { value: 'all', label: t.inbox.everything },
];

export function InboxPage() {
    const [filters, change] = useFilters();
    return (
        <>
            <PageHead title={t.inbox.title}>
                <span className={css.live}>{t.inbox.updatedLive}</span>
                <NewRequest />
            </PageHead>
            <Panel flush>
                <Filters filters={filters} change={change} />
                <RequestList
                    filters={filters}
                    clear={() => change({ type: '', urgency: '', q: '', status: '', assignee: '' })}
                />
            </Panel>
        </>
    );
}

function Filters({ filters, change }: Readonly<{ filters: RequestFilters; change: (change: RequestFilters) => void }>) {
    const [words, setWords] = useState(filters.q ?? '');
    const search = useDebouncedCallback((q: string) => change({ q }), 250);
    const field = useRef<HTMLInputElement>(null);
    const jump = new URLSearchParams(useSearch()).has('search');
    useEffect(() => {
        if (jump) {
            field.current?.focus();
        }
    }, [jump]);
    useEffect(() => {
        if (!filters.q) {
            setWords('');
        }
    }, [filters.q]);
    const type = (q: string) => {
        setWords(q);
        search(q);
    };
    return (
        <div className={css.filters} role="search">
            <TextInput
                ref={field}
                className={css.search}
                aria-label={t.inbox.search}
                placeholder={t.inbox.search}
                title={t.inbox.searchHint}
                leftSection={<IconSearch size={16} aria-hidden />}
                rightSection={
                    words ? <CloseButton size="sm" aria-label={t.inbox.clearSearch} onClick={() => type('')} /> : null
                }
                value={words}
                onChange={(event) => type(event.currentTarget.value)}
            />
            <SegmentedControl
                aria-label={t.inbox.status}
                data={STATUSES}
                value={filters.status === 'all' ? 'all' : 'open'}
                onChange={(status) => change({ status: status === 'all' ? 'all' : '' })}
            />
            <Select
                className={css.select}
                aria-label={t.inbox.type}
                placeholder={t.inbox.allTypes}
                clearable
                data={options(t.type)}
                value={filters.type ?? null}
                onChange={(value) => change({ type: value ?? '' })}
            />
            <Select
                className={css.select}
                aria-label={t.inbox.urgency}
                placeholder={t.inbox.allUrgencies}
                clearable
                data={options(t.urgency)}
                value={filters.urgency ?? null}
                onChange={(value) => change({ urgency: value ?? '' })}
            />
        </div>
    );
}

function RequestList({ filters, clear }: Readonly<{ filters: RequestFilters; clear: () => void }>) {
    const requests = useRequests(asked(filters));
    const filtered = Boolean(filters.q ?? filters.type ?? filters.urgency ?? filters.assignee);
    return (
        <Answered of={requests}>
            {({ pages }) => {
                const items = pages.flatMap((page) => page.items);
                if (items.length === 0) {
                    return filtered ? (
                        <Empty title={t.inbox.nothingFound} hint={t.inbox.nothingFoundHint} icon={<IconSearch />}>
                            <Button variant="default" onClick={clear}>
                                {t.inbox.clearFilters}
                            </Button>
                        </Empty>
                    ) : (
                        <NothingOpen />
                    );
                }
                return (
                    <>
                        <div className={css.wide} aria-hidden>
                            <div className={css.heads}>
                                <span>{t.inbox.request}</span>
                                <span>{t.inbox.waitsFor}</span>
                                <span>{t.inbox.due}</span>
                                <span>{t.inbox.opened}</span>
                            </div>
                        </div>
                        <ul className={css.list} aria-label={t.inbox.title}>
                            {items.map((request) => (
                                <RequestRow key={request.id} request={request} />
                            ))}
                        </ul>
                        {requests.hasNextPage && (
                            <div className={css.foot}>
                                <Button
                                    variant="default"
                                    loading={requests.isFetchingNextPage}
                                    onClick={() => void requests.fetchNextPage()}
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

function NothingOpen() {
    const simulated = useSimulated();
    return (
        <Empty title={t.inbox.empty} hint={simulated ? t.inbox.emptyHint : t.inbox.emptyLive} icon={<IconInbox />}>
            {simulated && (
                <Button component={Link} href="/phone">
                    {t.inbox.toPhone}
                </Button>
            )}
        </Empty>
    );
}
