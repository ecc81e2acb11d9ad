import { Alert, Button, Modal, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import uiCss from '../ui/ui.module.css';
import css from './processes.module.css';
import { useMove, type Process } from './queries';

/** Running requests on old versions: what could move is tried first, then moved. */
export function MoveOld({ process }: Readonly<{ process: Process }>) {
    const [newest, ...older] = process.versions;
    return older
        .filter(({ running }) => running > 0)
        .map((version) => (
            <Alert key={version.id} color="orange" variant="light" mb="md" className={css.head}>
                {t.processes.old(version.running, version.version)} <MoveButton from={version.id} to={newest!.id} />
            </Alert>
        ));
}

function MoveButton({ from, to }: Readonly<{ from: string; to: string }>) {
    const [opened, { open, close }] = useDisclosure(false);
    return (
        <>
            <Button size="compact-sm" variant="default" onClick={open}>
                {t.processes.move}
            </Button>
            <Modal
                opened={opened}
                onClose={close}
                size="lg"
                title={t.processes.moveTitle}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                <Move from={from} to={to} />
            </Modal>
        </>
    );
}

function Move({ from, to }: Readonly<{ from: string; to: string }>) {
    const trial = useMove(from, to, true);
    const move = useMove(from, to, false);
    const tried = trial.data?.items ?? [];
    const movable = tried.filter(({ reason }) => !reason);
    const stuck = (move.data ?? trial.data)?.items.filter(({ reason }) => reason) ?? [];
    const moved = move.data?.items.filter(({ reason }) => !reason).length;
    return (
        <>
            <Text size="sm" c="dimmed" mb="md">
                {t.processes.moveHint}
            </Text>
            <Button
                variant="default"
                loading={trial.isPending}
                disabled={Boolean(move.data)}
                onClick={() => trial.mutate(undefined)}
            >
                {t.processes.tryMove}
            </Button>
            {move.isPending && <Progress mt="md" value={100} animated aria-label={t.processes.moving} />}
            {(trial.error ?? move.error) && <Failure error={trial.error ?? move.error} title={t.task.refused} />}
            <div role="status">
                {moved !== undefined ? (
                    <Alert mt="md" color="green" variant="light" title={t.processes.moved(moved)} />
                ) : (
                    trial.data && (
                        <Alert mt="md" color="green" variant="light" title={t.processes.canMove(movable.length)} />
                    )
                )}
                {stuck.length > 0 && (
                    <>
                        <Alert mt="sm" color="orange" variant="light" title={t.processes.cannotMove(stuck.length)} />
                        <table className={uiCss.table}>
                            <tbody>
                                {stuck.map(({ instanceId, subject, reason }) => (
                                    <tr key={instanceId}>
                                        <td>{subject}</td>
                                        <td>{reason}</td>
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </>
                )}
            </div>
            {trial.data && !move.data && movable.length > 0 && (
                <Button
                    mt="md"
                    loading={move.isPending}
                    onClick={() => move.mutate(movable.map(({ instanceId }) => instanceId))}
                >
                    {t.processes.moveGo(movable.length)}
                </Button>
            )}
        </>
    );
}
