import type { Expression } from '#engine/define/expression.ts'

export const PLANNER: Expression = { any: [{ role: 'planner' }, { role: 'division_head' }] }

/** Plans are public papers; everybody inside reads them and their targets. */
export const PLAN_READERS: Expression = { always: true }
