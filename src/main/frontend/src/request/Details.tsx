import { Button, Modal, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useOverride, useStaff, type RequestView } from '../api/queries';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import { fullTime } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import { IssueLine } from '../issue/IssueLine';
import { Links } from './Links';
import { Withdraw } from './Withdraw';

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What is known of the request, and what a person may say differently. */
export function Details({ request }: Readonly<{ request: RequestView }>) {
    const override = useOverride(request.id);
    const staff = useStaff().data?.items ?? [];
    const [reroute, setReroute] = useState<string>();
    const closed = request.status === 'closed';
    const people = staff.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} (${id})` }));
    return (
        <>
            <Text size="sm" c="dimmed" mb="sm">
                {t.request.override}
            </Text>
            {override.error && <Failure error={override.error} title={t.task.refused} />}
            <dl className={uiCss.facts}>
                <Fact name={t.request.type}>
                    <Select
                        aria-label={t.request.type}
                        size="xs"
                        w={200}
                        data={options(t.type)}
                        value={request.type}
                        disabled={closed}
                        allowDeselect={false}
                        onChange={(type) => type && type !== request.type && setReroute(type)}
                    />
                </Fact>
                <Fact name={t.request.urgency}>
                    <Select
                        aria-label={t.request.urgency}
                        size="xs"
                        w={200}
                        data={options(t.urgency)}
                        value={request.urgency}
                        disabled={closed}
                        allowDeselect={false}
                        onChange={(urgency) => urgency && override.mutate({ urgency: urgency as 'low' })}
                    />
                </Fact>
                <Fact name={t.request.assignee}>
                    <Select
                        aria-label={t.request.assignee}
                        size="xs"
                        w={200}
                        searchable
                        placeholder={t.common.nobody}
                        data={people}
                        value={request.assignee}
                        disabled={closed}
                        clearable
                        onChange={(assignee) => override.mutate({ assignee })}
                    />
                </Fact>
                <Fact name={t.request.client}>{request.client?.name ?? t.inbox.unknownSender}</Fact>
                <Fact name={t.request.number}>{request.contact.address}</Fact>
                <Fact name={t.request.handlingLabel}>
                    {t.request.handling[request.handling ?? ''] ?? t.common.unknown}
                </Fact>
                <Fact name={t.request.confidence}>
                    {request.confidence === null ? t.common.unknown : `${Math.round(request.confidence * 100)} %`}
                </Fact>
                <Fact name={t.request.sentiment}>{request.sentiment ?? t.common.unknown}</Fact>
                <Fact name={t.request.language}>{request.language ?? t.common.unknown}</Fact>
                <Fact name={t.request.opened}>{fullTime(request.openedAt)}</Fact>
                {request.dueAt && <Fact name={t.request.due}>{fullTime(request.dueAt)}</Fact>}
                {request.closedAt && <Fact name={t.request.closed}>{fullTime(request.closedAt)}</Fact>}
                <Fact name={t.request.issue}>
                    <IssueLine request={request} />
                </Fact>
                <Fact name={t.links.title}>
                    <Links request={request} />
                </Fact>
                {!closed && (
                    <Fact name={t.withdraw.label}>
                        <Withdraw id={request.id} />
                    </Fact>
                )}
                <Fact name={t.request.evidence}>
                    <a href={`/api/requests/${request.id}/evidence`} download title={t.request.evidenceHint}>
                        {t.common.download}
                    </a>{' '}
                    <span className={`${uiCss.quiet} ${uiCss.small}`}>{t.request.evidenceHint}</span>
                </Fact>
            </dl>
            <Modal
                opened={Boolean(reroute)}
                onClose={() => setReroute(undefined)}
                title={t.request.rerouteTitle}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                <Text mb="md">{t.request.reroute}</Text>
                <Button
                    loading={override.isPending}
                    onClick={() =>
                        override.mutate({ type: reroute as 'bug' }, { onSettled: () => setReroute(undefined) })
                    }
                >
                    {t.request.rerouteGo}
                </Button>
            </Modal>
        </>
    );
}

function Fact({ name, children }: Readonly<{ name: string; children: React.ReactNode }>) {
    return (
        <>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </>
    );
}
