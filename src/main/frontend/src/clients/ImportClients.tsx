import { Alert, Button, FileInput, Modal, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send, type Schemas } from '../api/client';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import uiCss from '../ui/ui.module.css';

type Report = Schemas['ClientCsvReport'];

export function ImportButton() {
    const [opened, { open, close }] = useDisclosure(false);
    return (
        <>
            <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} onClick={open}>
                {t.clients.import}
            </Button>
            <Modal
                opened={opened}
                onClose={close}
                size="lg"
                title={t.clients.import}
                closeButtonProps={{ 'aria-label': t.common.close }}
            >
                <ImportForm />
            </Modal>
        </>
    );
}

function ImportForm() {
    const [file, setFile] = useState<File | null>(null);
    const queries = useQueryClient();
    const read = useMutation({
        mutationFn: async (chosen: File) => {
            const body = new FormData();
            body.append('file', chosen);
            const answer = await send('/api/clients/import', { method: 'POST', body });
            return (await answer.json()) as Report;
        },
        onSuccess: () => queries.invalidateQueries({ queryKey: ['clients'] }),
    });
    return (
        <>
            <Text size="sm" c="dimmed" mb="sm">
                {t.clients.importHint}
            </Text>
            <FileInput
                label={t.clients.importFile}
                accept=".csv,text/csv"
                placeholder="clients.csv"
                value={file}
                onChange={setFile}
            />
            <Button mt="md" disabled={!file} loading={read.isPending} onClick={() => file && read.mutate(file)}>
                {t.clients.importGo}
            </Button>
            {read.isPending && <Progress mt="md" value={100} animated aria-label={t.clients.importing} />}
            {read.error && <Failure error={read.error} title={t.task.refused} />}
            {read.data && <ReportOf report={read.data} />}
        </>
    );
}

export function ReportOf({ report }: Readonly<{ report: Report }>) {
    return (
        <div role="status">
            <Alert mt="md" color="green" variant="light" title={t.clients.imported(report.imported)} />
            {report.errors.length > 0 && (
                <>
                    <Alert
                        mt="sm"
                        color="orange"
                        variant="light"
                        title={t.clients.importErrors(report.errors.length)}
                    />
                    <table className={uiCss.table}>
                        <thead>
                            <tr>
                                <th scope="col">{t.clients.line}</th>
                                <th scope="col">{t.clients.reason}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {report.errors.map(({ line, reason }) => (
                                <tr key={line}>
                                    <td>{line}</td>
                                    <td>{reason}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </>
            )}
        </div>
    );
}
