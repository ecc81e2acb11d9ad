import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { besideThePage, outcomesOf, withoutReplies, writesToClient, type Component, type FormSchema } from './schema';

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

    test('loses the list of canned replies where a menu takes its place, and nothing else', () => {
        expect(fillable(withoutReplies(schema))).toEqual(fillable(schema).filter((key) => key !== 'cannedReply'));
        expect(JSON.stringify(withoutReplies(schema))).not.toContain('cannedReply');
    });

    test('offers replies where words to the client can be written', () => {
        expect(writesToClient(schema)).toBe(fillable(schema).includes('clientMessage'));
    });

    test('leaves out what the page shows around it', () => {
        const keys = flat(besideThePage(schema).components).map(({ key }) => key);
        expect(keys).not.toContain('conversation.text');
        expect(keys).not.toContain('notes.text');
    });

    test('no field depends on the decision: it is not chosen before the end', () => {
        const conditions = flat(schema.components).map(({ conditional }) => JSON.stringify(conditional ?? ''));
        expect(conditions.filter((condition) => condition.includes('decision'))).toEqual([]);
    });
});
