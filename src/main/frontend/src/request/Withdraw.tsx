import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useWithdraw } from '../api/desk';
import { t } from '../strings';
import { Failure } from '../ui/parts';

/** The client told a member of staff that it is no longer wanted; a second look before the work is dropped. */
export function Withdraw({ id }: Readonly<{ id: string }>) {
    const [opened, { open, close }] = useDisclosure(false);
    const [reason, setReason] = useState('');
    const withdraw = useWithdraw(id);
    const go = () =>
        withdraw.mutate(reason, {
            onSuccess: () => {
                notifications.show({ message: t.withdraw.done });
                close();
            },
        });
    return (
        <>
            <Button size="compact-sm" variant="default" c="red" onClick={open}>
                {t.withdraw.go}
            </Button>
            <Modal
                opened={opened}
                onClose={close}
                title={t.withdraw.title(id)}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                <Text mb="md">{t.withdraw.hint}</Text>
                <Textarea
                    label={t.withdraw.reason}
                    autosize
                    minRows={2}
                    maxLength={1000}
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value)}
                />
                {withdraw.error && <Failure error={withdraw.error} title={t.task.refused} />}
                <Group gap="xs" mt="md">
                    <Button color="red" loading={withdraw.isPending} onClick={go}>
                        {t.withdraw.go}
                    </Button>
                    <Button variant="default" onClick={close}>
                        {t.common.cancel}
                    </Button>
                </Group>
            </Modal>
        </>
    );
}
