import { Group, Select, Text, TextInput } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useClients, useRequests } from '../api/queries';
import inboxCss from '../inbox/inbox.module.css';
import { RequestRow } from '../inbox/RequestRow';
import { t } from '../strings';
import { Answered, Empty, PageHead, Panel } from '../ui/parts';
import { ApiProblem } from '../api/client';
import { Device } from './Device';
import css from './phone.module.css';
import { usePhone } from '../api/queries';

const STRANGER = '+15550100999';
const OTHER = 'other';

interface Owner {
    number: string;
    label: string;
}

/** Everybody who has a number, and somebody whom nobody knows. */
function useOwners(search: string): { group: string; items: { value: string; label: string }[] }[] {
    const newest = useClients('');
    // What is chosen stands in the field as "Ana · +1555…"; a number finds its client beyond the first page
    const found = useClients(search.split(' · ').at(-1) ?? '');
    return useMemo(() => {
        const pages = [...(newest.data?.pages ?? []), ...(found.data?.pages ?? [])];
        const clients = new Map(pages.flatMap((page) => page.items).map((client) => [client.id, client]));
        const known = [...clients.values()]
            .map((client) => ({
                group: client.name,
                items: client.contacts.flatMap(({ name, addresses }) =>
                    addresses.map(({ address }) => ({ value: address, label: `${name} · ${address}` })),
                ),
            }))
            .filter(({ items }) => items.length > 0);
        return [
            ...known,
            {
                group: t.phone.stranger,
                items: [
                    { value: STRANGER, label: STRANGER },
                    { value: OTHER, label: t.phone.newNumber },
                ],
            },
        ];
    }, [newest.data, found.data]);
}

/** A client's phone beside the inbox: the main job in a minute, without an account anywhere. */
export default function PhonePage() {
    const [search, setSearch] = useState('');
    const owners = useOwners(search);
    const [chosen, setChosen] = useState<string>();
    const [other, setOther] = useState('');
    const first = owners[0]?.items[0]?.value ?? STRANGER;
    const value = chosen ?? first;
    const number = value === OTHER ? other : value;
    const owner: Owner = {
        number,
        label:
            owners
                .flatMap(({ group, items }) => items.map((item) => ({ ...item, group })))
                .find((item) => item.value === value)?.group ?? t.phone.stranger,
    };
    const phone = usePhone(number.length > 6 ? number : STRANGER);
    if (phone.error instanceof ApiProblem && phone.error.status === 404) {
        return <Empty icon={<IconDeviceMobile />} title={t.phone.notSimulated} hint={t.phone.notSimulatedHint} />;
    }
    return (
        <>
            <PageHead title={t.phone.title} />
            <Text c="dimmed" mb="md" maw={640}>
                {t.phone.intro}
            </Text>
            <div className={css.columns}>
                <div>
                    <Group mb="sm" align="end" gap="xs" grow>
                        <Select
                            label={t.phone.who}
                            data={owners}
                            value={value}
                            allowDeselect={false}
                            searchable
                            onSearchChange={setSearch}
                            onChange={(next) => setChosen(next ?? undefined)}
                        />
                        {value === OTHER && (
                            <TextInput
                                label={t.phone.newNumber}
                                placeholder="+1 555 010 0123"
                                value={other}
                                onChange={(event) => setOther(event.currentTarget.value)}
                            />
                        )}
                    </Group>
                    <Device key={value} name={owner.label} number={number} texts={phone.data?.items ?? []} />
                </div>
                <Becomes />
            </div>
        </>
    );
}

function Becomes() {
    const requests = useRequests({});
    return (
        <Panel title={t.phone.live} actions={<span className={inboxCss.live}>{t.inbox.updatedLive}</span>} flush>
            <Answered of={requests}>
                {({ pages }) =>
                    pages[0] && pages[0].items.length > 0 ? (
                        <ul className={inboxCss.list} aria-label={t.phone.live}>
                            {pages[0].items.slice(0, 12).map((request) => (
                                <RequestRow key={request.id} request={request} />
                            ))}
                        </ul>
                    ) : (
                        <Empty title={t.inbox.empty} hint={t.phone.empty} />
                    )
                }
            </Answered>
        </Panel>
    );
}
