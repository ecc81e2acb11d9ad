import {
    IconChartBar,
    IconChecklist,
    IconDeviceMobileMessage,
    IconInbox,
    IconSettings,
    IconShieldCheck,
    IconSitemap,
    IconUsers,
    type Icon,
} from '@tabler/icons-react';
import { t } from '../strings';

export interface PageLink {
    path: string;
    label: string;
    icon: Icon;
    /** Pressed after "g". */
    key: string;
}

/** What the menu offers, in the order of a day's work. */
export const PAGES: PageLink[] = [
    { path: '/inbox', label: t.nav.inbox, icon: IconInbox, key: 'i' },
    { path: '/tasks', label: t.nav.tasks, icon: IconChecklist, key: 't' },
    { path: '/clients', label: t.nav.clients, icon: IconUsers, key: 'c' },
    { path: '/phone', label: t.nav.phone, icon: IconDeviceMobileMessage, key: 'p' },
    { path: '/processes', label: t.nav.processes, icon: IconSitemap, key: 'r' },
    { path: '/insights', label: t.nav.insights, icon: IconChartBar, key: 'f' },
    { path: '/audit', label: t.nav.audit, icon: IconShieldCheck, key: 'a' },
    { path: '/settings', label: t.nav.settings, icon: IconSettings, key: 's' },
];

/** How many of them a telephone's bar has room for; the others are behind "More". */
export const ON_PHONE = 4;
