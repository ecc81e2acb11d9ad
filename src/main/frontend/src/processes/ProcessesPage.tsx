import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { t } from '../strings';
import { Answered, Empty, Failure, PageHead, Panel } from '../ui/parts';
import { Tag } from '../ui/tags';
import { Ago } from '../ui/time';
import css from './processes.module.css';
import { useIncidents, useProcesses, useRetry, type Process } from './queries';

export default function ProcessesPage() {
    const processes = useProcesses();
    return (
        <>
            <PageHead title={t.processes.title} />
            <Text c="dimmed" size="sm" mb="md">
                {t.processes.deploy}
            </Text>
            <Answered of={processes}>
                {({ items }) =>
                    items.length === 0 ? (
                        <Empty title={t.processes.empty} />
                    ) : (
                        <ul className={css.cards}>
                            {items.map((process) => (
                                <Card key={process.key} process={process} />
                            ))}
                        </ul>
                    )
                }
            </Answered>
            <Incidents />
        </>
    );
}

function Card({ process }: Readonly<{ process: Process }>) {
    const running = process.versions.reduce((sum, version) => sum + version.running, 0);
    const old = process.versions.slice(1).filter((version) => version.running > 0);
    return (
        <li>
            <Link href={`/processes/${process.key}`} className={css.card}>
                <strong>{process.name}</strong>
                <span className={css.tags}>
                    <Tag tone={running > 0 ? 'blue' : 'gray'}>{t.processes.running(running)}</Tag>
                    <Tag>{t.diagram.version(process.versions[0]?.version ?? 0)}</Tag>
                    {process.incidents > 0 && <Tag tone="red">{t.processes.incidents(process.incidents)}</Tag>}
                </span>
                {old.map((version) => (
                    <div key={version.id} className={css.old}>
                        {t.processes.old(version.running, version.version)}
                    </div>
                ))}
            </Link>
        </li>
    );
}

function Incidents() {
    const incidents = useIncidents();
    const retry = useRetry(() => notifications.show({ message: t.processes.retried, color: 'green' }));
    return (
        <Panel title={t.processes.faults} flush>
            {retry.error && <Failure error={retry.error} title={t.task.refused} />}
            <Answered of={incidents}>
                {({ items }) =>
                    items.length === 0 ? (
                        <Empty
                            icon={<IconCircleCheck />}
                            title={t.processes.noFaults}
                            hint={t.processes.noFaultsHint}
                        />
                    ) : (
                        <ul className={css.faults}>
                            {items.map((incident) => (
                                <li key={incident.id} className={css.fault}>
                                    <div>
                                        <strong>{incident.step}</strong>{' '}
                                        {incident.subject?.startsWith('R-') && (
                                            <Link href={`/requests/${incident.subject}`}>{incident.subject}</Link>
                                        )}{' '}
                                        <Ago at={incident.at} />
                                        <p className={css.reason}>{incident.reason}</p>
                                    </div>
                                    <Button
                                        variant="light"
                                        loading={retry.isPending && retry.variables === incident.id}
                                        onClick={() => retry.mutate(incident.id)}
                                    >
                                        {t.processes.retry}
                                    </Button>
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Answered>
        </Panel>
    );
}
