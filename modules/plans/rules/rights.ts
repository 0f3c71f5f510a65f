import type { Expression } from '#engine/define/expression.ts'

export const PLANNER: Expression = { any: [{ role: 'planner' }, { role: 'division_head' }] }

/** Plans are public papers; everybody inside reads them and their targets. */
export const PLAN_READERS: Expression = { always: true }

/** Whether texts go to a language model is for who answers for the installation. */
export const ASSISTANT_KEEPER: Expression = { role: 'administrator' }
