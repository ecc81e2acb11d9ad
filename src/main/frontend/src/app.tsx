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
