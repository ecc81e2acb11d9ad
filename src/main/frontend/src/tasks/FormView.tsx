import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './form.css';
import { Form } from '@bpmn-io/form-js-viewer';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import type { FormSchema } from './schema';

export interface FormHandle {
    /** What was entered, or null while a field is missing or wrong; the form marks which. */
    submit(): Record<string, unknown> | null;
}

interface Props {
    schema: FormSchema;
    data: Record<string, unknown>;
    readOnly?: boolean;
    ref?: Ref<FormHandle>;
}

/** The same form that Tasklist shows, drawn by the same library. */
export default function FormView({ schema, data, readOnly = false, ref }: Readonly<Props>) {
    const container = useRef<HTMLDivElement>(null);
    const form = useRef<Form>(null);
    const [failed, setFailed] = useState<unknown>();

    useEffect(() => {
        const shown = new Form({ container: container.current as HTMLElement, properties: { readOnly } });
        form.current = shown;
        shown.importSchema(schema, data).catch(setFailed);
        return () => {
            form.current = null;
            shown.destroy();
        };
    }, [schema, data, readOnly]);

    useImperativeHandle(ref, () => ({
        submit() {
            const { data: entered, errors } = form.current!.submit();
            return Object.keys(errors).length > 0 ? null : entered;
        },
    }));

    return (
        <>
            {failed !== undefined && <Failure error={failed} title={t.task.formFailed} />}
            <div className="task-form" ref={container} />
        </>
    );
}
