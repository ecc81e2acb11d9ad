import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../api/client';
import { useProcessPaths, type ProcessPath } from '../api/queries';
import { Diagram } from '../diagram/Diagram';
import { t } from '../strings';
import { Answered, Empty } from '../ui/parts';
import { Tag, type Tone } from '../ui/tags';
import { Clock, duration } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import { marksOf } from '../diagram/marks';

const TONES: Record<string, Tone> = { done: 'green', active: 'blue', incident: 'red' };

/** The request's diagrams with the token on them, and the same path in words. */
export default function ProcessView({ id }: Readonly<{ id: string }>) {
    const paths = useProcessPaths(id);
    return (
        <Answered of={paths}>
            {({ items }) => (items.length === 0 ? <Empty title={t.timeline.empty} /> : <Chosen paths={items} />)}
        </Answered>
    );
}

function Chosen({ paths }: Readonly<{ paths: ProcessPath[] }>) {
    const [chosen, setChosen] = useState<string>();
    // What is under way deepest down is what a reader looks for
    const path =
        paths.find(({ instanceId }) => instanceId === chosen) ??
        paths.findLast(({ endedAt }) => !endedAt) ??
        paths[paths.length - 1]!;
    const xml = useQuery({
        queryKey: ['diagram', path.definitionId],
        queryFn: () =>
            read(
                api.GET('/api/processes/{definitionId}/xml', {
                    params: { path: { definitionId: path.definitionId } },
                    parseAs: 'text',
                }),
            ) as Promise<string>,
        staleTime: Infinity,
    });
    const labels = paths.map((p) => ({
        value: p.instanceId,
        label: `${p.name} · ${t.diagram.version(p.version)} · ${p.endedAt ? t.diagram.ended : t.diagram.running}`,
    }));
    return (
        <>
            <Select
                aria-label={t.diagram.choose}
                data={labels}
                value={path.instanceId}
                allowDeselect={false}
                maw={420}
                mb="sm"
                onChange={(value) => setChosen(value ?? undefined)}
            />
            <Answered of={xml}>
                {(text) => <Diagram xml={text} marks={marksOf(path.visits)} label={path.name} />}
            </Answered>
            <PathInWords path={path} />
        </>
    );
}

function PathInWords({ path }: Readonly<{ path: ProcessPath }>) {
    const steps = path.visits.filter(
        ({ type, name }) => name && !type.endsWith('Gateway') && type !== 'multiInstanceBody',
    );
    return (
        <div className={uiCss.scroll} tabIndex={0} role="region" aria-label={t.diagram.listTitle}>
            <table className={uiCss.table}>
                <caption className="visually-hidden">{t.diagram.listTitle}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t.diagram.step}</th>
                        <th scope="col">{t.diagram.state}</th>
                        <th scope="col">{t.diagram.began}</th>
                        <th scope="col">{t.diagram.duration}</th>
                    </tr>
                </thead>
                <tbody>
                    {steps.map((visit, i) => (
                        <tr key={`${visit.element}-${i}`}>
                            <td>{visit.name}</td>
                            <td>
                                <Tag tone={TONES[visit.state]}>{t.diagram.legend[visit.state as 'done']}</Tag>
                            </td>
                            <td>
                                <Clock at={visit.startedAt} />
                            </td>
                            <td>
                                {duration(
                                    (visit.endedAt ? new Date(visit.endedAt) : new Date()).getTime() -
                                        new Date(visit.startedAt).getTime(),
                                )}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
