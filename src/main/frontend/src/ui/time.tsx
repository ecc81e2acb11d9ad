import { useEffect, useState } from 'react';
import css from './ui.module.css';

const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const AWAY = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR;
const SOON = 2 * HOUR;

/** The reader's own zone and way of writing. */
export const fullTime = (at: string) => FULL.format(new Date(at));

export function relative(ms: number): string {
    const size = Math.abs(ms);
    if (size < MINUTE) {
        return AWAY.format(0, 'minute');
    }
    if (size < HOUR) {
        return AWAY.format(Math.round(ms / MINUTE), 'minute');
    }
    return size < DAY_MS ? AWAY.format(Math.round(ms / HOUR), 'hour') : AWAY.format(Math.round(ms / DAY_MS), 'day');
}

/** "3 min", "2 h 5 min", "4 d". */
export function duration(ms: number): string {
    if (ms < 1000) {
        return `${Math.max(0, Math.round(ms))} ms`;
    }
    if (ms < MINUTE) {
        return `${Math.round(ms / 1000)} s`;
    }
    if (ms < HOUR) {
        return `${Math.round(ms / MINUTE)} min`;
    }
    if (ms < 2 * DAY_MS) {
        const minutes = Math.round(ms / MINUTE);
        return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    }
    return `${Math.round(ms / DAY_MS)} d`;
}

function useNow(): number {
    const [now, setNow] = useState(Date.now);
    useEffect(() => {
        const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
        return () => clearInterval(timer);
    }, []);
    return now;
}

/** How long ago; the moment itself as a tooltip. */
export function Ago({ at }: Readonly<{ at: string }>) {
    const now = useNow();
    return (
        <time dateTime={at} title={fullTime(at)}>
            {relative(new Date(at).getTime() - now)}
        </time>
    );
}

/** A deadline: late and soon are told by words and weight, not by colour alone. */
export function Due({ at, done }: Readonly<{ at: string | null | undefined; done?: boolean }>) {
    const now = useNow();
    if (!at) {
        return null;
    }
    const left = new Date(at).getTime() - now;
    const tone = done ? css.quiet : left < 0 ? css.late : left < SOON ? css.soon : undefined;
    return (
        <time dateTime={at} title={fullTime(at)} className={tone}>
            {relative(left)}
        </time>
    );
}

/** The time of day today, the day before that. */
export function Clock({ at }: Readonly<{ at: string }>) {
    const date = new Date(at);
    const today = new Date().toDateString() === date.toDateString();
    return (
        <time dateTime={at} title={fullTime(at)}>
            {today ? CLOCK.format(date) : `${DAY.format(date)}, ${CLOCK.format(date)}`}
        </time>
    );
}
