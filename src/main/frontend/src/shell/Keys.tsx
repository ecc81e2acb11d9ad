import { Kbd, Modal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { t } from '../strings';
import uiCss from '../ui/ui.module.css';
import type { PageLink } from './pages';

const TYPING = 'input, textarea, select, [contenteditable]';
const SECOND_KEY_WITHIN_MS = 1200;

/** "g i" goes to the inbox, "n" to the next task, "/" to the search, "?" shows the list. Not while somebody types. */
export function useKeys(pages: PageLink[], showHelp: () => void) {
    const [, navigate] = useLocation();
    const goPressedAt = useRef(0);
    useEffect(() => {
        function pressed(event: KeyboardEvent) {
            const target = event.target as Element | null;
            if (event.ctrlKey || event.metaKey || event.altKey || target?.closest?.(TYPING)) {
                return;
            }
            const going = Date.now() - goPressedAt.current < SECOND_KEY_WITHIN_MS;
            goPressedAt.current = event.key === 'g' ? Date.now() : 0;
            const page = going ? pages.find(({ key }) => key === event.key) : undefined;
            if (page) {
                navigate(page.path);
            } else if (event.key === 'n') {
                navigate('/tasks/next');
            } else if (event.key === '/') {
                event.preventDefault();
                navigate('/inbox?search');
            } else if (event.key === '?') {
                showHelp();
            }
        }
        window.addEventListener('keydown', pressed);
        return () => window.removeEventListener('keydown', pressed);
    }, [pages, navigate, showHelp]);
}

export function KeysHelp({
    pages,
    opened,
    close,
}: Readonly<{ pages: PageLink[]; opened: boolean; close: () => void }>) {
    return (
        <Modal opened={opened} onClose={close} title={t.keys.title} closeButtonProps={{ 'aria-label': t.keys.close }}>
            <dl className={uiCss.facts}>
                {pages.map(({ key, label }) => (
                    <Shortcut key={key} keys={['g', key]} does={`${t.keys.go}: ${label}`} />
                ))}
                <Shortcut keys={['n']} does={t.keys.nextTask} />
                <Shortcut keys={['/']} does={t.keys.search} />
                <Shortcut keys={['Ctrl', 'Enter']} does={t.keys.complete} />
                <Shortcut keys={['?']} does={t.keys.help} />
            </dl>
        </Modal>
    );
}

function Shortcut({ keys, does }: Readonly<{ keys: string[]; does: string }>) {
    return (
        <>
            <dt>
                {keys.map((key) => (
                    <span key={key}>
                        <Kbd>{key}</Kbd>{' '}
                    </span>
                ))}
            </dt>
            <dd>{does}</dd>
        </>
    );
}
