import { Alert, Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../strings';
import css from './ui.module.css';

export function Panel({
    title,
    actions,
    children,
    flush,
}: Readonly<{ title?: ReactNode; actions?: ReactNode; children: ReactNode; flush?: boolean }>) {
    return (
        <section className={css.panel}>
            {title && (
                <header className={css.panelHead}>
                    <h2>{title}</h2>
                    <span className={css.spacer} />
                    {actions}
                </header>
            )}
            <div className={flush ? undefined : css.panelBody}>{children}</div>
        </section>
    );
}

export function PageHead({ title, children }: Readonly<{ title: ReactNode; children?: ReactNode }>) {
    return (
        <header className={css.pageHead}>
            <h1>{title}</h1>
            <span className={css.spacer} />
            {children}
        </header>
    );
}

/** Says what is not there and what to do next. */
export function Empty({
    icon,
    title,
    hint,
    children,
}: Readonly<{ icon?: ReactNode; title: string; hint?: string; children?: ReactNode }>) {
    return (
        <div className={css.empty}>
            {icon && <span className={css.emptyIcon}>{icon}</span>}
            <h2>{title}</h2>
            {hint && <p>{hint}</p>}
            {children}
        </div>
    );
}

export function Loading() {
    return (
        <div className={css.loading} role="status" aria-label={t.common.loading}>
            <Loader size="sm" />
        </div>
    );
}

export function Failure({
    error,
    retry,
    title = t.common.failed,
}: Readonly<{ error: unknown; retry?: () => void; title?: string }>) {
    return (
        <Alert color="red" variant="light" title={title} role="alert">
            <p>{error instanceof Error ? error.message : String(error)}</p>
            {retry && (
                <Button size="xs" variant="default" mt="xs" onClick={retry}>
                    {t.common.retry}
                </Button>
            )}
        </Alert>
    );
}

interface Asked<T> {
    data: T | undefined;
    error: unknown;
    refetch: () => unknown;
}

/** The answer once it is there; until then that it is on its way, or why it never came. */
export function Answered<T>({ of, children }: Readonly<{ of: Asked<T>; children: (data: T) => ReactNode }>) {
    if (of.data !== undefined) {
        return children(of.data);
    }
    return of.error ? <Failure error={of.error} retry={() => void of.refetch()} /> : <Loading />;
}
