import { Progress, Select } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, read, type Schemas } from '../api/client';
import { t } from '../strings';
import { Answered, Empty, PageHead, Panel } from '../ui/parts';
import { duration } from '../ui/time';
import uiCss from '../ui/ui.module.css';
import css from './insights.module.css';

type Figures = Schemas['InsightsFigures'];
type Spread = Schemas['InsightsSpread'];

const PERIODS = [7, 30, 90, 365];

export default function InsightsPage() {
    const [days, setDays] = useState(30);
    const figures = useQuery({
        queryKey: ['insights', days],
        queryFn: () => read(api.GET('/api/insights', { params: { query: { days } } })),
        placeholderData: keepPreviousData,
    });
    return (
        <>
            <PageHead title={t.insights.title}>
                <Select
                    aria-label={t.insights.period}
                    w={130}
                    allowDeselect={false}
                    data={PERIODS.map((n) => ({ value: String(n), label: t.insights.days(n) }))}
                    value={String(days)}
                    onChange={(value) => setDays(Number(value))}
                />
            </PageHead>
            <Answered of={figures}>
                {(found) =>
                    found.opened === 0 ? (
                        <Panel>
                            <Empty icon={<IconChartBar />} title={t.insights.empty} hint={t.insights.emptyHint} />
                        </Panel>
                    ) : (
                        <Shown figures={found} />
                    )
                }
            </Answered>
        </>
    );
}

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`);

function Shown({ figures }: Readonly<{ figures: Figures }>) {
    return (
        <>
            <dl className={css.figures}>
                <Figure
                    name={t.insights.opened}
                    value={figures.opened}
                    more={`${figures.closed} ${t.insights.closed}`}
                />
                <Times name={t.insights.firstReply} spread={figures.firstReply} />
                <Times name={t.insights.close} spread={figures.close} />
                <Figure name={t.insights.overdue} value={percent(figures.overdueShare)} />
                <Figure name={t.insights.unedited} value={percent(figures.unedited)} />
            </dl>
            <div className={css.panels}>
                <Panel title={t.insights.byType}>
                    <Bars counts={figures.byType} labels={t.type} />
                </Panel>
                <Panel title={t.insights.byStatus}>
                    <Bars counts={figures.byStatus} labels={t.status} />
                </Panel>
                <Table
                    title={t.insights.drafts}
                    heads={[
                        t.insights.kind,
                        t.insights.version,
                        t.insights.asIs,
                        t.insights.edited,
                        t.insights.rejected,
                        t.insights.waiting,
                    ]}
                    rows={figures.drafts.map((d) => [
                        words(d.kind),
                        d.promptVersion,
                        d.unedited,
                        d.edited,
                        d.rejected,
                        d.open,
                    ])}
                />
                <Table
                    title={t.insights.cost}
                    heads={[t.insights.month, t.insights.usd, t.insights.perRequest]}
                    rows={figures.aiCost.map((c) => [c.month, c.usd.toFixed(2), c.usdPerRequest.toFixed(4)])}
                />
                <Table
                    title={t.insights.reclassified}
                    heads={[t.insights.classifier, t.insights.share]}
                    rows={Object.entries(figures.reclassified).map(([name, share]) => [words(name), percent(share)])}
                />
            </div>
        </>
    );
}

const words = (name: string) => name.replaceAll('_', ' ');

function Figure({ name, value, more }: Readonly<{ name: string; value: ReactNode; more?: string }>) {
    return (
        <div className={css.figure}>
            <dt>{name}</dt>
            <dd>
                {value}
                {more && <small>{more}</small>}
            </dd>
        </div>
    );
}

function Times({ name, spread }: Readonly<{ name: string; spread: Spread }>) {
    const measured = spread.count > 0;
    return (
        <Figure
            name={`${name}, ${t.insights.median}`}
            value={measured ? duration(spread.medianMs) : '–'}
            more={measured ? t.insights.p90(duration(spread.p90Ms)) : undefined}
        />
    );
}

/** The numbers stand beside the bars, which are for the eye alone. */
function Bars({ counts, labels }: Readonly<{ counts: Record<string, number>; labels: Record<string, string> }>) {
    const most = Math.max(1, ...Object.values(counts));
    return (
        <ul className={css.bars}>
            {Object.entries(counts).map(([name, count]) => (
                <li key={name} className={css.bar}>
                    <span>{labels[name] ?? name}</span>
                    <span aria-hidden>
                        <Progress value={(count / most) * 100} />
                    </span>
                    <span>{count}</span>
                </li>
            ))}
        </ul>
    );
}

function Table({ title, heads, rows }: Readonly<{ title: string; heads: string[]; rows: ReactNode[][] }>) {
    return (
        <Panel title={title} flush>
            <div className={uiCss.scroll} tabIndex={0} role="region" aria-label={title}>
                <table className={uiCss.table}>
                    <thead>
                        <tr>
                            {heads.map((head) => (
                                <th key={head} scope="col">
                                    {head}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map((row) => (
                            <tr key={String(row[0]) + String(row[1])}>
                                {row.map((cell, i) => (
                                    <td key={heads[i]}>{cell}</td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </Panel>
    );
}
