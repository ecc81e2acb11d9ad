import { Button, Group, Modal, Select, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useLink, useMerge, useUnlink, type Kind } from '../api/desk';
import type { RequestView } from '../api/queries';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import { StatusTag, Tag } from '../ui/tags';
import uiCss from '../ui/ui.module.css';
import css from './links.module.css';

const KINDS = Object.entries(t.links.kind).map(([value, label]) => ({ value, label }));

/** Requests that belong to this one; one of the two may go on for both. */
export function Links({ request }: Readonly<{ request: RequestView }>) {
    const unlink = useUnlink(request.id);
    const [into, setInto] = useState<string>();
    const mergeable = request.status !== 'closed';
    return (
        <>
            {request.links.length === 0 && <div className={uiCss.quiet}>{t.links.none}</div>}
            <ul className={css.links}>
                {request.links.map(({ id, title, kind, status }) => (
                    <li key={id}>
                        <Link href={`/requests/${id}`}>
                            {id} {title}
                        </Link>{' '}
                        <Tag>{t.links.kind[kind]}</Tag> <StatusTag status={status} />{' '}
                        {mergeable && status !== 'closed' && (
                            <Button size="compact-xs" variant="default" onClick={() => setInto(id)}>
                                {t.links.merge}
                            </Button>
                        )}{' '}
                        <Button
                            size="compact-xs"
                            variant="default"
                            aria-label={t.links.removeOne(id)}
                            onClick={() => unlink.mutate(id)}
                        >
                            {t.links.remove}
                        </Button>
                    </li>
                ))}
            </ul>
            {unlink.error && <Failure error={unlink.error} title={t.task.refused} />}
            <Add id={request.id} />
            <Modal
                opened={into !== undefined}
                onClose={() => setInto(undefined)}
                title={into && t.links.mergeTitle(request.id, into)}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                {into && <Merge id={request.id} into={into} onClose={() => setInto(undefined)} />}
            </Modal>
        </>
    );
}

function Add({ id }: Readonly<{ id: string }>) {
    const [to, setTo] = useState('');
    const [kind, setKind] = useState<Kind>('related');
    const link = useLink(id);
    return (
        <form
            className={css.add}
            onSubmit={(event) => {
                event.preventDefault();
                link.mutate({ to: to.trim().toUpperCase(), kind }, { onSuccess: () => setTo('') });
            }}
        >
            <TextInput
                size="xs"
                w={110}
                aria-label={t.links.number}
                placeholder={t.links.example}
                value={to}
                onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Select
                size="xs"
                w={120}
                aria-label={t.links.kindLabel}
                data={KINDS}
                value={kind}
                allowDeselect={false}
                onChange={(value) => value && setKind(value as Kind)}
            />
            <Button type="submit" size="xs" variant="default" loading={link.isPending} disabled={!to.trim()}>
                {t.links.add}
            </Button>
            {link.error && <Failure error={link.error} title={t.task.refused} />}
        </form>
    );
}

/** The second look: two requests that were made one stay one. */
function Merge({ id, into, onClose }: Readonly<{ id: string; into: string; onClose: () => void }>) {
    const [, navigate] = useLocation();
    const merge = useMerge(id, (goesOn) => {
        notifications.show({ message: t.links.merged(id, goesOn), color: 'green' });
        navigate(`/requests/${goesOn}`);
    });
    return (
        <>
            <Text mb="md">{t.links.mergeHint(id, into)}</Text>
            {merge.error && <Failure error={merge.error} title={t.task.refused} />}
            <Group gap="xs" mt="md">
                <Button loading={merge.isPending} onClick={() => merge.mutate(into)}>
                    {t.links.mergeGo}
                </Button>
                <Button variant="default" onClick={onClose}>
                    {t.common.cancel}
                </Button>
            </Group>
        </>
    );
}
