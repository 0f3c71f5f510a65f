import type { Draft } from './drafts.ts'
import { headingWords, type Place } from './places.ts'

// “总体要求”, “工作目标”, “阶段安排”: what is said here holds for the whole plan.
const AIMS = /目标|指标|总体要求|总体思路|总体安排|阶段|步骤|^总体$/
// “展望2035年”: a vision beyond the plan.
const VISION = /展望|远景|愿景|长远|长期/

/** True for a sentence that says until when the plan as a whole runs: “2027年底前,体系基本建成”. */
export function setsPlanYear(place: Place, words: string): boolean {
  return AIMS.test(headingWords(place)) && !VISION.test(words)
}

/**
 * The last year of a plan whose title names none: the last year of its general aims for which figures are set, or of the aims
 * themselves where none has any; without aims, the year that most figures name.
 */
export function lastYearOf(aims: readonly number[], drafts: readonly Draft[]): number | null {
  const set = new Set(drafts.map(({ deadline }) => Number(deadline ?? Number.NaN)))
  const withFigures = aims.filter((year) => set.has(year))
  const years = withFigures.length > 0 ? withFigures : aims
  return years.length > 0 ? Math.max(...years) : usualYear(drafts)
}

function usualYear(drafts: readonly Draft[]): number | null {
  const times = new Map<string, number>()
  for (const { deadline } of drafts) if (deadline !== null) times.set(deadline, (times.get(deadline) ?? 0) + 1)
  const [most] = [...times].sort((a, b) => b[1] - a[1])
  return most ? Number(most[0]) : null
}

// “(一)2027年目标”, “近期目标(2026—2028年)”, “第二阶段(2027年)”
const NAMED =
  /^(?:到|至)?(?<first>20\d\d)年(?:底|末)?的?(?:主要|发展|攻坚|工作|总体|具体|预期|阶段性?)*目标|^(?:近期|中期|远期|第[一二三四五六](?:阶段|步)|阶段)[^()]{0,8}\((?:20\d\d年?[^()]{0,8}[-—~至])?(?<last>20\d\d)年/

/** The year that a heading sets for all that stands under it, or null. */
export function yearOfHeading(words: string): number | null {
  const { first, last } = NAMED.exec(words.slice(0, 40))?.groups ?? {}
  const year = first ?? last
  return year === undefined ? null : Number(year)
}
