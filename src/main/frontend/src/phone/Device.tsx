import { ActionIcon, CloseButton, FileButton, Textarea } from '@mantine/core';
import { IconPhoto, IconSend2 } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import type { Schemas } from '../api/client';
import { useText } from '../api/queries';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import { Clock } from '../ui/time';
import css from './phone.module.css';
import { pictureOf, type Picture } from './picture';

type PhoneText = Schemas['SimulatorPhoneText'];

interface Props {
    name: string;
    number: string;
    /** Newest first, as the server gives them. */
    texts: PhoneText[];
}

export function Device({ name, number, texts }: Readonly<Props>) {
    return (
        <section className={css.device} aria-label={t.phone.title}>
            <div className={css.screen}>
                <div className={css.name}>
                    {name}
                    <small>{number}</small>
                </div>
                <ol className={css.texts} tabIndex={0} aria-label={t.request.conversation}>
                    {texts.map((text) => (
                        <Text key={text.id} text={text} />
                    ))}
                    {texts.length === 0 && <li className={css.none}>{t.phone.empty}</li>}
                </ol>
                <Writing number={number} examples={texts.length === 0} />
            </div>
        </section>
    );
}

interface Media {
    documentId: string | null;
    contentType: string;
}

function Text({ text }: Readonly<{ text: PhoneText }>) {
    const pictures = (text.media as unknown as Media[]).filter(
        ({ documentId, contentType }) => documentId && contentType.startsWith('image/'),
    );
    return (
        <li className={text.sent ? `${css.text} ${css.sent}` : css.text}>
            {pictures.length > 0 && (
                <div className={css.pictures}>
                    {pictures.map(({ documentId }) => (
                        <img
                            key={documentId}
                            src={`/api/documents/${documentId}/versions/1/content`}
                            alt={t.request.picture}
                        />
                    ))}
                </div>
            )}
            {text.body && <div className={css.bubble}>{text.body}</div>}
            <div className={css.meta}>
                <Clock at={text.at} /> {!text.sent && (t.delivery[text.status] ?? text.status)}
            </div>
        </li>
    );
}

function Writing({ number, examples }: Readonly<{ number: string; examples: boolean }>) {
    const [words, setWords] = useState('');
    const [picture, setPicture] = useState<Picture>();
    const [problem, setProblem] = useState<Error>();
    const text = useText();
    const ready = (words.trim() || picture) && number.length > 6;

    function send() {
        if (ready && !text.isPending) {
            const media = picture ? [{ contentType: picture.contentType, base64: picture.base64 }] : [];
            text.mutate(
                { from: number, body: words, media },
                {
                    onSuccess: () => {
                        setWords('');
                        setPicture(undefined);
                    },
                },
            );
        }
    }

    function keyed(event: KeyboardEvent) {
        if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            send();
        }
    }

    async function choose(file: File | null) {
        setProblem(undefined);
        try {
            setPicture(file ? await pictureOf(file) : undefined);
        } catch (error) {
            setProblem(error as Error);
        }
    }

    return (
        <>
            {examples && !words && (
                <div className={css.examples}>
                    {t.phone.examples.map((example) => (
                        <button key={example} type="button" className={css.example} onClick={() => setWords(example)}>
                            {example}
                        </button>
                    ))}
                </div>
            )}
            {picture && (
                <div className={css.thumb}>
                    <img src={picture.preview} alt={t.request.picture} />
                    <CloseButton aria-label={t.phone.removePicture} onClick={() => setPicture(undefined)} />
                </div>
            )}
            {(problem ?? text.error) && <Failure error={problem ?? text.error} title={t.task.refused} />}
            <div className={css.write}>
                <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/gif">
                    {(props) => (
                        <ActionIcon
                            {...props}
                            variant="subtle"
                            color="gray"
                            size="lg"
                            radius="xl"
                            aria-label={t.phone.picture}
                        >
                            <IconPhoto size={20} aria-hidden />
                        </ActionIcon>
                    )}
                </FileButton>
                <Textarea
                    aria-label={t.phone.write}
                    placeholder={t.phone.write}
                    autosize
                    minRows={1}
                    maxRows={5}
                    radius="lg"
                    maxLength={1600}
                    value={words}
                    onChange={(event) => setWords(event.currentTarget.value)}
                    onKeyDown={keyed}
                />
                <ActionIcon
                    size="lg"
                    radius="xl"
                    aria-label={t.phone.send}
                    disabled={!ready}
                    loading={text.isPending}
                    onClick={send}
                >
                    <IconSend2 size={19} aria-hidden />
                </ActionIcon>
            </div>
        </>
    );
}
