import type { Range } from '../sentences.ts'
import { COMPARED, PAST } from './words.ts'
import { type YearMention, yearsAhead, yearsIn } from './years.ts'

/** A year that governs what follows it: “到2027年,…”. */
export interface Aim {
  readonly year: number
  readonly paragraph: number
  readonly path: string
  readonly inGoals: boolean
}

/** What the years in and above a sentence say of it. */
export interface Standing {
  readonly aim: Aim | null
  readonly namesPast: boolean
  readonly namesFuture: boolean
  /** The years until which something is to be done. */
  readonly deadlines: readonly number[]
  /** The deadline of a figure at a position of the paragraph. */
  yearAt(position: number): number | null
}

interface Surroundings {
  readonly madeIn: number | null
  readonly planEnd: number | null
  readonly aim: Aim | null
  readonly paragraph: number
  readonly headingPath: string
  readonly inGoals: boolean
}

/** Reads the years of a sentence against the year the document was made in. `text` is the paragraph as written. */
export function standingOf(text: string, sentence: Range, around: Surroundings): Standing {
  const words = text.slice(sentence.start, sentence.end)
  const years = yearsIn(words).filter((mention) => !inBrackets(words, mention.start))
  const named = years.filter((mention) => mention.role !== 'baseline')
  const ahead = yearsAhead(words)
  // “2032年达成下列目标:” governs the list after it.
  const opensList = around.inGoals && words.endsWith(':')
  const tellsPast = named.length > 0 && (PAST.test(words) || COMPARED.test(words))
  const future = named.filter((mention) => isAhead(mention, around.madeIn, tellsPast))
  const spanYear =
    ahead !== null && around.madeIn !== null ? Math.min(around.madeIn + ahead, around.planEnd ?? Number.POSITIVE_INFINITY) : null
  const governing = future.findLast((mention) => (mention.role === 'deadline' || (opensList && mention.role === 'plain')) && !mention.isOwn)
  const aim = governing
    ? { year: governing.year, paragraph: around.paragraph, path: around.headingPath, inGoals: around.inGoals }
    : around.aim
  return {
    aim,
    namesPast: named.length > 0 && future.length === 0,
    namesFuture: future.some((mention) => mention.role === 'deadline' || around.madeIn !== null),
    deadlines: future.filter(({ role, isOwn }) => (role === 'deadline' && !isOwn) || STAGE.test(words)).map(({ year }) => year),
    yearAt: (position) =>
      yearBefore(words, future, position - sentence.start) ??
      spanYear ??
      future.find((mention) => isAfterthought(words, position - sentence.start, mention))?.year ??
      around.aim?.year ??
      future.find(({ isCell }) => isCell)?.year ??
      null,
  }
}

// “第二阶段(2027年):…”
const STAGE = /^第[一二三四五六](?:阶段|步)|^(?:近|中|远)期\(/

/** “建成30家,2026年底前完成”, “首期4万平方米于2028年落成”: a year after the figures holds for them where none follows it. */
function isAfterthought(words: string, position: number, { start, end }: YearMention): boolean {
  if (start < position) return false
  const between = words.slice(position, start)
  const after = words.slice(end, end + LONGEST_CLAUSE).split(';')[0] ?? ''
  if (/\d/.test(after) || between.includes(';')) return false
  return /底前|年前|月前|之前|以前/.test(words.slice(start, end)) || (!between.includes(',') && DONE.test(after))
}

const LONGEST_CLAUSE = 240
const DONE = /^(?:内|度)?(?:全部|全面|基本)?(?:落成|完成|建成|竣工|投产|启用|投用|实现|达成)/

function inBrackets(words: string, at: number): boolean {
  // A title longer than this is hardly one; the window keeps the search linear.
  const before = words.slice(Math.max(0, at - 80), at)
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}

/** Where nothing says when the document was made, a year looks ahead unless its sentence tells of the past. */
function isAhead(mention: YearMention, madeIn: number | null, tellsPast: boolean): boolean {
  return madeIn === null ? mention.role === 'deadline' || !tellsPast : mention.year >= madeIn
}

function yearBefore(words: string, years: readonly YearMention[], position: number): number | null {
  return years.findLast((mention) => mention.start < position && !isOver(words, mention, position))?.year ?? null
}

// “2034年的不少于”
const NEXT_FIGURE = 5

/** “…,其中2027年推广600辆、2028年推广1000辆;建成40座”: a year that names a step of its own says nothing after the semicolon. */
function isOver(words: string, mention: YearMention, position: number): boolean {
  if (mention.isOwn) return position - mention.end > NEXT_FIGURE
  const opens = mention.start === 0 || mention.role === 'deadline' || mention.isCell || /^[,;:]/.test(words.slice(mention.end))
  return !opens && words.slice(mention.end, position).includes(';')
}
