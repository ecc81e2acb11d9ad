/** Words below those that are there already. */
export const added = (words: string, more: string) => (words.trim() ? `${words.trimEnd()}\n\n${more}` : more);
