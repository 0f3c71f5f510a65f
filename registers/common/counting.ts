import { daysOf, type Term } from '#engine/define/counting.ts'
import type { Expression } from '#engine/define/expression.ts'

/** Always the three figures: in reserve, under way, published. */
export const MEASURES = {
  reserve: { zh: '储备', en: 'In reserve' },
  underway: { zh: '推进', en: 'Under way' },
  published: { zh: '已公布', en: 'Published' },
} as const

/** States on the common line in which an entry is under way. */
export const LINE_UNDERWAY = [
  'submitted',
  'countyChecked',
  'countyApproved',
  'cityChecked',
  'recommended',
  'accepted',
  'supplement',
  'inReview',
] as const
export const BATCH_UNDERWAY = [...LINE_UNDERWAY, 'reviewed', 'proposed', 'onNotice', 'objected'] as const

/** What is in reserve and what is under way, of the entries that fulfil `which`. */
export function onTheWay(underway: readonly string[], ...which: readonly Expression[]): readonly Term[] {
  return [
    { measure: 'reserve', when: both({ field: 'state', oneOf: ['reserve', 'draft', 'returned'] }, which), countsOn: 'createdOn' },
    { measure: 'underway', when: both({ field: 'state', oneOf: underway }, which), countsOn: 'createdOn' },
  ]
}

export interface Published {
  readonly measure: string
  /** The states of an entry that was published, whatever came after. */
  readonly states: readonly string[]
  readonly which: readonly Expression[]
  readonly countsOn: string | readonly string[]
}

/** Published entries from their day on; off again from the day of their exit or withdrawal, so that earlier figures stay. */
export function published({ measure, states, which, countsOn }: Published): readonly Term[] {
  const left: readonly (readonly [string, string])[] = [
    ['exited', 'exitedOn'],
    ['revoked', 'revokedOn'],
  ]
  // Only what was counted can be taken off.
  const began = daysOf({ countsOn }).map((day): Expression => ({ field: day, filled: true }))
  return [
    { measure, when: both({ field: 'state', oneOf: states }, which), countsOn },
    ...left
      .filter(([state]) => states.includes(state))
      .map(
        ([state, day]): Term => ({ measure, when: both({ field: 'state', is: state }, [...began, ...which]), countsOn: day, amount: -1 }),
      ),
  ]
}

/** The plan's own years; work finished before or after them is published but does not count. */
export const IN_PLAN_YEARS: readonly Expression[] = [
  { field: 'completedOn', atLeast: '2024-01-01' },
  { field: 'completedOn', atMost: '2026-12-31' },
]

function both(first: Expression, more: readonly Expression[]): Expression {
  return more.length === 0 ? first : { all: [first, ...more] }
}
