import { Button, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddNote, useNotes, type Note } from '../api/queries';
import { t } from '../strings';
import { Answered, Failure, Panel } from '../ui/parts';
import { Tag } from '../ui/tags';
import { Ago } from '../ui/time';
import css from './notes.module.css';

const LONGEST_NOTE = 4_000;

/** What colleagues tell each other. It looks unlike the conversation, so that nobody takes it for a text to the client. */
export function Notes({ id }: Readonly<{ id: string }>) {
    const notes = useNotes(id);
    return (
        <Panel
            title={t.notes.title}
            actions={
                <Tag tone="orange">
                    <IconLock size={13} aria-hidden /> {t.notes.never}
                </Tag>
            }
        >
            <Answered of={notes}>
                {({ pages }) => {
                    const items = pages.flatMap((page) => page.items);
                    return (
                        items.length > 0 && (
                            <ol className={css.notes} tabIndex={0} aria-label={t.notes.title}>
                                {items.map((note) => (
                                    <Written key={note.id} note={note} here={id} />
                                ))}
                            </ol>
                        )
                    );
                }}
            </Answered>
            {notes.hasNextPage && (
                <Button size="xs" variant="default" mb="sm" onClick={() => void notes.fetchNextPage()}>
                    {t.common.loadMore}
                </Button>
            )}
            <Add id={id} />
        </Panel>
    );
}

function Written({ note, here }: Readonly<{ note: Note; here: string }>) {
    return (
        <li className={css.note}>
            <div className={css.meta}>
                <strong>{note.author}</strong> <Ago at={note.at} />
                {/* The notes of a request that was merged into this one are read here */}
                {note.requestId !== here && <span>{t.notes.from(note.requestId)}</span>}
            </div>
            <div className={css.body}>{note.body}</div>
        </li>
    );
}

function Add({ id }: Readonly<{ id: string }>) {
    const [words, setWords] = useState('');
    const add = useAddNote(id);
    return (
        <form
            onSubmit={(event) => {
                event.preventDefault();
                add.mutate(words, { onSuccess: () => setWords('') });
            }}
        >
            <Textarea
                aria-label={t.notes.label}
                placeholder={t.notes.placeholder}
                autosize
                minRows={1}
                maxRows={8}
                maxLength={LONGEST_NOTE}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
            />
            {add.error && <Failure error={add.error} title={t.task.refused} />}
            {words && (
                <div className={css.foot}>
                    <small>{t.notes.hint}</small>
                    <Button type="submit" size="xs" variant="default" loading={add.isPending} disabled={!words.trim()}>
                        {t.notes.add}
                    </Button>
                </div>
            )}
        </form>
    );
}
