import { createHash } from 'node:crypto'
import { misfits } from '#engine/access/fits.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { bigrams, runsOf } from '#engine/derive/bigrams.ts'
import { type Column, columnOf } from '#engine/derive/columns.ts'
import { pastTableOf, type Store, tableOf } from './context.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { type Bind, binder, escapeLike, toSql } from './expression-sql.ts'
import { ask, type Reader, titledList } from './read.ts'
import { countedRows } from './remembered.ts'
import { decoded, selectList } from './rows.ts'

/** What a page of a list is asked for. */
export interface ListQuestion {
  readonly filter?: Expression | undefined
  /** Any piece of text from two characters up. */
  readonly words?: string | undefined
  /** A field name, with a minus for descending. */
  readonly sort?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
  /** Whether the rows bring the names of what they refer to, for `titlesIn`. */
  readonly titled?: boolean | undefined
  /** An instant: the list as it was known then. */
  readonly asOf?: string | undefined
}

/** Rows of a page, and where the next begins; no cursor after the last. */
export interface Page {
  readonly ok: true
  readonly rows: readonly Row[]
  readonly cursor: string | undefined
}

/**
 * One page of a register, under the reader's right. The next page starts after the last row seen, never at an OFFSET:
 * page 5,000 costs what page 1 costs.
 */
export async function list(
  reader: Reader,
  store: Store,
  register: Register,
  actor: Actor,
  question: ListQuestion,
): Promise<Page | Refusal> {
  const order = orderOf(register, question.sort ?? '-changedAt')
  if (!order) return unknownSort(question)
  const after = question.cursor === undefined ? undefined : readCursor<After>(store, question.cursor, fingerprint(register, question))
  const unfit = unfitQuestion(register, question)
  if (unfit) return unfit
  if (after === null)
    return refuse(
      'invalid',
      'list.stale-cursor',
      '翻页位置已失效，请从第一页重新查看',
      'the page marker is no longer valid; start from the first page',
    )

  const values: unknown[] = []
  const text = pageSql(store, register, actor, question, order, after, binder(values))
  const rows = (await ask(reader, text, values)).map((row) => decoded(register, row))
  const last = rows.length === question.limit ? rows.at(-1) : undefined
  return { ok: true, rows, cursor: last && writeCursor(store, [last[order.column.field], last['id']], fingerprint(register, question)) }
}

/** A list from its first row to its last. */
export type WholeList = Omit<ListQuestion, 'cursor' | 'limit' | 'titled'>

/** The whole list as one statement, to be read by a cursor: of every row the one column that `shape` writes of it. */
export function wholeListSql(store: Store, register: Register, actor: Actor, question: WholeList, shape: string): Statement | Refusal {
  const order = orderOf(register, question.sort ?? '-changedAt')
  if (!order) return unknownSort(question)
  const unfit = unfitQuestion(register, question)
  if (unfit) return unfit
  const values: unknown[] = []
  const { column, direction } = order
  const branches = branchesOf(store, register, actor, { ...question, limit: 0 }, binder(values))
  const several = branches.length > 1 ? `, ${column.sql} as "${column.field}", id` : ''
  const texts = branches.map(
    ({ from, where }) =>
      `select ${shape} as entry${several} from ${from} where ${where} order by ${column.sql} ${direction}, id ${direction}`,
  )
  return { text: merged(texts, order, '', 'entry'), values }
}

/** How many entries the list has, exact up to the cap: exact totals over a million cost the list thirty times its price. */
export async function countUpTo(
  reader: Reader,
  store: Store,
  register: Register,
  actor: Actor,
  question: ListQuestion,
  cap: number,
): Promise<number> {
  if (unfitQuestion(register, question)) return 0
  const values: unknown[] = []
  const bind = binder(values)
  const limit = bind(cap + 1)
  const branches = branchesOf(store, register, actor, question, bind).map(
    ({ from, where }) => `(select 1 from ${from} where ${where} limit ${limit})`,
  )
  const text = `select least(count(*), ${limit})::int as count from (${branches.join(' union all ')}) as entries`
  const [row] = await countedRows(reader, store, [register], { text, values })
  return Number(row?.['count'] ?? 0)
}

/** What PostgreSQL would stumble over is told in words before. */
export function unfitQuestion(register: Register, { filter, words }: Pick<ListQuestion, 'filter' | 'words'>): Refusal | undefined {
  if (words !== undefined && !register.search) {
    return refuse(
      'invalid',
      'list.no-search',
      `“${register.title.zh}”不能按文字搜索，请用筛选`,
      `${register.title.en} cannot be searched by words; use a filter`,
    )
  }
  const [misfit] = filter ? misfits(filter, register) : []
  return misfit && refuse('invalid', 'list.unfit-filter', `筛选条件有误：${misfit.zh}`, `the filter has a fault: ${misfit.en}`)
}

