import type { Outline } from '../clauses.ts'
import type { HeadMatter } from '../head-matter.ts'
import { idGiver } from '../ids.ts'
import type { Target } from '../plan-draft.ts'
import type { Reading } from '../reading.ts'
import { blotted, sentencesIn } from '../sentences.ts'
import { type Aim, standingOf } from './deadlines.ts'
import type { Draft } from './drafts.ts'
import { kindOf } from './kinds.ts'
import { withParts } from './parts.ts'
import { headingPath, headingWords, isGoalSection, type Place } from './places.ts'
import { lastYearOf, setsPlanYear, yearOfHeading } from './plan-years.ts'
import { restated } from './restated.ts'
import { sentenceDrafts } from './sentence-targets.ts'
import { tableTargets } from './table-targets.ts'

/** Finds the figures a plan sets itself, in its sentences and in its tables of indicators. */
export function findTargets(reading: Reading, outline: Outline, head: HeadMatter): readonly Target[] {
  const said = sentenceTargets(reading, outline, head)
  const drafts = [...said.drafts, ...tableTargets(reading, outline)].sort((a, b) => a.start - b.start)
  const lastYear = head.planPeriod?.to ?? lastYearOf(said.planYears, drafts)
  const idFor = idGiver('t')
  const targets = drafts.map((draft): Target => {
    const id = idFor(`${draft.clause}|${draft.metric}|${String(draft.value)}${draft.unit ?? ''}`)
    const inherited = draft.deadline === null && lastYear !== null ? { deadlineInherited: String(lastYear) } : {}
    return { id, ...draft, kind: kindOf(draft), ...inherited }
  })
  return withParts(restated(targets), reading.source)
}

interface Said {
  readonly drafts: readonly Draft[]
  /** The years that the general aims name. */
  readonly planYears: readonly number[]
}

function sentenceTargets(reading: Reading, outline: Outline, head: HeadMatter): Said {
  const found: Draft[] = []
  const planYears: number[] = []
  let aim: Aim | null = null
  reading.body.paragraphs.forEach((paragraph, index) => {
    if (paragraph.start < head.planStart) return
    const text = reading.body.copy.text.slice(paragraph.start, paragraph.end)
    const place: Place = { reading, outline, head, paragraph: index, offset: paragraph.start, text: blotted(text), written: text }
    const entered = entering(place, aim)
    if (entered && entered !== aim && entered.paragraph === index) planYears.push(entered.year)
    aim = entered
    for (const sentence of sentencesIn(place.text)) {
      if (!ANY_NUMBER.test(text.slice(sentence.start, sentence.end))) continue
      const standing = standingOf(text, sentence, {
        madeIn: head.madeIn,
        planEnd: head.planPeriod?.to ?? null,
        aim,
        paragraph: index,
        headingPath: headingPath(place),
        inGoals: isGoalSection(place),
      })
      aim = standing.aim
      if (standing.deadlines.length > 0 && setsPlanYear(place, text.slice(sentence.start, sentence.end)))
        planYears.push(...standing.deadlines)
      found.push(...sentenceDrafts(place, sentence, standing))
    }
  })
  return { drafts: found, planYears }
}

// Half of all sentences hold no number; they set no target and name no year.
const ANY_NUMBER = /[\d二三四五六七八九十百千两翻倍]/

/** A year named for a goal section holds for its bullets and sub-headings, that of a heading for all under it; elsewhere it ends with its paragraph. */
function entering(place: Place, aim: Aim | null): Aim | null {
  if (aim?.paragraph === place.paragraph) return aim
  const path = headingPath(place)
  const year = aim?.path === path ? null : yearOfHeading(headingWords(place))
  if (year !== null) return { year, paragraph: place.paragraph, path, inGoals: true }
  if (!aim) return null
  const inside = path === aim.path || path.startsWith(`${aim.path}/`)
  const isBullet = /^(——|•|●|[-*] )/.test(place.written)
  return inside && (aim.inGoals || isBullet) ? aim : null
}
