import type { Store } from '#engine/store/context.ts'
import { workingCalendar, workingDayAfter } from '#modules/collaboration/index.ts'
import type { Random } from './random.ts'
import type { SimulatedClock } from './simulated-clock.ts'

/** The last weeks as the demonstration tells them: so that its work lists are a Monday's, not a ruin's. */
export interface Recent {
  /** The day so many working days before today; never before `earliest`, where what came before it happened. */
  readonly workingDaysAgo: (count: number, earliest?: string) => string
  readonly workingDaysAhead: (count: number, earliest: string) => string
}

/** Counted with the holiday tables of the jurisdiction, from the true day of the store's clock. */
export async function recentDays(store: Store): Promise<Recent> {
  const calendar = await workingCalendar(store)
  return {
    workingDaysAgo: (count, earliest = '') => later(workingDayAfter(calendar, -count), earliest),
    workingDaysAhead: (count, earliest) => later(workingDayAfter(calendar, count), earliest),
  }
}

/**
 * How many working days ago an entry came to where it stands. Most steps are due within five: of 20 entries 17 came within the last four
 * days, one is due today and two are overdue.
 */
const AGES = [1, 2, 1, 4, 1, 2, 7, 1, 1, 3, 1, 1, 5, 1, 2, 1, 1, 9, 1, 1]

/** The age of an entry by its place among all that are on their way. */
export function ageOf(place: number): number {
  return AGES[place % AGES.length]!
}

/** An office takes some two working days for a step. */
const WORKING_DAYS_A_STEP = 2
/** Entered so long before the last step that the longest way fits in between. */
const WORKING_DAYS_ON_THE_WAY = 26

/** Moves the clock before a step, of which so many are left. */
export type Pace = (seeding: { readonly clock: SimulatedClock; readonly random: Random }, steps: number) => void

/** The day on which an entry that arrived so many working days ago was entered. */
export function enteredOn({ workingDaysAgo }: Recent, age: number): string {
  return workingDaysAgo(age + WORKING_DAYS_ON_THE_WAY)
}

/** Steps at the pace of an office, the last of them made so many working days ago. */
export function arriving({ workingDaysAgo }: Recent, age: number): Pace {
  return ({ clock, random }, steps) => clock.set(workingDaysAgo(age + WORKING_DAYS_A_STEP * (steps - 1)), 9 + random.below(3))
}

/** Of two days the later one. */
export function later(one: string, other: string): string {
  return one > other ? one : other
}
