import { Avatar, Menu } from '@mantine/core';
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconKeyboard, IconListDetails, IconLogout } from '@tabler/icons-react';
import { csrfToken, type Schemas } from '../api/client';
import { t } from '../strings';
import css from './shell.module.css';

const SCHEMES: MantineColorScheme[] = ['light', 'dark', 'auto'];

/** A form, not a call: the answer is a page that the browser has to show. */
function signOut() {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/logout';
    const token = document.createElement('input');
    token.type = 'hidden';
    token.name = '_csrf';
    token.value = csrfToken();
    form.append(token);
    document.body.append(form);
    form.submit();
}

export function MenuItems({ onKeys }: Readonly<{ onKeys: () => void }>) {
    const { colorScheme, setColorScheme } = useMantineColorScheme();
    return (
        <>
            <Menu.Label>{t.nav.themeLabel}</Menu.Label>
            {SCHEMES.map((scheme) => (
                <Menu.Item
                    key={scheme}
                    onClick={() => setColorScheme(scheme)}
                    closeMenuOnClick={false}
                    rightSection={scheme === colorScheme ? <IconCheck size={16} aria-hidden /> : undefined}
                    aria-current={scheme === colorScheme || undefined}
                >
                    {t.nav.theme[scheme]}
                </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onKeys}>
                {t.nav.shortcuts}
            </Menu.Item>
            <Menu.Item
                leftSection={<IconListDetails size={16} aria-hidden />}
                component="a"
                href="/camunda/app/tasklist/"
            >
                {t.nav.tasklist}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
                {t.nav.signOut}
            </Menu.Item>
        </>
    );
}

export function UserMenu({ me, onKeys }: Readonly<{ me: Schemas['StaffStaff']; onKeys: () => void }>) {
    return (
        <Menu position="top-start" width={220} shadow="md">
            <Menu.Target>
                <button type="button" className={css.who}>
                    <Avatar size={28} radius="xl" color="blue" name={me.name} aria-hidden />
                    <span>{me.name}</span>
                </button>
            </Menu.Target>
            <Menu.Dropdown>
                <MenuItems onKeys={onKeys} />
            </Menu.Dropdown>
        </Menu>
    );
}
