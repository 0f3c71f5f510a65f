import type { Expression } from '#engine/define/expression.ts'

export const PLANNER: Expression = { any: [{ role: 'planner' }, { role: 'division_head' }] }

/** Plans and what became of them are public papers; everybody inside reads them. */
export const PLAN_READERS: Expression = { always: true }
