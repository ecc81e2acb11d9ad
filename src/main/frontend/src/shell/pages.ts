import { IconChecklist, IconDeviceMobileMessage, IconInbox, type Icon } from '@tabler/icons-react';
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
    { path: '/phone', label: t.nav.phone, icon: IconDeviceMobileMessage, key: 'p' },
];

/** How many of them a telephone's bar has room for; the others are behind "More". */
export const ON_PHONE = 4;
