import { Tabs } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { RequestView } from '../api/queries';
import { t } from '../strings';
import { Loading, Panel } from '../ui/parts';
import { Details } from './Details';
import { Documents } from './Documents';
import { Timeline } from './Timeline';

const ProcessView = lazy(() => import('./ProcessView'));

export function RequestTabs({ request }: Readonly<{ request: RequestView }>) {
    const [tab, setTab] = useState<string | null>('timeline');
    return (
        <Panel flush>
            <Tabs value={tab} onChange={setTab} keepMounted={false}>
                <Tabs.List>
                    <Tabs.Tab value="timeline">{t.request.tabs.timeline}</Tabs.Tab>
                    <Tabs.Tab value="diagram">{t.request.tabs.diagram}</Tabs.Tab>
                    <Tabs.Tab value="documents">{t.request.tabs.documents}</Tabs.Tab>
                    <Tabs.Tab value="details">{t.request.tabs.details}</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="timeline" p="md">
                    <Timeline id={request.id} />
                </Tabs.Panel>
                <Tabs.Panel value="diagram" p="md">
                    <Suspense fallback={<Loading />}>
                        <ProcessView id={request.id} />
                    </Suspense>
                </Tabs.Panel>
                <Tabs.Panel value="documents" p="md">
                    <Documents id={request.id} />
                </Tabs.Panel>
                <Tabs.Panel value="details" p="md">
                    <Details request={request} />
                </Tabs.Panel>
            </Tabs>
        </Panel>
    );
}
