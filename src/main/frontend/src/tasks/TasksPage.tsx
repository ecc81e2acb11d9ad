import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowRight, IconChecklist } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, read } from '../api/client';
import { useMe, useTaskCounts, useTasks, type TaskView } from '../api/queries';
import { t } from '../strings';
import { Answered, Empty, Loading, PageHead, Panel } from '../ui/parts';
import { groupNames, TypeTag, UrgencyTag } from '../ui/tags';
import { Due } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import css from './tasks.module.css';

type List = 'mine' | 'open' | 'all';

export const taskAddress = (task: TaskView) =>
    task.subject?.startsWith('C-') ? `/onboarding/${task.id}` : `/requests/${task.subject}`;

export default function TasksPage({ next }: Readonly<{ next: boolean }>) {
    return next ? <NextTask /> : <TaskLists />;
}

/** What is already mine first, then the most urgent of what I may take. */
function NextTask() {
    const [, navigate] = useLocation();
    useEffect(() => {
        let here = true;
        async function go() {
            for (const list of ['mine', 'open'] as const) {
                const { items } = await read(api.GET('/api/tasks', { params: { query: { list, limit: 1 } } }));
                if (items[0] && here) {
                    navigate(taskAddress(items[0]), { replace: true });
                    return;
                }
            }
            if (here) {
                notifications.show({ message: t.tasks.none });
                navigate('/tasks', { replace: true });
            }
        }
        go().catch(() => here && navigate('/tasks', { replace: true }));
        return () => {
            here = false;
        };
    }, [navigate]);
    return <Loading />;
}

function TaskLists() {
    const counts = useTaskCounts().data;
    const [chosen, setChosen] = useState<List>();
    const list: List = chosen ?? (counts && counts.mine === 0 ? 'open' : 'mine');
    const label = (name: string, n: number | undefined) => (n ? `${name} · ${n}` : name);
    return (
        <>
            <PageHead title={t.tasks.title}>
                <Button component={Link} href="/tasks/next" rightSection={<IconArrowRight size={17} aria-hidden />}>
                    {t.tasks.next}
                </Button>
            </PageHead>
            <Panel flush>
                <div className={css.tabs}>
                    <SegmentedControl
                        aria-label={t.tasks.title}
                        value={list}
                        onChange={(value) => setChosen(value as List)}
                        data={[
                            { value: 'mine', label: label(t.tasks.mine, counts?.mine) },
                            { value: 'open', label: label(t.tasks.open, counts?.open) },
                            { value: 'all', label: t.tasks.all },
                        ]}
                    />
                </div>
                <TaskList list={list} />
            </Panel>
        </>
    );
}

function TaskList({ list }: Readonly<{ list: List }>) {
    const tasks = useTasks(list);
    const me = useMe().data?.id;
    return (
        <Answered of={tasks}>
            {({ items }) =>
                items.length === 0 ? (
                    <Empty icon={<IconChecklist />} title={t.tasks.empty} hint={t.tasks.emptyHint} />
                ) : (
                    <ul className={css.list} aria-label={t.tasks.title}>
                        {items.map((task) => (
                            <li key={task.id}>
                                <Link href={taskAddress(task)} className={css.row}>
                                    <span>
                                        <strong>{task.name}</strong>
                                        <span className={css.sub}>
                                            <span>{task.subject}</span>
                                            <TypeTag type={task.type} />
                                            {task.urgency !== 'normal' && <UrgencyTag urgency={task.urgency} />}
                                            <span>{[task.client, task.title].filter(Boolean).join(' · ')}</span>
                                        </span>
                                    </span>
                                    <span className={`${uiCss.small} ${uiCss.quiet}`}>
                                        {task.assignee
                                            ? task.assignee === me
                                                ? t.task.withYou
                                                : t.task.with(task.assignee)
                                            : groupNames(task.candidateGroups)}
                                    </span>
                                    <span className={uiCss.small}>
                                        <Due at={task.dueAt} />
                                    </span>
                                </Link>
                            </li>
                        ))}
                    </ul>
                )
            }
        </Answered>
    );
}
