import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconMessage2Plus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useRepliesFor, type RenderedReply } from '../api/queries';
import { t } from '../strings';
import { Answered } from '../ui/parts';
import css from './replies.module.css';

interface Props {
    request: string;
    onChoose: (words: string) => void;
}

/** The replies as they read for this request; choosing one adds its words to those that are being written. */
export function CannedReplies({ request, onChoose }: Readonly<Props>) {
    const [opened, setOpened] = useState(false);
    const replies = useRepliesFor(request, opened);
    return (
        // Whoever chose one goes on in the words, not at the button
        <Menu opened={opened} onChange={setOpened} position="top-start" width={340} returnFocus={false}>
            <Menu.Target>
                <Button
                    size="compact-sm"
                    variant="subtle"
                    leftSection={<IconMessage2Plus size={16} aria-hidden />}
                    rightSection={<IconChevronDown size={14} aria-hidden />}
                >
                    {t.replies.menu}
                </Button>
            </Menu.Target>
            <Menu.Dropdown className={css.menu}>
                <Menu.Label>{t.replies.menuHint}</Menu.Label>
                <Answered of={replies}>
                    {({ pages }) => {
                        const items = pages.flatMap((page) => page.items);
                        return items.length === 0 ? (
                            <Menu.Label>{t.replies.none}</Menu.Label>
                        ) : (
                            items.map((reply) => <Choice key={reply.id} reply={reply} onChoose={onChoose} />)
                        );
                    }}
                </Answered>
                {replies.hasNextPage && (
                    <Menu.Item closeMenuOnClick={false} onClick={() => void replies.fetchNextPage()}>
                        {t.common.loadMore}
                    </Menu.Item>
                )}
                <Menu.Divider />
                <Menu.Item component={Link} href="/settings">
                    {t.replies.manage}
                </Menu.Item>
            </Menu.Dropdown>
        </Menu>
    );
}

function Choice({ reply, onChoose }: Readonly<{ reply: RenderedReply; onChoose: (words: string) => void }>) {
    // The description knows no null: a reply without words cannot be filled in here
    const words = reply.text as string | null;
    const reason =
        reply.missing.length > 0
            ? t.replies.missing(reply.missing.map((name) => `{${name}}`).join(', '))
            : t.replies.tooLong;
    return (
        <Menu.Item disabled={words === null} onClick={() => words !== null && onChoose(words)}>
            <span className={css.name}>
                {reply.name} {reply.language && <span className={css.language}>{reply.language}</span>}
            </span>
            <span className={css.words}>{words ?? reason}</span>
        </Menu.Item>
    );
}
