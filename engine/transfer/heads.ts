import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { type CellContent, cellText } from '#engine/kinds/cell.ts'
import { columnLetters } from '#platform/sheets/sheet.ts'
import { alikeIn } from './alike-heads.ts'
import { helpedBy, isOwnColumn, SHOWN_ONLY } from './columns.ts'
import { MONEY_UNITS } from './tidy.ts'

/** A column that a sheet may have: the field, the titles it may go by, and the unit that its head must name. */
export interface HeadWanted {
  readonly field: string
  readonly label: Words
  /** The first of one column goes before the second of another. */
  readonly titles: readonly string[]
  /** Titles of earlier layouts, under which nobody else goes now. */
  readonly formerTitles?: readonly string[] | undefined
  readonly unit?: string | undefined
  readonly required: boolean
  /** Shown in sheets and never read from them. */
  readonly closed: boolean
}

/** A head that was found. */
export interface HeadFound {
  readonly field: string
  /** From 0. */
  readonly at: number
  /** What the head names, for amounts. */
  readonly unit?: string
  readonly closed?: true
  /** Where the column stands that narrows its drop-down. */
  readonly helper?: number
  /** The head as it is written, where it is one of an earlier layout. */
  readonly former?: string
}

/** The heads that were found in a sheet, and where. */
export interface Heads {
  /** The row of the heads, from 1. */
  readonly row: number
  readonly columns: readonly HeadFound[]
  /** What is to be told of the sheet as a whole. */
  readonly notes: readonly Words[]
}

/** Titles, notes and the like may stand above the heads. */
export const ROWS_LOOKED_AT = 20

/** Finds the row of the heads: the one of the first rows that names the most fields. Columns may stand in any order. */
export function findHeads(rows: readonly (readonly CellContent[])[], wanted: readonly HeadWanted[]): Heads | Refusal {
  const known = byName(wanted)
  const found = rows.slice(0, ROWS_LOOKED_AT).map((cells, at) => ({ at, cells, columns: headsIn(cells, wanted, known) }))
  const best = found.reduce((a, b) => (b.columns.length > a.columns.length ? b : a), found[0] ?? { at: 0, cells: [], columns: [] })
  if (best.columns.length === 0) return nearlyHeads(rows, wanted) ?? noHeads(wanted)
  const against = unitless(best.columns, wanted, best.cells) ?? doubled(best.columns, wanted) ?? missing(best.columns, wanted)
  return against ?? { row: best.at + 1, columns: best.columns, notes: notesOn(best.cells, best.columns, wanted) }
}

interface Known {
  readonly head: HeadWanted
  readonly isFormer: boolean
}

