import { Button, Group, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMessage2Plus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCannedReplies, useDeleteReply, useSaveReply, type CannedReply } from '../api/queries';
import { t } from '../strings';
import { Answered, Empty, Failure, Panel } from '../ui/parts';
import { fullTime } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import css from './settings.module.css';

type Open = { edit?: CannedReply } | { remove: CannedReply };

export function CannedRepliesPanel() {
    const replies = useCannedReplies();
    const [open, setOpen] = useState<Open>();
    const close = () => setOpen(undefined);
    return (
        <Panel
            title={t.replies.title}
            actions={
                <Button
                    size="compact-sm"
                    variant="light"
                    leftSection={<IconPlus size={15} aria-hidden />}
                    onClick={() => setOpen({})}
                >
                    {t.replies.new}
                </Button>
            }
            flush
        >
            <p className={css.intro}>{t.replies.intro}</p>
            <Answered of={replies}>
                {({ pages }) => {
                    const items = pages.flatMap((page) => page.items);
                    return items.length === 0 ? (
                        <Empty icon={<IconMessage2Plus />} title={t.replies.none} hint={t.replies.noneHint} />
                    ) : (
                        <ul className={css.list} aria-label={t.replies.title}>
                            {items.map((reply) => (
                                <Line
                                    key={reply.id}
                                    reply={reply}
                                    onEdit={() => setOpen({ edit: reply })}
                                    onDelete={() => setOpen({ remove: reply })}
                                />
                            ))}
                        </ul>
                    );
                }}
            </Answered>
            {replies.hasNextPage && (
                <Button variant="default" m="md" onClick={() => void replies.fetchNextPage()}>
                    {t.common.loadMore}
                </Button>
            )}
            <Modal
                opened={open !== undefined}
                onClose={close}
                title={titleOf(open)}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                {open &&
                    ('remove' in open ? <Remove reply={open.remove} done={close} /> : <Edit {...open} done={close} />)}
            </Modal>
        </Panel>
    );
}

function titleOf(open: Open | undefined): string {
    if (open && 'remove' in open) {
        return t.replies.deleteTitle(open.remove.name);
    }
    return open?.edit ? t.replies.editOne(open.edit.name) : t.replies.new;
}

interface LineProps {
    reply: CannedReply;
    onEdit: () => void;
    onDelete: () => void;
}

function Line({ reply, onEdit, onDelete }: Readonly<LineProps>) {
    return (
        <li className={css.reply}>
            <div className={css.replyText}>
                <strong>{reply.name}</strong>{' '}
                <span className={`${uiCss.quiet} ${uiCss.small}`} title={fullTime(reply.changedAt)}>
                    {reply.language || t.replies.anyLanguage} · {t.replies.changed(reply.changedBy)}
                </span>
                <div className={css.replyBody}>{reply.body}</div>
            </div>
            <Group gap="xs" wrap="nowrap">
                <Button size="compact-sm" variant="default" aria-label={t.replies.editOne(reply.name)} onClick={onEdit}>
                    {t.replies.edit}
                </Button>
                <Button
                    size="compact-sm"
                    variant="default"
                    c="red"
                    aria-label={t.replies.deleteOne(reply.name)}
                    onClick={onDelete}
                >
                    {t.replies.delete}
                </Button>
            </Group>
        </li>
    );
}

function Edit({ edit, done }: Readonly<{ edit?: CannedReply; done: () => void }>) {
    const [name, setName] = useState(edit?.name ?? '');
    const [body, setBody] = useState(edit?.body ?? '');
    const [language, setLanguage] = useState(edit?.language ?? '');
    const save = useSaveReply(edit?.id, () => {
        notifications.show({ message: t.replies.saved, color: 'green' });
        done();
    });
    return (
        <form
            onSubmit={(event) => {
                event.preventDefault();
                save.mutate({ name, body, language: language.trim().toLowerCase() });
            }}
        >
            <TextInput
                data-autofocus
                label={t.replies.name}
                description={t.replies.nameHint}
                required
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
            />
            <Textarea
                mt="sm"
                label={t.replies.body}
                description={t.replies.placeholders}
                required
                autosize
                minRows={4}
                maxRows={14}
                maxLength={1600}
                value={body}
                onChange={(event) => setBody(event.currentTarget.value)}
            />
            <TextInput
                mt="sm"
                label={t.replies.language}
                description={t.replies.languageHint}
                maxLength={2}
                w={240}
                value={language}
                onChange={(event) => setLanguage(event.currentTarget.value)}
            />
            {save.error && <Failure error={save.error} title={t.task.refused} />}
            <Button type="submit" mt="md" loading={save.isPending} disabled={!name.trim() || !body.trim()}>
                {t.common.save}
            </Button>
        </form>
    );
}

/** The second look: the words cannot be brought back. */
function Remove({ reply, done }: Readonly<{ reply: CannedReply; done: () => void }>) {
    const remove = useDeleteReply(reply.id, () => {
        notifications.show({ message: t.replies.deleted });
        done();
    });
    return (
        <>
            <Text mb="md">{t.replies.deleteHint}</Text>
            {remove.error && <Failure error={remove.error} title={t.task.refused} />}
            <Group gap="xs" mt="md">
                <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
                    {t.replies.delete}
                </Button>
                <Button variant="default" onClick={done}>
                    {t.common.cancel}
                </Button>
            </Group>
        </>
    );
}
