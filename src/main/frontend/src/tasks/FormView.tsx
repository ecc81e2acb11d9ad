import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './form.css';
import { Form } from '@bpmn-io/form-js-viewer';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import { added } from './added';
import { CLIENT_MESSAGE, type FormSchema } from './schema';

export interface FormHandle {
    /** What was entered, or null while a field is missing or wrong; the form marks which. */
    submit(): Record<string, unknown> | null;
    /** Adds words to those to the client, as if they had been typed: what is submitted is what the field shows. */
    add(words: string): void;
}

type Data = Record<string, unknown>;

interface Props {
    schema: FormSchema;
    data: Data;
    readOnly?: boolean;
    ref?: Ref<FormHandle>;
}

/** The same form that Tasklist shows, drawn by the same library. */
export default function FormView({ schema, data, readOnly = false, ref }: Readonly<Props>) {
    const container = useRef<HTMLDivElement>(null);
    const form = useRef<Form>(null);
    const entered = useRef(data);
    const [failed, setFailed] = useState<unknown>();
    const [changed, setChanged] = useState<{ from: Data; data: Data }>();
    const filled = changed?.from === data ? changed.data : data;

    useEffect(() => {
        const shown = new Form({ container: container.current as HTMLElement, properties: { readOnly } });
        form.current = shown;
        shown.on('changed', (state: { data: Data }) => (entered.current = state.data));
        shown.importSchema(schema, filled).catch(setFailed);
        return () => {
            form.current = null;
            shown.destroy();
        };
    }, [schema, filled, readOnly]);

    useEffect(() => {
        if (!changed) {
            return undefined;
        }
        // The form draws itself a moment after it has its data
        const drawn = requestAnimationFrame(() => {
            const field = container.current?.querySelector<HTMLTextAreaElement>(`[id$="${CLIENT_MESSAGE}"]`);
            field?.focus();
            field?.setSelectionRange(field.value.length, field.value.length);
        });
        return () => cancelAnimationFrame(drawn);
    }, [changed]);

    useImperativeHandle(ref, () => ({
        submit() {
            const { data: submitted, errors } = form.current!.submit();
            return Object.keys(errors).length > 0 ? null : submitted;
        },
        // A form of this library takes data only with its schema, so that it is drawn anew from what was entered so far
        add(words) {
            const message = added(String(entered.current[CLIENT_MESSAGE] ?? ''), words);
            setChanged({ from: data, data: { ...entered.current, [CLIENT_MESSAGE]: message } });
        },
    }));

    return (
        <>
            {failed !== undefined && <Failure error={failed} title={t.task.formFailed} />}
            <div className="task-form" ref={container} />
        </>
    );
}
