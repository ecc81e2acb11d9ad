import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '../api/client';
import { t } from '../strings';
import { Answered } from '../ui/parts';
import css from './documents.module.css';

interface Props {
    document: string;
    title: string;
    /** Compared with the version before it. */
    version: number;
    close: () => void;
}

const SIGNS: Record<string, string> = { added: '+', removed: '−' };

/** What a version changed, line by line: told by signs, not by colour alone. */
export function Difference({ document, title, version, close }: Readonly<Props>) {
    const difference = useQuery({
        queryKey: ['difference', document, version],
        queryFn: () =>
            read(
                api.GET('/api/documents/{id}/versions/{n}/diff', {
                    params: { path: { id: document, n: version } },
                    headers: { Accept: 'application/json' },
                }),
            ) as unknown as Promise<{ hunks: { lines: { kind: string; text: string }[] }[] }>,
    });
    return (
        <Modal
            opened
            onClose={close}
            size="xl"
            title={`${title}: ${t.documents.version(version - 1)} → ${version}`}
            closeButtonProps={{ 'aria-label': t.common.close }}
        >
            <Answered of={difference}>
                {({ hunks }) => (
                    <div className={css.difference} tabIndex={0} role="region" aria-label={t.documents.difference}>
                        {hunks.length === 0 && t.documents.same}
                        {hunks.map(({ lines }, i) => (
                            <div key={i} className={css.hunk}>
                                {lines.map(({ kind, text }, line) => (
                                    <div key={line} className={css[kind]}>
                                        <span>{SIGNS[kind] ?? ' '}</span> {text}
                                    </div>
                                ))}
                            </div>
                        ))}
                    </div>
                )}
            </Answered>
        </Modal>
    );
}
