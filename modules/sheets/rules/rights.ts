import type { Expression } from '#engine/define/expression.ts'

/** Who lays out the sheets of a province: the division that keeps its programme, and the administrator. */
export const SHEET_KEEPER: Expression = { any: [{ role: 'planner' }, { role: 'division_head' }, { role: 'administrator' }] }
