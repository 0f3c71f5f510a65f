/** What the list at the right shows: the plan as a tree, one kind of items, what waits, or what is no item. */
export const TABS = ['heading', 'target', 'duty', 'list', 'waiting', 'more'] as const
/** One of them; the tree is named after the headings that make it, “more” is what the reader finds besides the items. */
export type Tab = (typeof TABS)[number]
