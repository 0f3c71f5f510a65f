import { type ActionClass, beginningWithin, outlineOf, type Section, sectionAt, statesGoals } from '#policy-text/index.ts'
import { actionClassOf } from './action-class.ts'
import { type TaskUnit, type UnitNames, unitOf } from './unit-names.ts'

/** What a task is made from: any item that was found in a document and not taken out. */
export interface TaskItem {
  readonly id: string
  readonly itemKind: string
  readonly label: string
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly level: number | null
  readonly clause: string | null
  readonly deadline: string | null
  readonly detail: unknown
}

export interface TaskFacts {
  readonly items: readonly TaskItem[]
  /** Who issued the document: answers for what nobody is named for. */
  readonly issuers: readonly string[]
  readonly toYear: number | null
  readonly names: UnitNames
}

export interface ProposedTask {
  /** The heading the task is made from, or the duty of a row of a division of tasks. */
  readonly item: string
  readonly itemKind: 'heading' | 'duty'
  readonly title: string
  readonly under: string | null
  readonly clause: string | null
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly actionClass: ActionClass | null
  readonly dueYear: number | null
  readonly lead: readonly TaskUnit[]
  readonly support: readonly TaskUnit[]
  readonly joint: boolean
  readonly note: string | null
  /** The cells of a row; null for a task made from a heading, which takes all of its clause. */
  readonly row: Range | null
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Sections that say why and in which fields, not what is to be done. */
const NO_MEASURE =
  /^(?:指导思想|指導思想|基本原则|(?:重点)?(?:任务|工作|责任)(?:分工|分解|清单).{0,4}|基本原則|主攻方向|发展方向|重点方向|重点领域|名词解释|附件.*|附表.*)$/

/** The number of a heading, in any of its styles. */
const NUMBER_BEFORE = /^(?:[（(][一二三四五六七八九十百\d]+[）)][、.．]?|[一二三四五六七八九十百\d]+[、.．]|——)\s*/

/** The words of a heading or of a task that was named after one. */
export function withoutNumber(label: string): string {
  return label.replace(NUMBER_BEFORE, '') || label
}

/**
 * One task for each measure: the headings below which no other stands, with the duties that close them; and one for each row of a
 * division of tasks, unless the row only says who does what a heading asks for.
 */
export function tasksOf(facts: TaskFacts): readonly ProposedTask[] {
  const headings = facts.items.filter(({ itemKind }) => itemKind === 'heading')
  const byId = new Map(headings.map((heading) => [heading.id, heading]))
  const outline = outlineOf(headings.map(({ id, label, level, start, end }) => ({ item: id, label, level: level ?? 9, start, end })))
  const leaves = outline.filter(({ leaf }) => leaf)
  const duties = placedDuties(facts.items, outline, leaves)
  const closing = dutiesByHeading(duties)
  const dated = facts.items
    .filter(({ itemKind, deadline }) => itemKind === 'target' && deadline !== null)
    .toSorted((a, b) => a.start - b.start)
  const fromHeadings = leaves.flatMap((section) => {
    const own = closing(section)
    if (own.length === 0 && !isMeasure(section)) return []
    const years = beginningWithin(dated, section.start, section.until).map(({ deadline }) => Number(deadline))
    return [taskOf(section, byId.get(section.item)!, { own, years }, facts)]
  })
  const fromRows = duties.flatMap(({ item, row, section }) => (row && !section ? [taskOfRow(item, row, outline, facts)] : []))
  return [...fromHeadings, ...fromRows].toSorted((a, b) => a.start - b.start)
}

/** A duty, the row of a division of tasks that it was read from, and the heading that it belongs to. */
interface PlacedDuty {
  readonly item: TaskItem
  readonly row: Row | null
  readonly section: Section | undefined
}

/** A row belongs to the heading whose words it repeats, any other duty to the one it stands under. */
function placedDuties(items: readonly TaskItem[], outline: readonly Section[], leaves: readonly Section[]): readonly PlacedDuty[] {
  const byTitle = new Map(leaves.map((section) => [bare(withoutNumber(section.label)), section]))
  return items
    .filter(({ itemKind }) => itemKind === 'duty')
    .map((item) => {
      const row = rowOf(item)
      return { item, row, section: row ? byTitle.get(bare(row.task)) : sectionAt(outline, item.start) }
    })
}

function bare(title: string): string {
  return title.replaceAll(/[\s、，。,.；;：:]/g, '')
}

interface Row extends Range {
  readonly task: string
  readonly due: string | null
}

/** The row of a division of tasks that a duty was read from. */
function rowOf({ detail }: TaskItem): Row | null {
  const row = typeof detail === 'object' && detail !== null && 'row' in detail ? (detail.row as Partial<Row> | null) : null // as read, checked below
  if (!row || typeof row.task !== 'string' || row.task === '' || typeof row.start !== 'number' || typeof row.end !== 'number') return null
  return { task: row.task, due: typeof row.due === 'string' ? row.due : null, start: row.start, end: row.end }
}

const LONGEST_TITLE = 300

function taskOfRow(duty: TaskItem, row: Row, outline: readonly Section[], facts: TaskFacts): ProposedTask {
  const title = withoutNumber(row.task).slice(0, LONGEST_TITLE)
  const section = sectionAt(outline, duty.start)
  const { id: item, clause, quote, start, end } = duty
  const due = /20\d\d/.exec(row.due ?? '')?.[0]
  return {
    item,
    itemKind: 'duty',
    title,
    under: section ? [...section.above, section].map(({ label }) => label).join(' › ') : null,
    clause,
    quote,
    start,
    end,
    actionClass: actionClassOf(title),
    dueYear: due === undefined ? facts.toYear : Number(due),
    ...unitsOf([dutyOf(duty)], facts),
    row: { start: row.start, end: row.end },
  }
}

/** A mark closes the measure it stands in, or every measure below the heading it stands directly under. */
function dutiesByHeading(duties: readonly PlacedDuty[]): (leaf: Section) => readonly TaskItem[] {
  const byHeading = Map.groupBy(duties.entries(), ([, { section }]) => section?.item)
  return (leaf) =>
    [...leaf.above, leaf]
      .flatMap(({ item }) => byHeading.get(item) ?? [])
      .toSorted(([a], [b]) => a - b)
      .map(([, { item }]) => item)
}

function isMeasure(section: Section): boolean {
  return !statesGoals(section) && ![section, ...section.above].some(({ label }) => NO_MEASURE.test(withoutNumber(label)))
}

/** What stands in a measure: the marks that close it, and the years of its targets. */
interface Inside {
  readonly own: readonly TaskItem[]
  readonly years: readonly number[]
}

function taskOf(section: Section, heading: TaskItem, { own, years }: Inside, facts: TaskFacts): ProposedTask {
  const title = withoutNumber(heading.label)
  const { id: item, clause, quote, start, end } = heading
  return {
    item,
    itemKind: 'heading',
    title,
    under: section.above.map(({ label }) => label).join(' › ') || null,
    clause,
    quote,
    start,
    end,
    actionClass: actionClassOf(title),
    dueYear: years.length > 0 ? Math.max(...years) : facts.toYear,
    ...unitsOf(own.map(dutyOf), facts),
    row: null,
  }
}

interface Duty {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly inheritedSupport: readonly string[]
  readonly joint: boolean
}

function unitsOf(duties: readonly Duty[], { issuers, names }: TaskFacts): Pick<ProposedTask, 'lead' | 'support' | 'joint' | 'note'> {
  if (duties.length === 0)
    return { lead: once(issuers.map((name) => unitOf(name, 'standard', names))), support: [], joint: false, note: BY_DEFAULT }
  const lead = once(duties.flatMap((duty) => duty.lead.map((name) => unitOf(name, 'mark', names))))
  const support = once([
    ...duties.flatMap((duty) => duty.support.map((name) => unitOf(name, 'mark', names))),
    ...duties.flatMap((duty) => duty.inheritedSupport.map((name) => unitOf(name, 'document', names))),
  ])
  const leads = new Set(lead.map(({ title }) => title))
  return { lead, support: support.filter(({ title }) => !leads.has(title)), joint: duties.some(({ joint }) => joint), note: null }
}

const BY_DEFAULT = '原文未标注责任单位，默认由发文机关负责'

function once(units: readonly TaskUnit[]): readonly TaskUnit[] {
  return units.filter(({ title }, at) => units.findIndex((other) => other.title === title) === at)
}

/** What the reader kept of a duty; a duty typed by hand has only its label. */
function dutyOf({ detail, label }: TaskItem): Duty {
  const given = typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {} // kept as read, checked name by name below
  const names = (field: string) =>
    Array.isArray(given[field]) ? given[field].filter((name): name is string => typeof name === 'string') : []
  const lead = names('lead')
  return {
    lead: lead.length + names('support').length > 0 ? lead : namesIn(label),
    support: names('support'),
    inheritedSupport: names('inheritedSupport'),
    joint: given['joint'] === true,
  }
}

function namesIn(label: string): readonly string[] {
  return label
    .replace(/^(?:牵头|共同负责|责任单位)[::]/, '')
    .split(/[、,,;;]/)
    .filter((name) => name.length > 1)
}
