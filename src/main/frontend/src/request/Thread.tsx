import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWriting } from '../api/desk';
import { useMessages, useSendWords, type MessageView } from '../api/queries';
import { t } from '../strings';
import { added } from '../tasks/added';
import { CannedReplies } from '../tasks/CannedReplies';
import { Answered, Failure, Panel } from '../ui/parts';
import { Clock } from '../ui/time';
import css from './request.module.css';

export const LONGEST_TEXT = 1600;
const BAD = new Set(['undelivered', 'failed', 'blocked']);

/** The conversation, with what became of each of our texts. */
export function Thread({ id, closed }: Readonly<{ id: string; closed: boolean }>) {
    const messages = useMessages(id);
    const end = useRef<HTMLOListElement>(null);
    const count = messages.data?.items.length;
    useEffect(() => {
        end.current?.scrollTo?.({ top: end.current.scrollHeight });
    }, [count]);
    return (
        <Panel title={t.request.conversation} flush>
            <Answered of={messages}>
                {({ items }) => (
                    <ol ref={end} className={css.thread} tabIndex={0} aria-label={t.request.conversation}>
                        {items.length === 0 && <li>{t.request.noMessages}</li>}
                        {items.map((message) => (
                            <Message key={message.id} message={message} />
                        ))}
                    </ol>
                )}
            </Answered>
            {!closed && <Composer id={id} />}
        </Panel>
    );
}

interface Media {
    documentId: string | null;
    contentType: string;
}

function Message({ message }: Readonly<{ message: MessageView }>) {
    const ours = message.direction === 'outbound';
    const bad = BAD.has(message.status);
    const classes = [css.message, ours && css.ours, message.status === 'blocked' && css.blocked]
        .filter(Boolean)
        .join(' ');
    return (
        <li className={classes}>
            {message.body && <div className={css.bubble}>{message.body}</div>}
            <Pictures media={message.media as unknown as Media[]} />
            <div className={css.meta}>
                <Clock at={message.at} />
                {ours && (
                    <span className={bad ? css.bad : undefined}>{t.delivery[message.status] ?? message.status}</span>
                )}
                {ours && message.errorCode && <span className={css.bad}>{message.errorCode}</span>}
                {message.approvedBy && <span>{t.request.approvedBy(message.approvedBy)}</span>}
                {message.draftedBy && <span>{t.request.draftedBy(message.draftedBy)}</span>}
            </div>
        </li>
    );
}

export function Pictures({ media }: Readonly<{ media: Media[] }>) {
    if (media.length === 0) {
        return null;
    }
    return (
        <div className={css.pictures}>
            {media.map(({ documentId, contentType }, i) =>
                documentId && contentType.startsWith('image/') ? (
                    <img
                        key={documentId}
                        src={`/api/documents/${documentId}/versions/1/content`}
                        alt={t.request.picture}
                    />
                ) : (
                    <span key={documentId ?? i}>{contentType}</span>
                ),
            )}
        </div>
    );
}

function Composer({ id }: Readonly<{ id: string }>) {
    const [words, setWords] = useState('');
    const send = useSendWords(id);
    const writing = useWriting(id);
    const box = useRef<HTMLTextAreaElement>(null);
    const tooLong = words.length > LONGEST_TEXT;
    const write = (next: string) => {
        if ((next === '') !== (words === '')) {
            writing.mutate(next !== '');
        }
        setWords(next);
    };
    const add = (reply: string) => {
        write(added(words, reply));
        box.current?.focus();
    };
    return (
        <form
            className={css.composer}
            onSubmit={(event) => {
                event.preventDefault();
                send.mutate(words, { onSuccess: () => setWords('') });
            }}
        >
            <Textarea
                ref={box}
                aria-label={t.request.replyLabel}
                placeholder={t.request.reply}
                autosize
                minRows={1}
                maxRows={8}
                value={words}
                error={tooLong ? t.request.tooLong(words.length) : undefined}
                onChange={(event) => write(event.currentTarget.value)}
            />
            {send.error && <Failure error={send.error} title={t.task.refused} />}
            {writing.error && <Failure error={writing.error} title={t.task.refused} />}
            <div className={css.composerFoot}>
                <CannedReplies request={id} onChoose={add} />
                {words && (
                    <>
                        <small>{t.request.replyHint}</small>
                        <small className={css.counter}>{t.request.counter(words.length)}</small>
                        <Button type="submit" size="xs" loading={send.isPending} disabled={!words.trim() || tooLong}>
                            {t.request.send}
                        </Button>
                    </>
                )}
            </div>
        </form>
    );
}