/** Every name a column goes by; where two go by the same, that of the earlier place in its titles has it. */
function byName(wanted: readonly HeadWanted[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>()
  const note = (title: string | undefined, each: Known) => {
    const name = headName(title ?? '')
    if (name !== '' && !known.has(name)) known.set(name, each)
  }
  const most = (lists: readonly (readonly string[])[]) => Math.max(0, ...lists.map(({ length }) => length))
  for (let at = 0; at < most(wanted.map(({ titles }) => titles)); at++)
    for (const head of wanted) note(head.titles[at], { head, isFormer: false })
  for (let at = 0; at < most(wanted.map(({ formerTitles = [] }) => formerTitles)); at++)
    for (const head of wanted) note(head.formerTitles?.[at], { head, isFormer: true })
  return known
}

function headsIn(cells: readonly CellContent[], wanted: readonly HeadWanted[], known: ReadonlyMap<string, Known>): readonly HeadFound[] {
  const helpers = new Map(cells.flatMap((cell, at) => fieldHelped(cellText(cell), at, known)))
  return cells.flatMap((cell, at) => {
    const { name, unit } = split(cellText(cell))
    const isOwn = isOwnColumn(cellText(cell)) && !wanted.some(({ titles }) => titles.includes(cellText(cell)))
    const found = name === '' || isOwn ? undefined : known.get(name)
    if (!found) return []
    const { field, closed } = found.head
    return [
      {
        field,
        at,
        ...(unit !== undefined && { unit }),
        ...(closed && { closed: true as const }),
        ...(helpers.has(field) && { helper: helpers.get(field)! }),
        ...(found.isFormer && { former: cellText(cell) }),
      },
    ]
  })
}

function fieldHelped(head: string, at: number, known: ReadonlyMap<string, Known>): readonly (readonly [string, number])[] {
  const title = helpedBy(head)
  const found = title === undefined ? undefined : known.get(headName(title))
  return found ? [[found.head.field, at]] : []
}

/** What of a head tells columns apart: widths, blanks, the unit, the star of a required column and what stands in brackets do not. */
export function headName(head: string): string {
  return split(head).name
}

/** The unit of amounts that a head names. */
export function headUnit(head: string): string | undefined {
  return split(head).unit
}

/** 投入经费（万元）* → 投入经费 and 万元: widths, blanks and the star of a required column do not tell titles apart. */
function split(head: string): { readonly name: string; readonly unit?: string } {
  const plain = head.normalize('NFKC').replaceAll(/[\s*\u200B\uFEFF]/g, '')
  const [, name = '', unit] = /^(.*?)(?:[([/:]?(?:单位:?)?(元|千元|万元|百万元|亿元)[)\]]?)?$/.exec(plain) ?? []
  const rest = name.replace(/[([][^()[\]]*[)\]]$/, '') || name
  return { name: rest.toLowerCase(), ...(unit !== undefined && { unit }) }
}

function noHeads(wanted: readonly HeadWanted[]): Refusal {
  const named = wanted.filter(({ closed }) => !closed).slice(0, NAMED)
  return refuse(
    'invalid',
    'import.no-heads',
    `前 ${ROWS_LOOKED_AT} 行中没有找到表头；表头应含“${named.map(({ label }) => label.zh).join('”“')}”等列名，请使用本台账的模板`,
    `no row of heads among the first ${ROWS_LOOKED_AT}; it should hold “${named.map(({ label }) => label.en).join('”, “')}”: use the template of this register`,
  )
}

const NAMED = 4

/** No head is right, but those of a row are nearly so. */
function nearlyHeads(rows: readonly (readonly CellContent[])[], wanted: readonly HeadWanted[]): Refusal | undefined {
  const open = wanted.filter(({ closed }) => !closed)
  const found = rows.slice(0, ROWS_LOOKED_AT).map((cells, at) => ({
    at,
    alike: alikeIn(
      cells.map((cell) => cellText(cell)),
      open,
      headName,
    ),
  }))
  const best = found.reduce((a, b) => (b.alike.length > a.alike.length ? b : a), { at: 0, alike: alikeIn([], open, headName) })
  if (best.alike.length === 0) return undefined
  const told = (language: 'zh' | 'en') => best.alike.map(({ head, column }) => ({ head, label: column.label[language] }))
  return refuse(
    'invalid',
    'import.no-heads',
    `第 ${best.at + 1} 行的列名与本台账不符：${told('zh')
      .map(({ head, label }) => `“${head}”是不是“${label}”`)
      .join('，')}？请改成本台账的列名后重新上传，或使用模板`,
    `the heads in row ${best.at + 1} are none of this register: ${told('en')
      .map(({ head, label }) => `is “${head}” meant as “${label}”`)
      .join(', ')}? Give them the register's heads and upload again, or use the template`,
  )
}

/** An amount under a head without unit could be 10,000 times what is meant: the whole sheet is refused. */
function unitless(columns: readonly HeadFound[], wanted: readonly HeadWanted[], cells: readonly CellContent[]): Refusal | undefined {
  const bare = columns.filter(({ field, unit }) => {
    const own = wanted.find((head) => head.field === field)
    return own?.unit !== undefined && own.unit in MONEY_UNITS && !own.closed && unit === undefined
  })
  if (bare.length === 0) return undefined
  const heads = bare.map(({ at }) => cellText(cells[at] ?? null))
  return refuse(
    'invalid',
    'import.no-unit',
    `金额列“${heads.join('”“')}”没有写明单位；请在表头注明，如“${heads[0]}（万元）”或“${heads[0]}（元）”`,
    `the amounts under “${heads.join('”, “')}” have no unit; name it in the head: “${heads[0]}（万元）” or “${heads[0]}（元）”`,
  )
}

function doubled(columns: readonly HeadFound[], wanted: readonly HeadWanted[]): Refusal | undefined {
  const twice = columns.find(({ field, at }) => columns.some((other) => other.field === field && other.at < at))
  if (!twice) return undefined
  const label = wanted.find(({ field }) => field === twice.field)!.label
  return refuse(
    'invalid',
    'import.head-twice',
    `表头“${label.zh}”出现了两次，请删去一列`,
    `the head “${label.en}” stands there twice; take one of the columns out`,
  )
}

/** A sheet of changes may leave required columns out; without any that names the entry nothing can be read. */
function missing(columns: readonly HeadFound[], wanted: readonly HeadWanted[]): Refusal | undefined {
  const readable = columns.filter(({ field }) => wanted.some((head) => head.field === field && !head.closed))
  return readable.length === 0 ? noHeads(wanted) : undefined
}

const SHOWN: ReadonlySet<string> = new Set(Object.values(SHOWN_ONLY))

function notesOn(cells: readonly CellContent[], columns: readonly HeadFound[], wanted: readonly HeadWanted[]): readonly Words[] {
  const had = new Set(columns.map(({ field }) => field))
  const gone = wanted.filter(({ field, closed }) => !closed && !had.has(field))
  const known = new Set(columns.map(({ at }) => at))
  const strange = cells
    .map((cell) => cellText(cell))
    .filter((text, at) => text !== '' && !known.has(at) && !isOwnColumn(text) && !SHOWN.has(text))
  const needed = gone.filter(({ required }) => required)
  const former = columns.flatMap(({ field, former: title }) => (title === undefined ? [] : [{ field, title }]))
  const read = (language: 'zh' | 'en') =>
    former.map(({ field, title }) => `${title} → ${wanted.find((head) => head.field === field)!.label[language]}`)
  return [
    ...(former.length > 0
      ? [
          {
            zh: `这些列沿用以前的列名，已按对应栏目读取，请核对：${read('zh').join('、')}`,
            en: `these heads are of an earlier layout and were read as the columns they meant, compare them: ${read('en').join(', ')}`,
          },
        ]
      : []),
    ...(gone.length > 0
      ? [
          {
            zh: `表中没有这些列，已有记录保持原值：${listed(gone, 'zh')}`,
            en: `not in the sheet, existing entries keep their values: ${listed(gone, 'en')}`,
          },
        ]
      : []),
    ...(needed.length > 0
      ? [
          {
            zh: `其中“${needed.map(({ label }) => label.zh).join('”“')}”为新增所必填，缺少时不能新增记录`,
            en: `of these “${needed.map(({ label }) => label.en).join('”, “')}” are required: without them no new entry can be made`,
          },
        ]
      : []),
    ...(strange.length > 0
      ? [
          {
            zh: `这些列不是本台账现有的栏目（可能来自旧版模板），未读取：${strange.join('、')}`,
            en: `these columns are none of this register (perhaps of an older template) and were not read: ${strange.join(', ')}`,
          },
        ]
      : []),
    ...likeHeads(strange, gone),
  ]
}

/** More than these are told by their number: of a sheet with four columns one wants to know the four. */
const MOST_LISTED = 8

function listed(gone: readonly HeadWanted[], language: 'zh' | 'en'): string {
  const shown = gone.slice(0, MOST_LISTED).map(({ label }) => label[language])
  if (gone.length <= MOST_LISTED) return shown.join(language === 'zh' ? '、' : ', ')
  return language === 'zh' ? `${shown.join('、')}等 ${gone.length} 列` : `${shown.join(', ')} and others, ${gone.length} columns in all`
}

/** What was not read and may have been meant as one of the columns that are not there. */
function likeHeads(strange: readonly string[], gone: readonly HeadWanted[]): readonly Words[] {
  return alikeIn(strange, gone, headName).map(({ head, column: { label } }) => ({
    zh: `列“${head}”是不是“${label.zh}”？是的请把列名改成“${label.zh}”后重新上传`,
    en: `is the column “${head}” meant as “${label.en}”? Then give it that head and upload again`,
  }))
}

/** 3, 0 → A3 */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

/** AA3 → 26, 关键指标!B7 → 1; the first column for what is no address. */
export function columnAt(address: string): number {
  const letters = /(?:^|!)([A-Z]+)\d+$/.exec(address)?.[1] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
