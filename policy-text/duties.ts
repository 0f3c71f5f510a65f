import type { Outline } from './clauses.ts'
import { fromOf, toOf } from './copy.ts'
import type { DivisionRow } from './division/divisions.ts'
import { type DutyMark, marksIn } from './duty-marks.ts'
import type { HeadMatter } from './head-matter.ts'
import type { DutyRule, Quote, Responsibility } from './plan-draft.ts'
import { bodyPosition, cellWordsOf, pageQuoteOf, quoteOf, type Reading, wordsOf } from './reading.ts'
import { standardUnitName } from './unit-aliases.ts'
import { isUnitName, splitNames } from './unit-names.ts'

/** Finds who leads and who supports: marks in brackets, and lines “责任单位:…”. */
export function findDuties(reading: Reading, outline: Outline, head: HeadMatter, rules: readonly DutyRule[]): readonly Responsibility[] {
  const marks = marksIn(reading).filter((mark) => mark.start >= head.planStart)
  let everywhere: readonly string[] = []
  const marked = marks.map((mark): Responsibility => {
    const inherited = everywhere
    everywhere = mark.everywhere.length > 0 ? printed(reading, mark.everywhere) : everywhere
    const named = [printed(reading, mark.lead), printed(reading, mark.support)] as const
    const led = mark.supportsOnly ? leadOfGroup(reading, mark.start) : []
    const [lead, support] = led.length > 0 ? [led, named[0]] : named
    const heading = outline.headings[outline.headingAt(mark.start) ?? -1]
    return {
      ...quoteOf(reading, mark.start, mark.end),
      lead,
      support,
      inheritedSupport: inherited,
      joint: mark.joint,
      appliesTo: heading ? `${heading.number}${heading.text}` : null,
      clause: outline.clauseAt(mark.start),
      standardNames: standardNames([...lead, ...support], head.date),
      confidence: mark.confidence,
      why: WHY[mark.form],
    }
  })
  const tabled = reading.divisions.map((row) => tabledDuty(reading, outline, row, head.date))
  return [...marked, ...tabled].map((duty) => withRules(duty, rules)).sort((a, b) => a.start - b.start)
}

// “一、省应急厅牵头负责的工作(3项)”
const GROUP_LEAD = /^(?<units>[^,。;:]{2,60}?)(?:牵头|主责|负责|主办)(?:负责|落实|推进|组织|实施)?的?(?:重点)?(?:工作|任务|事项)/

/** Who leads all that stands under a heading, when the nearest heading that names units says so. */
function leadOfGroup({ source, body, headings }: Reading, position: number): readonly string[] {
  const above = headings.slice(0, headings.findLastIndex(({ start }) => start <= position) + 1)
  let depth = Number.POSITIVE_INFINITY
  for (const heading of above.toReversed()) {
    if (heading.depth >= depth) continue
    depth = heading.depth
    const found = GROUP_LEAD.exec(body.copy.text.slice(heading.textStart, heading.end))?.groups?.['units']
    const names = found === undefined ? [] : splitNames(found).filter(({ name }) => isUnitName(name))
    if (names.length === 0) continue
    const place = (at: number): number => heading.textStart + at
    return names.map(({ name, start }) => source.slice(fromOf(body.copy, place(start)), toOf(body.copy, place(start + name.length - 1))))
  }
  return []
}

const WHY = {
  bracket: { zh: '括号内的牵头、负责、配合单位', en: 'units named in brackets after the task' },
  label: { zh: '“责任单位：”一类标签后的单位', en: 'units after a label such as “责任单位:”' },
  spoken: { zh: '末句由单位和“牵头、负责、参与”组成', en: 'a last sentence made of units and their parts' },
  table: { zh: '任务分工表中的单位列', en: 'the columns of units of a division of tasks' },
  merged: { zh: '任务分工表中合并的单元格，取上一行', en: 'a merged cell of a division of tasks: as in the row above' },
} as const

/** What is said once for the tasks before, after or all around a mark: “以上任务均需某某配合”. */
function withRules(duty: Responsibility, rules: readonly DutyRule[]): Responsibility {
  const named = new Set([...duty.lead, ...duty.support, ...duty.inheritedSupport])
  const more = rules
    .filter(
      ({ part, reach, start, end }) =>
        part === 'support' && ((reach === 'before' && duty.end <= start) || (reach === 'after' && duty.start >= end)),
    )
    .flatMap(({ units }) => units)
    .filter((unit) => !named.has(unit))
  return more.length === 0 ? duty : { ...duty, inheritedSupport: [...duty.inheritedSupport, ...new Set(more)] }
}

function standardNames(names: readonly string[], day: string | null): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const standard = standardUnitName(name, day)
      return standard === null ? [] : [[name, standard]]
    }),
  )
}

function tabledDuty(reading: Reading, outline: Outline, row: DivisionRow, day: string | null): Responsibility {
  const named = (units: DivisionRow['lead']): readonly string[] => [...new Set(units.map((unit) => cellWordsOf(reading, unit)))]
  const [lead, support] = [named(row.lead), named(row.support)]
  const task = cellWordsOf(reading, row.task)
  const content = row.content && cellWordsOf(reading, row.content)
  return {
    ...pageQuoteOf(reading, row.start, row.end),
    lead,
    support,
    standardNames: standardNames([...lead, ...support], day),
    inheritedSupport: [],
    joint: lead.length > 1 && row.support.length === 0,
    appliesTo: [task, content].filter(Boolean).join(' '),
    row: { task, content, due: row.due && cellWordsOf(reading, row.due), ...place(pageQuoteOf(reading, row.whole.start, row.whole.end)) },
    clause: outline.clauseAt(bodyPosition(reading, row.start)),
    confidence: row.isInherited ? INHERITED : row.inColumns ? KNOWN_COLUMNS : UNKNOWN_COLUMNS,
    why: row.isInherited ? WHY.merged : WHY.table,
  }
}

function place({ start, end }: Quote): Pick<Quote, 'start' | 'end'> {
  return { start, end }
}

// With its columns known a row says who leads; a cell that reaches over several rows, and cells one below another, must be guessed.
const KNOWN_COLUMNS = 0.9
const UNKNOWN_COLUMNS = 0.75
const INHERITED = 0.7

function printed(reading: Reading, names: DutyMark['lead']): readonly string[] {
  return [...new Set(names.map(({ start, end }) => wordsOf(reading, start, end)))]
}
