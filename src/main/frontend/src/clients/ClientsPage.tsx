import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useClients, type Client } from '../api/queries';
import { t } from '../strings';
import { Answered, Empty, PageHead, Panel } from '../ui/parts';
import { Tag } from '../ui/tags';
import css from './clients.module.css';
import { ImportButton } from './ImportClients';

export default function ClientsPage() {
    const [words, setWords] = useState('');
    const [q] = useDebouncedValue(words, 250);
    const clients = useClients(q);
    return (
        <>
            <PageHead title={t.clients.title}>
                <Button
                    variant="default"
                    component="a"
                    href="/api/clients/export"
                    download
                    leftSection={<IconDownload size={16} aria-hidden />}
                >
                    {t.clients.export}
                </Button>
                <ImportButton />
                <Button component={Link} href="/onboarding" leftSection={<IconUserPlus size={17} aria-hidden />}>
                    {t.clients.onboard}
                </Button>
            </PageHead>
            <Panel flush>
                <div className={css.search} role="search">
                    <TextInput
                        aria-label={t.clients.search}
                        placeholder={t.clients.search}
                        leftSection={<IconSearch size={16} aria-hidden />}
                        value={words}
                        onChange={(event) => setWords(event.currentTarget.value)}
                    />
                </div>
                <Answered of={clients}>
                    {({ pages }) => {
                        const items = pages.flatMap((page) => page.items);
                        if (items.length === 0) {
                            return q ? (
                                <Empty icon={<IconSearch />} title={t.clients.nothingFound} />
                            ) : (
                                <Empty icon={<IconUsers />} title={t.clients.empty} hint={t.clients.emptyHint}>
                                    <Button component={Link} href="/onboarding">
                                        {t.clients.onboard}
                                    </Button>
                                </Empty>
                            );
                        }
                        return (
                            <>
                                <ul className={css.list} aria-label={t.clients.title}>
                                    {items.map((client) => (
                                        <Row key={client.id} client={client} />
                                    ))}
                                </ul>
                                {clients.hasNextPage && (
                                    <div className={css.foot}>
                                        <Button
                                            variant="default"
                                            loading={clients.isFetchingNextPage}
                                            onClick={() => void clients.fetchNextPage()}
                                        >
                                            {t.common.loadMore}
                                        </Button>
                                    </div>
                                )}
                            </>
                        );
                    }}
                </Answered>
            </Panel>
        </>
    );
}

export function Services({ services }: Readonly<{ services: readonly string[] }>) {
    return (
        <span className={css.tags}>
            {services.map((service) => (
                <Tag key={service}>{t.clients.service[service] ?? service}</Tag>
            ))}
        </span>
    );
}

function Row({ client }: Readonly<{ client: Client }>) {
    return (
        <li>
            <Link href={`/clients/${client.id}`} className={css.row}>
                <span className={css.name}>
                    {client.name}
                    <small>{client.id}</small>
                </span>
                <Services services={client.services} />
                <span className={css.quiet}>
                    {client.contacts.map(({ name }) => name).join(', ') || t.clients.noContacts}
                </span>
            </Link>
        </li>
    );
}
