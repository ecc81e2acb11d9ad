export interface Component {
    type: string;
    key?: string;
    label?: string;
    disabled?: boolean;
    components?: Component[];
    layout?: { row?: string; columns?: number | null };
    [other: string]: unknown;
}

export interface FormSchema extends Component {
    components: Component[];
}

/** Shown by the page around the form already; Tasklist has nothing but the form. */
const AROUND = new Set(['title', 'client', 'conversation.text']);

/** The same form without what the page shows beside it; every field that can be filled in stays. */
export function besideThePage(schema: FormSchema): FormSchema {
    return { ...schema, components: pruned(schema.components) };
}

function pruned(components: Component[]): Component[] {
    const kept = components
        .filter(({ disabled, key }) => !(disabled && key && AROUND.has(key)))
        .map((component) =>
            component.components ? { ...component, components: pruned(component.components) } : component,
        )
        .filter(({ components: inner }) => inner === undefined || inner.length > 0);
    // Who lost the neighbours takes the whole row
    return kept.map((component) => {
        const row = component.layout?.row;
        const alone = kept.filter(({ layout }) => layout?.row === row).length === 1;
        return row && alone ? { ...component, layout: { ...component.layout, columns: null } } : component;
    });
}
