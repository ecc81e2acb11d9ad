import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { send } from '../api/client';
import type { Client } from '../api/queries';
import { t } from '../strings';
import { Failure, Panel } from '../ui/parts';

/** What a client may ask for: everything that is held, or that it is gone. */
export function DataRights({ client }: Readonly<{ client: Client }>) {
    const [opened, { open, close }] = useDisclosure(false);
    return (
        <Panel title={t.clients.profile}>
            <Group gap="xs">
                <Button variant="default" component="a" href={`/api/clients/${client.id}/export`} download>
                    {t.clients.exportAll}
                </Button>
                <Button variant="default" c="red" onClick={open}>
                    {t.clients.erase}
                </Button>
            </Group>
            <Modal
                opened={opened}
                onClose={close}
                title={t.clients.eraseTitle}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                <Erase client={client} />
            </Modal>
        </Panel>
    );
}

/** The second look: nobody erases a client by a slip of the mouse. */
function Erase({ client }: Readonly<{ client: Client }>) {
    const [typed, setTyped] = useState('');
    const queries = useQueryClient();
    const [, navigate] = useLocation();
    const erase = useMutation({
        mutationFn: () => send(`/api/clients/${client.id}`, { method: 'DELETE' }),
        onSuccess: () => {
            queries.clear();
            notifications.show({ message: t.clients.erased });
            navigate('/clients');
        },
    });
    return (
        <>
            <Text mb="md">{t.clients.eraseHint}</Text>
            <TextInput
                label={t.clients.eraseConfirm(client.name)}
                value={typed}
                onChange={(e) => setTyped(e.currentTarget.value)}
            />
            {erase.error && <Failure error={erase.error} title={t.task.refused} />}
            <Button
                mt="md"
                color="red"
                disabled={typed !== client.name}
                loading={erase.isPending}
                onClick={() => erase.mutate()}
            >
                {t.clients.eraseGo}
            </Button>
        </>
    );
}
