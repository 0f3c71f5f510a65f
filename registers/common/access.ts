import type { Expression } from '#engine/define/expression.ts'

const IN_OWN_AREA: Expression = { withinArea: 'area' }
/** Channels that recommend to the province themselves, past county and city. */
const THEIR_OWN_CHANNEL: Expression = { field: 'channel', oneOf: ['department', 'university', 'national_platform'] }
const DEPARTMENT: Expression = { all: [{ role: 'department_clerk' }, THEIR_OWN_CHANNEL, IN_OWN_AREA] }
const AUTHOR: Expression = { ownPerson: 'createdBy' }

/** County or zone posts check what lies in their area, city posts likewise: a clerk, then a leader. */
const LOCAL = (...roles: readonly ('county_clerk' | 'county_leader' | 'city_clerk' | 'city_leader')[]): Expression => ({
  all: [{ any: roles.map((role) => ({ role })) }, IN_OWN_AREA],
})
/** The province's post of the division in charge. */
export const PROVINCE: Expression = { all: [{ role: 'planner' }, IN_OWN_AREA] }
/** Whoever entered it, or the clerk of the place. */
export const AUTHOR_OR_CLERK: Expression = { any: [AUTHOR, LOCAL('county_clerk', 'city_clerk')] }
const AUTHOR_OR_CITY: Expression = { any: [AUTHOR, LOCAL('city_clerk')] }

/** Every post of the line reads what lies in its area; an author reads his own; leaders and auditors read all of it. */
const READERS: Expression = {
  any: [
    {
      all: [
        {
          any: [
            { role: 'planner' },
            { role: 'division_head' },
            { role: 'city_clerk' },
            { role: 'city_leader' },
            { role: 'county_clerk' },
            { role: 'county_leader' },
            { role: 'leader' },
            { role: 'signer' },
            { role: 'auditor' },
          ],
        },
        IN_OWN_AREA,
      ],
    },
    DEPARTMENT,
    AUTHOR,
    { ownUnit: 'leadUnit' },
  ],
}

/** Who makes which move from the first draft to the province's form check. */
export const LINE_ACCESS = {
  read: READERS,
  create: { all: [{ any: [{ role: 'applicant' }, { role: 'county_clerk' }, { role: 'city_clerk' }, { role: 'planner' }] }, IN_OWN_AREA] },
  edit: AUTHOR_OR_CLERK,
  start: AUTHOR_OR_CITY,
  reserve: AUTHOR_OR_CITY,
  submit: AUTHOR_OR_CLERK,
  withdraw: AUTHOR,
  checkCounty: LOCAL('county_clerk'),
  recommendDirectly: DEPARTMENT,
  approveCounty: LOCAL('county_leader'),
  checkCity: LOCAL('city_clerk'),
  recommend: LOCAL('city_leader'),
  notRecommend: LOCAL('city_leader'),
  accept: PROVINCE,
  notAccept: PROVINCE,
  askSupplement: PROVINCE,
  resupply: AUTHOR_OR_CLERK,
  passForm: PROVINCE,
  decline: PROVINCE,
  return: {
    any: [
      { all: [{ field: 'state', is: 'submitted' }, LOCAL('county_clerk')] },
      { all: [{ field: 'state', is: 'submitted' }, DEPARTMENT] },
      { all: [{ field: 'state', is: 'countyChecked' }, LOCAL('county_leader')] },
      { all: [{ field: 'state', is: 'countyApproved' }, LOCAL('city_clerk')] },
      { all: [{ field: 'state', is: 'cityChecked' }, LOCAL('city_leader')] },
      { all: [{ field: 'state', oneOf: ['recommended', 'accepted', 'inReview'] }, PROVINCE] },
    ],
  },
  revoke: PROVINCE,
} as const satisfies Readonly<Record<string, Expression>>

export const OBJECTION_ACCESS = { object: PROVINCE, settle: PROVINCE } as const
/** A decision by batch is the province's. */
export const BATCH_ACCESS = {
  ...OBJECTION_ACCESS,
  passReview: PROVINCE,
  propose: PROVINCE,
  takeOut: PROVINCE,
  openNotice: PROVINCE,
  publish: PROVINCE,
} as const

/** What stays in a register is looked after by the province. */
export const CARE_ACCESS = { rectify: PROVINCE, mend: PROVINCE, exit: PROVINCE } as const

export const DEMONSTRATION_ACCESS = {
  ...OBJECTION_ACCESS,
  proposeDemonstration: PROVINCE,
  takeOutDemonstration: PROVINCE,
  openDemonstrationNotice: PROVINCE,
  publishDemonstration: PROVINCE,
} as const
