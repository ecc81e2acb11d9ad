import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useMe, useSimulated, useTaskCounts } from '../api/queries';
import { t } from '../strings';
import { KeysHelp, useKeys } from './Keys';
import { ON_PHONE, PAGES, type PageLink } from './pages';
import css from './shell.module.css';
import { MenuItems, UserMenu } from './UserMenu';

function isAt(location: string, { path }: PageLink): boolean {
    return (
        location.startsWith(path) ||
        (path === '/inbox' && /^\/(requests|issues)?(\/|$)/.test(location)) ||
        (path === '/clients' && location.startsWith('/onboarding'))
    );
}

/** The frame of every page: the menu, the way past it, and where the keyboard is after a change of page. */
export function Shell({ children }: Readonly<{ children: ReactNode }>) {
    const simulated = useSimulated();
    const pages = useMemo(() => PAGES.filter(({ path }) => path !== '/phone' || simulated), [simulated]);
    const [location] = useLocation();
    const [keys, { open, close }] = useDisclosure(false);
    const main = useRef<HTMLElement>(null);
    const first = useRef(true);
    useKeys(pages, open);
    useEffect(() => {
        if (first.current) {
            first.current = false;
        } else {
            main.current?.focus({ preventScroll: true });
            window.scrollTo?.(0, 0);
        }
    }, [location]);

    return (
        <div className={css.shell}>
            <a className={css.skip} href="#main">
                {t.nav.skip}
            </a>
            <SideBar pages={pages} location={location} onKeys={open} />
            <main id="main" ref={main} tabIndex={-1} className={css.main}>
                {children}
            </main>
            <TabBar pages={pages} location={location} onKeys={open} />
            <KeysHelp pages={pages} opened={keys} close={close} />
        </div>
    );
}

interface BarProps {
    pages: PageLink[];
    location: string;
    onKeys: () => void;
}

function SideBar({ pages, location, onKeys }: Readonly<BarProps>) {
    const me = useMe();
    const counts = useTaskCounts();
    const tasks = counts.data?.mine;
    return (
        <nav className={css.nav} aria-label={t.nav.label}>
            <Link href="/inbox" className={css.brand}>
                <img src="/icon.svg" alt="" />
                {t.product}
            </Link>
            {pages.map((page) => (
                <Link
                    key={page.path}
                    href={page.path}
                    className={css.item}
                    aria-current={isAt(location, page) ? 'page' : undefined}
                >
                    <page.icon size={19} stroke={1.75} aria-hidden />
                    {page.label}
                    {page.path === '/tasks' && tasks ? <span className={css.count}>{tasks}</span> : null}
                </Link>
            ))}
            <span className={css.grow} />
            {me.data && <UserMenu me={me.data} onKeys={onKeys} />}
        </nav>
    );
}

function TabBar({ pages, location, onKeys }: Readonly<BarProps>) {
    const [, navigate] = useLocation();
    const tasks = useTaskCounts().data?.mine;
    return (
        <nav className={css.tabbar} aria-label={t.nav.label}>
            {pages.slice(0, ON_PHONE).map((page) => (
                <Link
                    key={page.path}
                    href={page.path}
                    className={css.tab}
                    aria-current={isAt(location, page) ? 'page' : undefined}
                >
                    <page.icon size={21} stroke={1.75} aria-hidden />
                    {page.label}
                    {page.path === '/tasks' && tasks ? <span className={css.dot}>{tasks}</span> : null}
                </Link>
            ))}
            <Menu position="top-end" width={220} shadow="md">
                <Menu.Target>
                    <button type="button" className={css.tab}>
                        <IconDots size={21} stroke={1.75} aria-hidden />
                        {t.nav.more}
                    </button>
                </Menu.Target>
                <Menu.Dropdown>
                    {pages.slice(ON_PHONE).map((page) => (
                        <Menu.Item
                            key={page.path}
                            leftSection={<page.icon size={16} aria-hidden />}
                            onClick={() => navigate(page.path)}
                        >
                            {page.label}
                        </Menu.Item>
                    ))}
                    <MenuItems onKeys={onKeys} />
                </Menu.Dropdown>
            </Menu>
        </nav>
    );
}
