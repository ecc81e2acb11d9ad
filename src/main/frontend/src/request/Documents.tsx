import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useDocuments } from '../api/queries';
import { t } from '../strings';
import { Answered, Empty } from '../ui/parts';
import { Clock } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import { Difference } from './Difference';
import css from './documents.module.css';

/** Kinds whose versions are texts. */
const TEXT = new Set(['prd', 'bug_report']);

/** What was kept for the request, every version with its author and hash. */
export function Documents({ id }: Readonly<{ id: string }>) {
    const documents = useDocuments(id);
    const [compared, setCompared] = useState<{ document: string; title: string; version: number }>();
    return (
        <>
            <Answered of={documents}>
                {({ items }) =>
                    items.length === 0 ? (
                        <Empty icon={<IconFileText />} title={t.documents.empty} hint={t.documents.emptyHint} />
                    ) : (
                        <ul className={css.list}>
                            {items.map((document) => (
                                <li key={document.id}>
                                    <strong>{document.title}</strong>{' '}
                                    <span className={uiCss.quiet}>
                                        {document.kind} · {t.documents.versions(document.versions.length)}
                                    </span>
                                    <ul className={css.versions}>
                                        {document.versions.map((version) => (
                                            <li key={version.n}>
                                                <a
                                                    href={`/api/documents/${document.id}/versions/${version.n}/content`}
                                                    download
                                                >
                                                    {t.documents.version(version.n)}
                                                </a>{' '}
                                                <span className={uiCss.quiet}>
                                                    {t.documents.by(version.author.name)} · <Clock at={version.at} />
                                                </span>
                                                {version.n > 1 && TEXT.has(document.kind) && (
                                                    <Button
                                                        variant="subtle"
                                                        size="compact-xs"
                                                        onClick={() =>
                                                            setCompared({
                                                                document: document.id,
                                                                title: document.title,
                                                                version: version.n,
                                                            })
                                                        }
                                                    >
                                                        {t.documents.difference}
                                                    </Button>
                                                )}
                                                <div className={css.hash} title={t.documents.sha}>
                                                    {version.sha256}
                                                </div>
                                            </li>
                                        ))}
                                    </ul>
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Answered>
            {compared && <Difference {...compared} close={() => setCompared(undefined)} />}
        </>
    );
}
