import type { Expression } from '#engine/define/expression.ts'

/** 经办: assigns, reminds, looks through what is reported. */
export const CLERK: Expression = { role: 'planner' }
/** 处长: decides on evidence whether a task is closed, and on adjusting and ending one. */
export const HEAD: Expression = { role: 'division_head' }
/** Who keeps the list of tasks while it is not assigned. */
export const OFFICE: Expression = { any: [CLERK, HEAD] }

/** Posts that act for their unit; leaders and auditors of a unit read along. */
const WHO_ACTS: Expression = {
  any: [{ role: 'planner' }, { role: 'department_clerk' }, { role: 'city_clerk' }, { role: 'county_clerk' }, { role: 'applicant' }],
}

/** Posts of the units that lead a task: the column `unit` of its lead units. */
export const LEAD_UNIT: Expression = { all: [WHO_ACTS, { field: 'lead', some: { ownUnit: 'unit' } }] }
/** The same for a report, which keeps the units it is asked of. */
export const REPORTING_UNIT: Expression = { all: [WHO_ACTS, { field: 'units', some: { ownUnit: 'unit' } }] }
/** The own tasks of a unit, whether it leads or supports. */
export const OF_OWN_UNIT: Expression = {
  any: [
    { field: 'lead', some: { ownUnit: 'unit' } },
    { field: 'support', some: { ownUnit: 'unit' } },
  ],
}

export const REPORT_READERS: Expression = {
  any: [OFFICE, { role: 'leader' }, { role: 'auditor' }, { field: 'units', some: { ownUnit: 'unit' } }],
}
