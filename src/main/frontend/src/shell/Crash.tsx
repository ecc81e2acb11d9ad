import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { t } from '../strings';
import { Empty } from '../ui/parts';

/** A fault in one page leaves the menu standing. */
export class Crash extends Component<{ children: ReactNode; at: string }, { failed: boolean }> {
    override state = { failed: false };

    static getDerivedStateFromError() {
        return { failed: true };
    }

    override componentDidUpdate(before: { at: string }) {
        if (this.state.failed && before.at !== this.props.at) {
            this.setState({ failed: false });
        }
    }

    override render() {
        return this.state.failed ? (
            <Empty title={t.common.crashed} hint={t.common.crashedHint}>
                <Button onClick={() => window.location.reload()}>{t.common.reload}</Button>
            </Empty>
        ) : (
            this.props.children
        );
    }
}
