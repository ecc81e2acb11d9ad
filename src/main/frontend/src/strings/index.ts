import { en, type Strings } from './en';

const languages: Record<string, Strings> = { en };

function chosen(): Strings {
    for (const wish of navigator.languages ?? []) {
        const strings = languages[wish.slice(0, 2)];
        if (strings) {
            return strings;
        }
    }
    return en;
}

export const t = chosen();
