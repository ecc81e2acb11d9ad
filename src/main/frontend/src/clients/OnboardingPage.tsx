import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { api, read, type Schemas } from '../api/client';
import { useTaskForm } from '../api/queries';
import requestCss from '../request/request.module.css';
import { t } from '../strings';
import type { FormHandle } from '../tasks/FormView';
import type { FormSchema } from '../tasks/schema';
import { TaskPanel } from '../tasks/TaskPanel';
import { Answered, Failure, Loading, PageHead, Panel } from '../ui/parts';
import css from './onboarding.module.css';

const FormView = lazy(() => import('../tasks/FormView'));
const NOTHING = {};

/** The start form of client onboarding, or the review of its welcome. */
export default function OnboardingPage({ task }: Readonly<{ task?: string }>) {
    return (
        <>
            <Link href={task ? '/tasks' : '/clients'} className={requestCss.back}>
                <IconArrowLeft size={16} aria-hidden /> {task ? t.nav.tasks : t.clients.back}
            </Link>
            <div className={css.narrow}>{task ? <Welcome task={task} /> : <Start />}</div>
        </>
    );
}

function Welcome({ task }: Readonly<{ task: string }>) {
    const form = useTaskForm(task);
    const [, navigate] = useLocation();
    return (
        <Answered of={form}>
            {(found) => (
                <>
                    <PageHead title={found.task.client || t.process.client_onboarding} />
                    <TaskPanel task={found.task} onDone={() => navigate('/tasks')} />
                </>
            )}
        </Answered>
    );
}

function Start() {
    const form = useQuery({
        queryKey: ['start-form', 'client_onboarding'],
        queryFn: () =>
            read(api.GET('/api/processes/{key}/start-form', { params: { path: { key: 'client_onboarding' } } })),
        staleTime: Infinity,
    });
    const handle = useRef<FormHandle>(null);
    const queries = useQueryClient();
    const [, navigate] = useLocation();
    const start = useMutation({
        mutationFn: (variables: Record<string, unknown>) =>
            read(
                api.POST('/api/processes/{key}/start', {
                    params: { path: { key: 'client_onboarding' } },
                    body: { variables } as Schemas['TasksSubmission'],
                }),
            ),
        onSuccess: ({ subject }) => {
            void queries.invalidateQueries({ queryKey: ['clients'] });
            notifications.show({ title: t.clients.onboarded, message: t.clients.onboardedHint, color: 'green' });
            navigate(`/clients/${subject}`);
        },
    });
    const submit = () => {
        const variables = handle.current?.submit();
        if (variables) {
            start.mutate(variables);
        } else {
            notifications.show({ color: 'red', message: t.task.invalid });
        }
    };
    return (
        <>
            <PageHead title={t.clients.onboard} />
            <Panel>
                <Text c="dimmed" size="sm" mb="md">
                    {t.clients.onboardHint}
                </Text>
                <Answered of={form}>
                    {({ schema }) => (
                        <Suspense fallback={<Loading />}>
                            <FormView ref={handle} schema={schema as unknown as FormSchema} data={NOTHING} />
                        </Suspense>
                    )}
                </Answered>
                {start.error && <Failure error={start.error} title={t.task.refused} />}
                <Button mt="md" loading={start.isPending} onClick={submit}>
                    {t.clients.onboardGo}
                </Button>
            </Panel>
        </>
    );
}
