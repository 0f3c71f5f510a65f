import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { areaCell } from '#engine/kinds/area.ts'

import { type ListedCode, validCodes } from '#engine/store/code-lists.ts'
import type { Store } from '#engine/store/context.ts'
import { list } from '#engine/store/list.ts'
import { poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { columnLetters, type DropDown, type SheetSource } from '#platform/sheets/sheet.ts'
import type { WorkbookSource } from '#platform/sheets/write.ts'
import {
  EXAMPLE_MARK,
  helperTitle,
  INSTRUCTIONS_SHEET,
  LISTS_SHEET,
  type RegisterSheet,
  ROW_ID,
  ROW_KEY,
  ROW_VERSION,
  RULES_MARK,
  type SheetColumn,
  STAMP_LAYOUT,
  STAMP_MADE_ON,
  STAMP_REGISTER,
  STAMP_SHEET,
  STAMP_VERSION,
  type SubSheet,
  templateColumns,
} from './columns.ts'
import { instructions } from './instructions.ts'
import { type KeptLayouts, layoutInForce, NO_LAYOUTS } from './layouts.ts'
import { Lists } from './lists.ts'
import { pastColumns } from './past-columns.ts'

/** Rows that have drop-downs below the head. */
const LAST_ROW = 10_000
const HEAD_ROWS = 3
const MOST_OFFERED = 500

/** What a template is for: entries that take their course, or old ones that come in by their documents. */
export type TemplateFor = 'entries' | 'history'

/** An empty workbook of a register to fill in, with its lists, rules and an example. */
export async function templateOf(store: Store, register: Register, actor: Actor, what: TemplateFor = 'entries'): Promise<WorkbookSource> {
  const layouts = (await store.sheetLayouts?.(register.name)) ?? NO_LAYOUTS
  const plan = what === 'history' ? pastColumns(register, layoutInForce(layouts)) : templateColumns(register, layoutInForce(layouts))
  const lists = await listsFor(store, actor, plan)
  const day = today(store.clock, store.timeZone)
  const main = mainSheet(plan, lists)
  const subs = plan.subSheets.map((sub) => subSheet(sub, lists))
  const sheets = [main, ...subs, instructionsSheet(register, plan), lists.sheet(LISTS_SHEET), stampSheet(store, register, layouts, day)]
  return { sheets, names: lists.names() }
}

/** What the workbook was made from, for the import to compare. */
export function stampSheet(store: Store, register: Register, { inForce }: KeptLayouts, day: string): SheetSource {
  return {
    name: STAMP_SHEET,
    hidden: true,
    columns: [WIDE, WIDE],
    rows: [
      ['名称', '值'],
      [STAMP_REGISTER, register.name],
      [STAMP_VERSION, store.definitionVersions.get(register.name) ?? 1],
      [STAMP_LAYOUT, inForce],
      [STAMP_MADE_ON, day],
    ],
  }
}

const WIDE = { width: 30, format: 'text' } as const
/** How columns are written that people do not see. */
export const HIDDEN_COLUMN = { width: 12, format: 'text', hidden: true } as const
/** How the column of people’s own row numbers is written. */
export const KEY_COLUMN = { width: 12, format: 'text' } as const

interface Written {
  readonly column: SheetColumn
  /** A column before it that narrows its drop-down. */
  readonly helper: boolean
}

function mainSheet({ title, columns }: RegisterSheet, lists: Lists): SheetSource {
  return filledSheet(title, [ROW_ID, ROW_VERSION, ROW_KEY], columns, lists)
}

function subSheet({ title, columns }: SubSheet, lists: Lists): SheetSource {
  return filledSheet(title, [ROW_KEY], columns, lists)
}

function filledSheet(name: string, keys: readonly string[], columns: readonly SheetColumn[], lists: Lists): SheetSource {
  const written = columns.flatMap((column): readonly Written[] =>
    nested(column)
      ? [
          { column, helper: true },
          { column, helper: false },
        ]
      : [{ column, helper: false }],
  )
  const hidden = keys.slice(0, -1)
  return {
    name,
    columns: [
      ...hidden.map(() => HIDDEN_COLUMN),
      KEY_COLUMN,
      ...written.map(({ column: { facts } }) => ({ width: facts.width, format: facts.format })),
    ],
    frozenRows: 1,
    frozenColumns: keys.length,
    mutedRows: HEAD_ROWS - 1,
    rows: [
      [...keys, ...written.map(({ column, helper }) => (helper ? helperTitle(column) : column.title))],
      [
        ...hidden.map(() => null),
        RULES_MARK,
        ...written.map(({ column, helper }) => (helper ? '先选此列，右列只列出其下地区' : ruleOf(column))),
      ],
      [...hidden.map(() => null), EXAMPLE_MARK, ...written.map(({ column, helper }) => lists.example(column, helper))],
    ],
    dropDowns: written.flatMap(({ column, helper }, at) => dropDown(column, helper, keys.length + at, lists)),
    notes: written.map(({ column, helper }, at) => ({
      row: 0,
      column: keys.length + at,
      text: helper ? '仅供筛选，不导入' : ruleOf(column),
    })),
  }
}

const REQUIRED = { always: '必填', 'in time': '提交前必填', never: '选填' } as const

/** 必填。1-9 级。单位：万元 */
export function ruleOf({ required, note, facts }: SheetColumn): string {
  const pick = facts.pick?.from === 'entries' ? '填写系统中的全称' : facts.pick ? '从下拉列表中选择' : undefined
  const form = facts.format === 'day' ? '日期，如 2026-03-31' : undefined
  return [REQUIRED[required], note, facts.unit && `单位：${facts.unit}`, pick, form].filter(Boolean).join('；')
}

const nested = ({ facts: { pick } }: SheetColumn) => pick?.from === 'codes' && pick.nested === true

function dropDown(column: SheetColumn, helper: boolean, at: number, lists: Lists): readonly DropDown[] {
  const range = helper ? lists.topRange(column) : nested(column) ? childrenOf(columnLetters(at - 1)) : lists.range(column)
  return range === undefined
    ? []
    : [{ column: at, fromRow: HEAD_ROWS, toRow: LAST_ROW, list: range, wrong: '不在下拉列表中，请从列表中选择' }]
}

/** The list whose name ends with the code of the chosen city. */
function childrenOf(letters: string): string {
  return `INDIRECT("area_"&RIGHT($${letters}${HEAD_ROWS + 1},6))`
}

async function listsFor(store: Store, actor: Actor, { columns, subSheets }: RegisterSheet): Promise<Lists> {
  const lists = new Lists()
  for (const column of [...columns, ...subSheets.flatMap((sub) => sub.columns)]) {
    const { pick } = column.facts
    if (pick === undefined || lists.has(column)) continue
    if (pick.from === 'words') lists.add(column, pick.words)
    else if (pick.from === 'entries') lists.add(column, await offered(store, actor, pick.register))
    else addCodes(lists, column, await validCodes(store, pick.by))
  }
  return lists
}

function addCodes(lists: Lists, column: SheetColumn, codes: readonly ListedCode[]) {
  if (nested(column)) lists.addNested(column, codes, ({ code, title }) => areaCell(code, title))
  else
    lists.add(
      column,
      codes.map(({ title }) => title),
    )
}

/** Names of entries, where they are few enough to choose from. */
async function offered(store: Store, actor: Actor, name: string): Promise<readonly string[]> {
  const register = store.catalogue.need(name)
  const page = await list(poolReader(store), store, register, actor, { limit: MOST_OFFERED })
  return page.ok && page.cursor === undefined ? page.rows.map((row) => String(row[register.titleField ?? 'title'])).sort() : []
}

function instructionsSheet(register: Register, plan: RegisterSheet): SheetSource {
  return {
    name: INSTRUCTIONS_SHEET,
    columns: [
      { width: 28, format: 'text' },
      { width: 16, format: 'text' },
      { width: 80, format: 'text' },
    ],
    frozenRows: 1,
    rows: instructions(register, plan, ruleOf),
  }
}