function unknownSort({ sort }: Pick<ListQuestion, 'sort'>): Refusal {
  return refuse('invalid', 'list.unknown-sort', `不能按“${sort}”排序`, `the list cannot be sorted by ${sort}`)
}

/** A statement and the values of its places. */
interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Order {
  readonly column: Column
  readonly direction: 'asc' | 'desc'
  readonly nullable: boolean
}

const ALWAYS_SORTED = ['changedAt', 'no']

function orderOf(register: Register, sort: string): Order | undefined {
  const field = sort.replace(/^-/, '')
  if (![...(register.sorts ?? []), ...ALWAYS_SORTED].includes(field)) return undefined
  const column = columnOf(register, field)
  return (
    column && {
      column,
      direction: sort.startsWith('-') ? 'desc' : 'asc',
      nullable: column.definition !== undefined && !column.definition.required,
    }
  )
}

type After = readonly [value: unknown, id: unknown]

function pageSql(
  store: Store,
  register: Register,
  actor: Actor,
  question: ListQuestion,
  order: Order,
  after: After | undefined,
  bind: Bind,
): string {
  const { column, direction } = order
  const columns = (table: string) => (question.titled ? titledList(store, register, table) : selectList(register))
  const limit = ` limit ${bind(question.limit)}`
  const next = after ? ` and ${afterSql(order, after, bind)}` : ''
  // As of a past day the order and the limit stand inside both branches, and time is only rechecked: 0.5 ms against 75-550.
  const branches = branchesOf(store, register, actor, question, bind).map(
    ({ from, where }) =>
      `select ${columns(from)} from ${from} where ${where}${next} order by ${column.sql} ${direction}, id ${direction}${limit}`,
  )
  return merged(branches, order, limit)
}

function merged(branches: readonly string[], { column, direction }: Order, limit: string, columns = '*'): string {
  if (branches.length === 1) return branches[0]!
  return `select ${columns} from (${branches.map((branch) => `(${branch})`).join(' union all ')}) as entries order by "${column.field}" ${direction}, id ${direction}${limit}`
}

/** The tables that hold the entries of a question, with its conditions under the reader's right: now one, as of a past day two. */
export function branchesOf(
  store: Store,
  register: Register,
  actor: Actor,
  question: ListQuestion,
  bind: Bind,
): readonly { from: string; where: string }[] {
  const conditions = (searchable: boolean) =>
    [
      toSql(register.access['read'] ?? { always: false }, register, actor, bind),
      ...(question.filter ? [toSql(question.filter, register, actor, bind)] : []),
      ...(question.words ? [searchSql(register, question.words, searchable, bind)] : []),
    ].join(' and ')
  if (question.asOf === undefined) return [{ from: tableOf(store, register), where: conditions(true) }]
  const asOf = bind(question.asOf)
  return [
    { from: tableOf(store, register), where: `${conditions(true)} and changed_at <= ${asOf}` },
    { from: pastTableOf(store, register), where: `${conditions(false)} and changed_at <= ${asOf} and recorded_to > ${asOf}` },
  ]
}

/** PostgreSQL puts nulls last going up and first going down; the cursor follows it. */
function afterSql({ column, direction, nullable }: Order, [value, id]: After, bind: Bind): string {
  const sign = direction === 'desc' ? '<' : '>'
  if (value === null)
    return direction === 'asc'
      ? `(${column.sql} is null and id > ${bind(id)})`
      : `((${column.sql} is null and id < ${bind(id)}) or ${column.sql} is not null)`
  const beyond = `(${column.sql}, id) ${sign} (${bind(value)}::${column.type}, ${bind(id)})`
  return nullable && direction === 'asc' ? `(${beyond} or ${column.sql} is null)` : beyond
}

/** Each word must stand in one of the searched fields; pairs of characters find the candidates, ilike makes sure. Widths are folded on both sides: ５Ｇ is found by 5g. */
function searchSql(register: Register, words: string, indexed: boolean, bind: Bind): string {
  const pairs = [...bigrams(words)]
  const candidates =
    indexed && pairs.length > 0 ? [`tokens @@ ${bind(pairs.map((pair) => `'${pair.replaceAll("'", "''")}'`).join(' & '))}::tsquery`] : []
  const rechecks = runsOf(words).map((run) => {
    const like = bind(`%${escapeLike(run)}%`)
    return `(${(register.search ?? []).map((field) => `normalize(${columnOf(register, field)!.sql}, nfkc) collate "und-x-icu" ilike ${like}`).join(' or ')})`
  })
  return `(${[...candidates, ...rechecks].join(' and ') || 'true'})`
}

/** A cursor belongs to one question; with another filter, sort or definition it is refused rather than misread. */
function fingerprint(register: Register, { filter, words, sort, asOf }: ListQuestion): string {
  return createHash('sha256')
    .update(JSON.stringify([register.name, filter, words, sort, asOf]))
    .digest('base64url')
    .slice(0, 12)
}
