import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useLiveUpdates } from './api/live';
import { InboxPage } from './inbox/InboxPage';
import { Crash } from './shell/Crash';
import { Shell } from './shell/Shell';
import { t } from './strings';
import { Empty, Loading } from './ui/parts';

const RequestPage = lazy(() => import('./request/RequestPage'));
const TasksPage = lazy(() => import('./tasks/TasksPage'));
const ClientsPage = lazy(() => import('./clients/ClientsPage'));
const ClientPage = lazy(() => import('./clients/ClientPage'));
const OnboardingPage = lazy(() => import('./clients/OnboardingPage'));
const ProcessesPage = lazy(() => import('./processes/ProcessesPage'));
const ProcessPage = lazy(() => import('./processes/ProcessPage'));
const InsightsPage = lazy(() => import('./insights/InsightsPage'));
const AuditPage = lazy(() => import('./audit/AuditPage'));
const SettingsPage = lazy(() => import('./settings/SettingsPage'));
const PhonePage = lazy(() => import('./phone/PhonePage'));
const IssuePage = lazy(() => import('./issue/IssuePage'));

export function App() {
    const [location] = useLocation();
    useLiveUpdates();
    return (
        <Shell>
            <Crash at={location}>
                <Suspense fallback={<Loading />}>
                    <Switch>
                        <Route path="/">
                            <Redirect to="/inbox" replace />
                        </Route>
                        <Route path="/inbox">
                            <InboxPage />
                        </Route>
                        <Route path="/requests/:id">{({ id }) => <RequestPage key={id} id={id} />}</Route>
                        <Route path="/tasks/:task?">{({ task }) => <TasksPage next={task === 'next'} />}</Route>
                        <Route path="/clients">
                            <ClientsPage />
                        </Route>
                        <Route path="/clients/:id">{({ id }) => <ClientPage key={id} id={id} />}</Route>
                        <Route path="/onboarding/:task?">{({ task }) => <OnboardingPage task={task} />}</Route>
                        <Route path="/processes">
                            <ProcessesPage />
                        </Route>
                        <Route path="/processes/:key">{({ key }) => <ProcessPage processKey={key} />}</Route>
                        <Route path="/insights">
                            <InsightsPage />
                        </Route>
                        <Route path="/audit">
                            <AuditPage />
                        </Route>
                        <Route path="/settings">
                            <SettingsPage />
                        </Route>
                        <Route path="/phone">
                            <PhonePage />
                        </Route>
                        <Route path="/issues/:number">{({ number }) => <IssuePage number={Number(number)} />}</Route>
                        <Route>
                            <Empty title={t.common.notFound} hint={t.common.notFoundHint}>
                                <Button component={Link} href="/inbox">
                                    {t.common.toInbox}
                                </Button>
                            </Empty>
                        </Route>
                    </Switch>
                </Suspense>
            </Crash>
        </Shell>
    );
}
