import { Anchor, Text } from '@mantine/core';
import { useSettings, useStaff } from '../api/queries';
import { t } from '../strings';
import { Answered, PageHead, Panel } from '../ui/parts';
import { groupNames, Tag, type Tone } from '../ui/tags';
import uiCss from '../ui/ui.module.css';
import { CannedRepliesPanel } from './CannedRepliesPanel';
import css from './settings.module.css';

const TONES: Record<string, Tone> = { live: 'green', simulated: 'orange' };

export default function SettingsPage() {
    const settings = useSettings();
    return (
        <>
            <PageHead title={t.settings.title} />
            <div className={css.stack}>
                <Answered of={settings}>
                    {(found) => (
                        <>
                            <Panel title={t.settings.connectors} flush>
                                <ul className={css.list}>
                                    {found.connectors.map(({ name, state, detail }) => (
                                        <li key={name} className={css.connector}>
                                            <div>
                                                <strong>{name}</strong>{' '}
                                                <Tag tone={TONES[state]}>{t.settings.state[state] ?? state}</Tag>
                                                <div className={uiCss.quiet}>{detail}</div>
                                            </div>
                                            {state !== 'live' && t.settings.guides[name] && (
                                                <details className={css.guide}>
                                                    <summary>{t.settings.how}</summary>
                                                    <p>{t.settings.guides[name]}</p>
                                                </details>
                                            )}
                                        </li>
                                    ))}
                                </ul>
                            </Panel>
                            <Panel title={t.settings.set}>
                                <Text size="sm" c="dimmed" mb="sm">
                                    {t.settings.setHint}
                                </Text>
                                <div className={uiCss.scroll} tabIndex={0} role="region" aria-label={t.settings.set}>
                                    <table className={uiCss.table}>
                                        <tbody>
                                            {found.settings.map(({ topic, name, value, variable }) => (
                                                <tr key={variable}>
                                                    <td className={uiCss.quiet}>{topic}</td>
                                                    <td>{name}</td>
                                                    <td>
                                                        {value || (
                                                            <span className={uiCss.quiet}>{t.settings.notSet}</span>
                                                        )}
                                                    </td>
                                                    <td>
                                                        <code>{variable}</code>
                                                    </td>
                                                </tr>
                                            ))}
                                        </tbody>
                                    </table>
                                </div>
                            </Panel>
                        </>
                    )}
                </Answered>
                <CannedRepliesPanel />
                <People />
            </div>
        </>
    );
}

function People() {
    const staff = useStaff();
    return (
        <Panel title={t.settings.people}>
            <Text size="sm" c="dimmed" mb="sm">
                {t.settings.peopleHint}{' '}
                <Anchor href="/camunda/app/admin/" underline="always">
                    {t.settings.toAdmin}
                </Anchor>
            </Text>
            <Answered of={staff}>
                {({ items }) => (
                    <div className={uiCss.scroll} tabIndex={0} role="region" aria-label={t.settings.people}>
                        <table className={uiCss.table}>
                            <thead>
                                <tr>
                                    <th scope="col">{t.settings.user}</th>
                                    <th scope="col">{t.settings.groups}</th>
                                </tr>
                            </thead>
                            <tbody>
                                {items.map(({ id, name, groups }) => (
                                    <tr key={id}>
                                        <td>
                                            {name} <span className={uiCss.quiet}>{id}</span>
                                        </td>
                                        <td>{groupNames(groups)}</td>
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </div>
                )}
            </Answered>
        </Panel>
    );
}
