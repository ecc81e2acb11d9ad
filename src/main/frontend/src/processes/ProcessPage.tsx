import { Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Diagram } from '../diagram/Diagram';
import type { Mark } from '../diagram/marks';
import requestCss from '../request/request.module.css';
import { t } from '../strings';
import { Answered, Empty, PageHead, Panel } from '../ui/parts';
import { Ago, duration, fullTime } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import { MoveOld } from './MoveOld';
import css from './processes.module.css';
import { useLoad, useProcesses, useXml, type Load, type Process } from './queries';

export default function ProcessPage({ processKey }: Readonly<{ processKey: string }>) {
    const processes = useProcesses();
    return (
        <>
            <Link href="/processes" className={requestCss.back}>
                <IconArrowLeft size={16} aria-hidden /> {t.processes.back}
            </Link>
            <Answered of={processes}>
                {({ items }) => {
                    const process = items.find(({ key }) => key === processKey);
                    return process ? (
                        <Shown process={process} />
                    ) : (
                        <Empty title={t.common.notFound} hint={t.common.notFoundHint} />
                    );
                }}
            </Answered>
        </>
    );
}

function Shown({ process }: Readonly<{ process: Process }>) {
    const [chosen, setChosen] = useState<string>();
    const version = process.versions.find(({ id }) => id === chosen) ?? process.versions[0]!;
    return (
        <>
            <PageHead title={process.name}>
                <Select
                    aria-label={t.processes.versions}
                    value={version.id}
                    allowDeselect={false}
                    w={320}
                    data={process.versions.map(({ id, version: n, running, deployedAt }) => ({
                        value: id,
                        label: `${t.diagram.version(n)} · ${t.processes.running(running)} · ${fullTime(deployedAt)}`,
                    }))}
                    onChange={(id) => setChosen(id ?? undefined)}
                />
            </PageHead>
            <MoveOld process={process} />
            <Panel>
                <Loaded definitionId={version.id} label={process.name} />
            </Panel>
        </>
    );
}

function Loaded({ definitionId, label }: Readonly<{ definitionId: string; label: string }>) {
    const xml = useXml(definitionId);
    const load = useLoad(definitionId);
    const items = load.data?.items;
    const marks = useMemo(() => (items ?? []).map(markOf).filter((mark) => mark !== null), [items]);
    return (
        <>
            <Answered of={xml}>{(text) => <Diagram xml={text} marks={marks} label={label} tall />}</Answered>
            <Answered of={load}>{({ items: elements }) => <LoadTable elements={elements} />}</Answered>
        </>
    );
}

/** What waits at an element: how many, and since when the first of them. */
function markOf({ element, here, longestSince }: Load): Mark | null {
    if (here === 0) {
        return null;
    }
    const wait = longestSince ? ` · ${duration(Date.now() - new Date(longestSince).getTime())}` : '';
    return { element, state: 'active', note: `${here}${wait}` };
}

function LoadTable({ elements }: Readonly<{ elements: Load[] }>) {
    const steps = elements.filter(({ name }) => name);
    return (
        <div className={uiCss.scroll} tabIndex={0} role="region" aria-label={t.processes.element}>
            <table className={uiCss.table}>
                <thead>
                    <tr>
                        <th scope="col">{t.processes.element}</th>
                        <th scope="col">{t.processes.here}</th>
                        <th scope="col">{t.processes.longest}</th>
                        <th scope="col">{t.processes.passed}</th>
                        <th scope="col">{t.processes.average}</th>
                    </tr>
                </thead>
                <tbody>
                    {steps.map(({ element, name, here, done, longestSince, averageMs }) => (
                        <tr key={element}>
                            <td>{name}</td>
                            <td>{here || ''}</td>
                            <td className={css.old}>{longestSince && <Ago at={longestSince} />}</td>
                            <td>{done}</td>
                            <td>{averageMs === null ? '' : duration(averageMs)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
