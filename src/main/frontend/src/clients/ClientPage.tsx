import { Button, Modal, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconMessageCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, read, type Schemas } from '../api/client';
import { useRequests, type Client } from '../api/queries';
import inboxCss from '../inbox/inbox.module.css';
import { RequestRow } from '../inbox/RequestRow';
import requestCss from '../request/request.module.css';
import { t } from '../strings';
import { Answered, Empty, Failure, PageHead, Panel } from '../ui/parts';
import { ConsentTag } from '../ui/tags';
import uiCss from '../ui/ui.module.css';
import css from './clients.module.css';
import { Services } from './ClientsPage';
import { DataRights } from './DataRights';

export default function ClientPage({ id }: Readonly<{ id: string }>) {
    const client = useQuery({
        queryKey: ['client', id],
        queryFn: () => read(api.GET('/api/clients/{id}', { params: { path: { id } } })),
    });
    return (
        <>
            <Link href="/clients" className={requestCss.back}>
                <IconArrowLeft size={16} aria-hidden /> {t.clients.back}
            </Link>
            <Answered of={client}>{(found) => <Profile client={found} />}</Answered>
        </>
    );
}

function Profile({ client }: Readonly<{ client: Client }>) {
    return (
        <>
            <PageHead title={client.name}>
                <Services services={client.services} />
                <EditButton client={client} />
            </PageHead>
            <div className={css.columns}>
                <div className={css.stack}>
                    <Requests client={client.id} />
                </div>
                <div className={css.stack}>
                    <Panel title={t.clients.summary}>
                        <p className={client.summary ? css.summary : uiCss.quiet}>
                            {client.summary || t.clients.noSummary}
                        </p>
                    </Panel>
                    <Panel title={t.clients.contacts}>
                        {client.contacts.length === 0 && <span className={uiCss.quiet}>{t.clients.noContacts}</span>}
                        {client.contacts.map((contact) => (
                            <div key={contact.name} className={css.contact}>
                                <strong>{contact.name}</strong> <span className={uiCss.quiet}>{contact.role}</span>
                                {contact.addresses.map(({ address, consent }) => (
                                    <div key={address} className={css.address}>
                                        {address} <ConsentTag consent={consent} />
                                    </div>
                                ))}
                            </div>
                        ))}
                    </Panel>
                    <DataRights client={client} />
                </div>
            </div>
        </>
    );
}

function Requests({ client }: Readonly<{ client: string }>) {
    const requests = useRequests({ client });
    return (
        <Panel title={t.clients.requests} flush>
            <Answered of={requests}>
                {({ pages }) => {
                    const items = pages.flatMap((page) => page.items);
                    return items.length === 0 ? (
                        <Empty
                            icon={<IconMessageCircle />}
                            title={t.clients.noRequests}
                            hint={t.clients.noRequestsHint}
                        />
                    ) : (
                        <ul className={inboxCss.list} aria-label={t.clients.requests}>
                            {items.map((request) => (
                                <RequestRow key={request.id} request={request} />
                            ))}
                        </ul>
                    );
                }}
            </Answered>
            {requests.hasNextPage && (
                <div className={css.foot}>
                    <Button variant="default" onClick={() => void requests.fetchNextPage()}>
                        {t.common.loadMore}
                    </Button>
                </div>
            )}
        </Panel>
    );
}

function EditButton({ client }: Readonly<{ client: Client }>) {
    const [opened, { open, close }] = useDisclosure(false);
    return (
        <>
            <Button variant="default" onClick={open}>
                {t.clients.edit}
            </Button>
            <Modal
                opened={opened}
                onClose={close}
                title={client.name}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                <EditForm client={client} done={close} />
            </Modal>
        </>
    );
}

function EditForm({ client, done }: Readonly<{ client: Client; done: () => void }>) {
    const [name, setName] = useState(client.name);
    const [services, setServices] = useState<string[]>([...client.services]);
    const [summary, setSummary] = useState(client.summary);
    const queries = useQueryClient();
    const save = useMutation({
        mutationFn: () =>
            read(
                api.PATCH('/api/clients/{id}', {
                    params: { path: { id: client.id } },
                    body: { name, services, summary } as Schemas['ClientPatch'],
                }),
            ),
        onSuccess: () => {
            void queries.invalidateQueries({ queryKey: ['client', client.id] });
            void queries.invalidateQueries({ queryKey: ['clients'] });
            notifications.show({ message: t.clients.saved, color: 'green' });
            done();
        },
    });
    return (
        <form
            onSubmit={(event) => {
                event.preventDefault();
                save.mutate();
            }}
        >
            <TextInput label={t.clients.name} required value={name} onChange={(e) => setName(e.currentTarget.value)} />
            <MultiSelect
                mt="sm"
                label={t.clients.services}
                data={Object.entries(t.clients.service).map(([value, label]) => ({ value, label }))}
                value={services}
                onChange={setServices}
            />
            <Textarea
                mt="sm"
                label={t.clients.summaryLabel}
                autosize
                minRows={3}
                maxLength={4000}
                value={summary}
                onChange={(e) => setSummary(e.currentTarget.value)}
            />
            {save.error && <Failure error={save.error} title={t.task.refused} />}
            <Button type="submit" mt="md" loading={save.isPending}>
                {t.common.save}
            </Button>
        </form>
    );
}
