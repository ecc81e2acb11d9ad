import { Switch } from '@mantine/core';
import { IconMessage, IconRobot, IconSettings, IconUser, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTimeline, type TimelineEntry } from '../api/queries';
import { t } from '../strings';
import { Answered, Empty } from '../ui/parts';
import { Clock, duration } from '../ui/time';
import css from './timeline.module.css';

const ICONS: Record<string, Icon> = { client: IconMessage, staff: IconUser, ai: IconRobot, system: IconSettings };

/** Who did what, in one order; the engine's own steps only on demand. */
export function Timeline({ id }: Readonly<{ id: string }>) {
    const [steps, setSteps] = useState(false);
    const timeline = useTimeline(id);
    return (
        <>
            <Switch
                label={t.timeline.steps}
                size="sm"
                mb="sm"
                checked={steps}
                onChange={(e) => setSteps(e.currentTarget.checked)}
            />
            <Answered of={timeline}>
                {({ items }) => {
                    const shown = items.filter(({ source, type }) => source === 'crm' || steps || type === 'userTask');
                    return shown.length === 0 ? (
                        <Empty title={t.timeline.empty} />
                    ) : (
                        <ol className={css.timeline}>
                            {shown.map((entry, i) => (
                                <Entry key={`${entry.at}-${i}`} entry={entry} />
                            ))}
                        </ol>
                    );
                }}
            </Answered>
        </>
    );
}

/** Names of details that say nothing to a reader: ids and keys for machines. */
const INNER = new Set([
    'round',
    'task',
    'message',
    'approved',
    'step',
    'endedAt',
    'address',
    'sha256',
    'document',
    'approval',
]);

function details(entry: TimelineEntry): string {
    const values = (entry.details ?? {}) as Record<string, unknown>;
    const told = Object.entries(values)
        .filter(([name, value]) => !INNER.has(name) && value !== '' && value !== null && typeof value !== 'object')
        .map(
            ([name, value]) =>
                `${words(name)}: ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value)}`,
        );
    if (typeof values.endedAt === 'string') {
        told.push(t.timeline.took(duration(new Date(values.endedAt).getTime() - new Date(entry.at).getTime())));
    }
    return told.join(' · ');
}

const words = (name: string) =>
    name
        .replace(/([A-Z])/g, ' $1')
        .replaceAll('_', ' ')
        .toLowerCase();

function Entry({ entry }: Readonly<{ entry: TimelineEntry }>) {
    const Mark = ICONS[entry.actor.kind] ?? IconSettings;
    const more = details(entry);
    return (
        <li className={css.entry}>
            <span className={`${css.mark} ${css[entry.actor.kind] ?? ''}`} title={t.actor[entry.actor.kind]}>
                <Mark size={15} aria-hidden />
            </span>
            <div>
                <div className={css.line}>
                    <strong>{entry.text}</strong>
                    <span className={css.who}>
                        <span className="visually-hidden">{t.actor[entry.actor.kind]} </span>
                        {entry.actor.name}
                    </span>
                    <span className={css.at}>
                        <Clock at={entry.at} />
                    </span>
                </div>
                {more && <div className={css.details}>{more}</div>}
            </div>
        </li>
    );
}
