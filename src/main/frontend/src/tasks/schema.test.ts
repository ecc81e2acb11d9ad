import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { besideThePage, outcomesOf, type Component, type FormSchema } from './schema';

const FORMS = '../../../forms/';
const forms = readdirSync(FORMS).map(
    (file) => [file, JSON.parse(readFileSync(FORMS + file, 'utf8')) as FormSchema] as const,
);
const flat = (components: Component[]): Component[] => components.flatMap((c) => [c, ...flat(c.components ?? [])]);
const fillable = (schema: FormSchema) =>
    flat(schema.components)
        .filter(({ key, disabled }) => key && !disabled)
        .map(({ key }) => key);

describe.each(forms)('%s beside the page', (file, schema) => {
    test('keeps every field that can be filled in, except the decision, which becomes buttons', () => {
        const kept = fillable(besideThePage(schema));
        expect([...kept].sort()).toEqual(
            fillable(schema)
                .filter((key) => key !== 'decision')
                .sort(),
        );
        expect(outcomesOf(schema).length).toBe(file === 'onboard-client.form' ? 0 : outcomesOf(schema).length);
        expect(outcomesOf(schema).length > 0).toBe(fillable(schema).includes('decision'));
    });

    test('leaves out what the page shows around it', () => {
        const keys = flat(besideThePage(schema).components).map(({ key }) => key);
        expect(keys).not.toContain('conversation.text');
    });

    test('no field depends on the decision: it is not chosen before the end', () => {
        const conditions = flat(schema.components).map(({ conditional }) => JSON.stringify(conditional ?? ''));
        expect(conditions.filter((condition) => condition.includes('decision'))).toEqual([]);
    });
});
