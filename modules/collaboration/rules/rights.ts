import type { Expression } from '#engine/define/expression.ts'

/** Who says for how long what was done can be taken back: the head of the division that keeps the programme, and the administrator. */
export const WINDOW_KEEPER: Expression = { any: [{ role: 'division_head' }, { role: 'administrator' }] }
