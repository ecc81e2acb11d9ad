import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, read } from '../api/client';
import { t } from '../strings';
import { Answered, Failure, PageHead, Panel } from '../ui/parts';
import { Tag } from '../ui/tags';
import { fullTime } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import css from './issue.module.css';

type Reason = 'completed' | 'not_planned';

/** An issue of the local tracker: where the address that staff and clients' requests carry leads to. */
export default function IssuePage({ number }: Readonly<{ number: number }>) {
    const [closing, setClosing] = useState<Reason>();
    const queries = useQueryClient();
    const issue = useQuery({
        queryKey: ['issue', number],
        queryFn: () => read(api.GET('/api/issues/{number}', { params: { path: { number } } })),
    });
    const close = useMutation({
        mutationFn: ({ request, reason }: { request: string; reason: Reason }) =>
            read(
                api.PATCH('/api/requests/{id}/issue', {
                    params: { path: { id: request } },
                    body: { state: 'closed', reason },
                }),
            ),
        onSettled: () => queries.invalidateQueries({ queryKey: ['issue', number] }),
    });
    return (
        <Answered of={issue}>
            {(found) => (
                <>
                    <PageHead title={found.title}>
                        <Tag tone={found.state === 'open' ? 'teal' : 'gray'}>
                            {found.state === 'closed' && found.closeReason
                                ? t.issue[found.closeReason as Reason]
                                : t.issue[found.state as 'open']}
                        </Tag>
                    </PageHead>
                    <div className={css.columns}>
                        <Panel title={t.issue.title(found.number)}>
                            <div className={css.body}>{found.body}</div>
                        </Panel>
                        <Panel title={t.issue.local}>
                            <dl className={uiCss.facts}>
                                {found.requestId && (
                                    <>
                                        <dt>{t.issue.from}</dt>
                                        <dd>
                                            <Link href={`/requests/${found.requestId}`}>{found.requestId}</Link>
                                        </dd>
                                    </>
                                )}
                                <dt>{t.issue.assignee}</dt>
                                <dd>{found.assignee || t.common.nobody}</dd>
                                <dt>{t.issue.labels}</dt>
                                <dd>{found.labels.join(', ') || t.common.none}</dd>
                                <dt>{t.issue.created}</dt>
                                <dd>{fullTime(found.createdAt)}</dd>
                            </dl>
                            {found.state === 'open' && found.requestId && (
                                <Group mt="md" gap="xs">
                                    <Button onClick={() => setClosing('completed')}>{t.issue.closeCompleted}</Button>
                                    <Button variant="default" onClick={() => setClosing('not_planned')}>
                                        {t.issue.closeNotPlanned}
                                    </Button>
                                </Group>
                            )}
                            {close.error && <Failure error={close.error} title={t.task.refused} />}
                        </Panel>
                    </div>
                    <Modal
                        opened={closing !== undefined}
                        onClose={() => setClosing(undefined)}
                        title={t.issue.closeTitle}
                        closeButtonProps={{ 'aria-label': t.common.close }}
                    >
                        <Text mb="md">{t.issue.closeHint}</Text>
                        <Button
                            loading={close.isPending}
                            onClick={() =>
                                close.mutate(
                                    { request: found.requestId, reason: closing as Reason },
                                    { onSettled: () => setClosing(undefined) },
                                )
                            }
                        >
                            {closing === 'completed' ? t.issue.closeCompleted : t.issue.closeNotPlanned}
                        </Button>
                    </Modal>
                </>
            )}
        </Answered>
    );
}
