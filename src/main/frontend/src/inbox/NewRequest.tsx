import { Button, Modal, Select, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencilPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, read, type Schemas } from '../api/client';
import { useClients } from '../api/queries';
import { t } from '../strings';
import { Failure } from '../ui/parts';

/** A wish that reached a person by telephone or in a meeting. */
export function NewRequest() {
    const [opened, { open, close }] = useDisclosure(false);
    return (
        <>
            <Button leftSection={<IconPencilPlus size={17} aria-hidden />} onClick={open}>
                {t.inbox.writeDown}
            </Button>
            <Modal
                opened={opened}
                onClose={close}
                title={t.inbox.writeDown}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                <NewRequestForm done={close} />
            </Modal>
        </>
    );
}

function NewRequestForm({ done }: Readonly<{ done: () => void }>) {
    const [client, setClient] = useState<string | null>(null);
    const [words, setWords] = useState('');
    const clients = useClients('');
    const queries = useQueryClient();
    const [, navigate] = useLocation();
    const send = useMutation({
        mutationFn: () =>
            read(
                api.POST('/api/requests', { body: { clientId: client, body: words } as Schemas['ManualRequestsForm'] }),
            ),
        onSuccess: (request) => {
            void queries.invalidateQueries({ queryKey: ['requests'] });
            done();
            navigate(`/requests/${request.id}`);
        },
    });
    return (
        <form
            onSubmit={(event) => {
                event.preventDefault();
                send.mutate();
            }}
        >
            <Text c="dimmed" size="sm" mb="sm">
                {t.inbox.writeDownHint}
            </Text>
            <Select
                label={t.inbox.chooseClient}
                required
                searchable
                data={(clients.data?.pages ?? [])
                    .flatMap((page) => page.items)
                    .map(({ id, name }) => ({ value: id, label: name }))}
                value={client}
                onChange={setClient}
            />
            <Textarea
                label={t.inbox.words}
                required
                autosize
                minRows={4}
                mt="sm"
                mb="md"
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
            />
            {send.error && <Failure error={send.error} title={t.task.refused} />}
            <Button type="submit" mt="sm" loading={send.isPending} disabled={!client || !words.trim()}>
                {t.inbox.open_}
            </Button>
        </form>
    );
}
