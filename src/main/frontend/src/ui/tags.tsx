import { IconBug, IconBulb, IconHelpCircle, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../strings';
import css from './ui.module.css';

export type Tone = 'gray' | 'blue' | 'red' | 'orange' | 'green' | 'teal' | 'violet';

export function Tag({ tone = 'gray', children }: Readonly<{ tone?: Tone; children: ReactNode }>) {
    return <span className={tone === 'gray' ? css.tag : `${css.tag} ${css[tone]}`}>{children}</span>;
}

const STATUS: Record<string, Tone> = {
    new: 'blue',
    triage: 'orange',
    in_progress: 'blue',
    waiting_for_client: 'violet',
    waiting_for_delivery: 'teal',
    closed: 'gray',
};
const URGENCY: Record<string, Tone> = { low: 'gray', normal: 'gray', high: 'orange', critical: 'red' };
const TYPE_ICON: Record<string, typeof IconBug> = { bug: IconBug, feature: IconBulb, question: IconHelpCircle };
const CONSENT: Record<string, Tone> = { granted: 'green', withdrawn: 'red' };

export function StatusTag({ status }: Readonly<{ status: string }>) {
    return <Tag tone={STATUS[status]}>{t.status[status] ?? status}</Tag>;
}

export function UrgencyTag({ urgency }: Readonly<{ urgency: string | null | undefined }>) {
    return urgency ? <Tag tone={URGENCY[urgency]}>{t.urgency[urgency] ?? urgency}</Tag> : null;
}

export function TypeTag({ type }: Readonly<{ type: string | null | undefined }>) {
    if (!type) {
        return null;
    }
    const Icon = TYPE_ICON[type] ?? IconDots;
    return (
        <Tag>
            <Icon size={14} aria-hidden /> {t.type[type] ?? type}
        </Tag>
    );
}

export function ConsentTag({ consent }: Readonly<{ consent: string }>) {
    return <Tag tone={CONSENT[consent]}>{t.consent[consent] ?? consent}</Tag>;
}

export const groupNames = (groups: readonly string[]) => groups.map((group) => t.group[group] ?? group).join(', ');
