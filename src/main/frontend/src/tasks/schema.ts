export interface Component {
    type: string;
    key?: string;
    label?: string;
    disabled?: boolean;
    values?: Outcome[];
    components?: Component[];
    layout?: { row?: string; columns?: number | null };
    [other: string]: unknown;
}

export interface FormSchema extends Component {
    components: Component[];
}

export interface Outcome {
    label: string;
    value: string;
}

const DECISION = 'decision';
export const CLIENT_MESSAGE = 'clientMessage';
const CANNED_REPLY = 'cannedReply';

/** Shown by the page around the form already; Tasklist has nothing but the form. */
const AROUND = new Set(['title', 'client', 'conversation.text', 'notes.text', DECISION]);

/** Whether the form has words to the client that can be filled in. */
export function writesToClient(schema: FormSchema): boolean {
    const message = find(schema.components, CLIENT_MESSAGE);
    return message !== undefined && canBeFilled(message) && !message.readonly;
}

/** Tasklist lists the replies inside the form, to be copied; beside the page a menu puts them into the words. */
export function withoutReplies(schema: FormSchema): FormSchema {
    return { ...schema, components: without(schema.components, new Set([CANNED_REPLY, 'canned_reply_words'])) };
}

function without(components: Component[], ids: Set<unknown>): Component[] {
    return components
        .filter(({ id }) => !ids.has(id))
        .map((component) =>
            component.components ? { ...component, components: without(component.components, ids) } : component,
        );
}

/**
 * The same form as the page beside the conversation needs it: without what stands around it, one group below the other,
 * what can be filled in first. Every field that can be filled in stays; the decision becomes buttons.
 */
export function besideThePage(schema: FormSchema): FormSchema {
    const kept = pruned(schema.components);
    const fillable = kept.filter(canBeFilled);
    return {
        ...schema,
        components: [
            ...kept.filter((c) => c.type === 'text'),
            ...fillable,
            ...kept.filter((c) => c.type !== 'text' && !canBeFilled(c)),
        ],
    };
}

/** What the reviewer can decide, in the form's own words; none where the form has no decision. */
export function outcomesOf(schema: FormSchema): Outcome[] {
    return find(schema.components, DECISION)?.values ?? [];
}

function find(components: Component[], key: string): Component | undefined {
    for (const component of components) {
        const found = component.key === key ? component : find(component.components ?? [], key);
        if (found) {
            return found;
        }
    }
    return undefined;
}

function canBeFilled({ key, disabled, components }: Component): boolean {
    return components ? components.some(canBeFilled) : Boolean(key) && !disabled;
}

function pruned(components: Component[]): Component[] {
    return components
        .filter(({ disabled, key }) => !(key && AROUND.has(key) && (disabled || key === DECISION)))
        .map((component) => {
            const inner = component.components && pruned(component.components);
            // Groups stand side by side in Tasklist's wide form; here each has the whole width
            const layout =
                component.type === 'group' ? { row: `row_${String(component.id)}`, columns: null } : component.layout;
            return { ...component, layout, ...(inner ? { components: inner } : {}) };
        })
        .filter(({ components: inner }) => inner === undefined || inner.length > 0);
}
