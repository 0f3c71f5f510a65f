/** The division that opens calls, decides and publishes. */
export const PROVINCE = { any: [{ role: 'planner' }, { role: 'division_head' }] } as const

/** A city that recommends: its clerk and its leader, for what lies in their area. */
export const OWN_CITY = { all: [{ any: [{ role: 'city_clerk' }, { role: 'city_leader' }] }, { withinArea: 'area' }] } as const
