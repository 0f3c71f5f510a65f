import type { Expression } from '#engine/define/expression.ts'

/** 经办: drafts, records number and date, publishes. */
export const CLERK: Expression = { role: 'planner' }
/** 处长. */
export const HEAD: Expression = { role: 'division_head' }
/** 分管厅领导: 审签. */
export const LEADER: Expression = { role: 'leader' }
/** 签发人: a post of its own, held by the principal leader or, while the tenure runs, by an authorised deputy. */
export const SIGNER: Expression = { role: 'signer' }

export const REPORT_READERS: Expression = { any: [CLERK, HEAD, LEADER, SIGNER, { role: 'auditor' }] }

/** A city or zone fills in and confirms for itself; the city above a zone reads along. */
export const LOCAL_CLERK: Expression = { all: [{ any: [{ role: 'city_clerk' }, { role: 'county_clerk' }] }, { withinArea: 'area' }] }
export const LOCAL_LEADER: Expression = { all: [{ any: [{ role: 'city_leader' }, { role: 'county_leader' }] }, { withinArea: 'area' }] }
export const RETURN_READERS: Expression = { any: [REPORT_READERS, LOCAL_CLERK, LOCAL_LEADER] }
/** A round has no area of its own; every city and zone sees that it is open. */
export const ROUND_READERS: Expression = {
  any: [REPORT_READERS, { role: 'city_clerk' }, { role: 'city_leader' }, { role: 'county_clerk' }, { role: 'county_leader' }],
}
