import { Alert, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useMemo, useRef, type KeyboardEvent } from 'react';
import { useClaim, useComplete, useMe, useTaskForm, type TaskView } from '../api/queries';
import { t } from '../strings';
import { Answered, Failure, Loading, Panel } from '../ui/parts';
import { groupNames } from '../ui/tags';
import { Due } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import type { FormHandle } from './FormView';
import { CannedReplies } from './CannedReplies';
import { besideThePage, outcomesOf, withoutReplies, writesToClient, type FormSchema } from './schema';
import css from './tasks.module.css';

const FormView = lazy(() => import('./FormView'));

/** A task with its form in place: completing it here is completing it in Tasklist. */
export function TaskPanel({ task, onDone }: Readonly<{ task: TaskView; onDone?: () => void }>) {
    return (
        <Panel title={task.name} actions={<WhoHasIt task={task} />}>
            <TaskBody key={task.id} task={task} onDone={onDone} />
        </Panel>
    );
}

function WhoHasIt({ task }: Readonly<{ task: TaskView }>) {
    const me = useMe().data?.id;
    const claim = useClaim();
    const mine = task.assignee === me;
    const change = (take: boolean) => claim.mutate({ id: task.id, claim: take });
    return (
        <>
            <span className={`${uiCss.quiet} ${uiCss.small}`}>
                {task.assignee
                    ? mine
                        ? t.task.withYou
                        : t.task.with(task.assignee)
                    : t.task.for(groupNames(task.candidateGroups))}
                {task.dueAt && (
                    <>
                        {' · '}
                        {t.task.due} <Due at={task.dueAt} />
                    </>
                )}
            </span>
            {!task.assignee && (
                <Button size="compact-sm" variant="light" loading={claim.isPending} onClick={() => change(true)}>
                    {t.task.claim}
                </Button>
            )}
            {mine && (
                <Button size="compact-sm" variant="default" loading={claim.isPending} onClick={() => change(false)}>
                    {t.task.unclaim}
                </Button>
            )}
        </>
    );
}

function TaskBody({ task, onDone }: Readonly<{ task: TaskView; onDone?: () => void }>) {
    const form = useTaskForm(task.id);
    return (
        <Answered of={form}>
            {({ schema, data }) => (
                <Filling task={task} schema={schema as unknown as FormSchema} data={data} onDone={onDone} />
            )}
        </Answered>
    );
}

interface FillingProps {
    task: TaskView;
    schema: FormSchema;
    data: Record<string, unknown>;
    onDone?: () => void;
}

function Filling({ task, schema, data, onDone }: Readonly<FillingProps>) {
    const me = useMe().data?.id;
    const claim = useClaim();
    const complete = useComplete(() => {
        notifications.show({ title: `${t.task.done}: ${task.name}`, message: t.task.doneHint, color: 'green' });
        onDone?.();
    });
    const handle = useRef<FormHandle>(null);
    // An onboarding has no request for which a reply could be filled in: there the form's own list stays
    const replies = Boolean(task.subject?.startsWith('R-')) && writesToClient(schema);
    const shown = useMemo(() => besideThePage(replies ? withoutReplies(schema) : schema), [schema, replies]);
    const outcomes = useMemo(() => outcomesOf(schema), [schema]);
    const theirs = Boolean(task.assignee) && task.assignee !== me;

    function submit(decision: string | undefined) {
        const entered = handle.current?.submit();
        if (!entered) {
            notifications.show({ color: 'red', message: t.task.invalid });
            return;
        }
        complete.mutate({ id: task.id, variables: decision ? { ...entered, decision } : entered });
    }

    async function takeOver() {
        await claim.mutateAsync({ id: task.id, claim: false });
        await claim.mutateAsync({ id: task.id, claim: true });
    }

    function keyed(event: KeyboardEvent) {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !theirs && !complete.isPending) {
            event.preventDefault();
            submit(outcomes[0]?.value);
        }
    }

    return (
        // Not a control of its own: it hears the keys of the fields inside
        <div onKeyDown={keyed} role="presentation">
            <Suspense fallback={<Loading />}>
                <FormView ref={handle} schema={shown} data={data} readOnly={theirs} />
            </Suspense>
            {complete.error && <Failure error={complete.error} title={t.task.refused} />}
            {claim.error && <Failure error={claim.error} title={t.task.refused} />}
            <div className={css.formFoot}>
                {theirs ? (
                    <Alert color="gray" variant="light" className={css.theirs}>
                        {t.task.with(task.assignee)}.{' '}
                        <Button
                            size="compact-sm"
                            variant="default"
                            loading={claim.isPending}
                            onClick={() => void takeOver()}
                        >
                            {t.task.takeOver}
                        </Button>
                    </Alert>
                ) : (
                    <>
                        {outcomes.map(({ value, label }, i) => (
                            <Button
                                key={value}
                                variant={i === 0 ? 'filled' : 'default'}
                                onClick={() => submit(value)}
                                loading={complete.isPending && complete.variables?.variables.decision === value}
                                disabled={complete.isPending}
                            >
                                {label}
                            </Button>
                        ))}
                        {outcomes.length === 0 && (
                            <Button onClick={() => submit(undefined)} loading={complete.isPending}>
                                {t.task.complete}
                            </Button>
                        )}
                        {replies && (
                            <CannedReplies request={task.subject} onChoose={(words) => handle.current?.add(words)} />
                        )}
                        <span className={`${uiCss.quiet} ${uiCss.small}`}>{t.task.keysHint}</span>
                    </>
                )}
            </div>
        </div>
    );
}
