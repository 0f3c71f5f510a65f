import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import {
  exportColumns,
  INSTRUCTIONS_SHEET,
  isOwnColumn,
  type LayoutColumn,
  LISTS_SHEET,
  type SheetColumn,
  type SheetLayout,
  STAMP_SHEET,
  type SubSheet,
  sheetColumns,
  sheetName,
} from './columns.ts'
import { headName, headUnit } from './heads.ts'
import { MONEY_UNITS } from './tidy.ts'

/** What a province has made of a register's sheet over time: every layout by its version, and the one in force (0: the definition's own). */
export interface KeptLayouts {
  readonly inForce: number
  readonly versions: ReadonlyMap<number, SheetLayout>
}

/** A register whose sheet nobody has laid out. */
export const NO_LAYOUTS: KeptLayouts = { inForce: 0, versions: new Map() }

/** The layout in force; undefined for the definition's own. */
export function layoutInForce({ inForce, versions }: KeptLayouts): SheetLayout | undefined {
  return versions.get(inForce)
}

/** A column of a register's sheet, or a sub-sheet, of which a layout may speak. */
export interface LaidOut {
  readonly field: string
  readonly label: Words
  /** The head by the definition, its unit in it. */
  readonly title: string
  readonly unit: string | undefined
  readonly required: SheetColumn['required']
  /** A sheet of its own, whose name the title is. */
  readonly isSheet: boolean
  /** Shown in exports and never filled in. */
  readonly onlyShown: boolean
}

/** Everything of which a layout of the register may speak, in the definition's order. */
export function laidOut(register: Register): readonly LaidOut[] {
  const open = sheetColumns(register)
  const read = new Set([...open.columns, ...open.subSheets].map(({ field }) => field))
  const { columns, subSheets } = exportColumns(register)
  const common = ({ field, definition, title, required }: SheetColumn | SubSheet) => ({
    field,
    label: definition.label,
    title,
    required,
    onlyShown: !read.has(field),
  })
  return [
    ...columns.map((column) => ({ ...common(column), unit: column.facts.unit, isSheet: false })),
    ...subSheets.map((sub) => ({ ...common(sub), unit: undefined, isSheet: true })),
  ]
}

/** What stands against a layout, each fault with the place of its column: `columns.3.title`. */
export function layoutFaults(register: Register, { columns }: SheetLayout): readonly FieldFault[] {
  const known = new Map(laidOut(register).map((each) => [each.field, each]))
  const seen = new Set<string>()
  return columns.flatMap((column, at) => {
    const own = known.get(column.field)
    const twice = seen.has(column.field)
    seen.add(column.field)
    const against = !own ? unknownField(column.field) : twice ? fieldTwice(own) : undefined
    if (!own || against) return [{ path: `columns.${at}.field`, message: against! }]
    return [
      ...(column.leftOut && own.required === 'always' ? [{ path: `columns.${at}.leftOut`, label: own.label, message: REQUIRED }] : []),
      ...titleFaults(own, column.title, known, columns).map((message) => ({ path: `columns.${at}.title`, label: own.label, message })),
    ]
  })
}

function titleFaults(
  own: LaidOut,
  title: string | null | undefined,
  known: ReadonlyMap<string, LaidOut>,
  columns: readonly LayoutColumn[],
): readonly Words[] {
  if (!title) return []
  const name = headName(title)
  if (name === '' || isOwnColumn(title.trim()) || OWN_SHEETS.has(sheetName(title))) return [ours(title)]
  const unit = headUnit(title)
  if (own.unit !== undefined && own.unit in MONEY_UNITS && unit !== undefined && unit !== own.unit) return [otherUnit(own, unit)]
  const titles = new Map(columns.map((column) => [column.field, column.title]))
  const same = [...known.values()].find(
    (other) =>
      other !== own &&
      [titles.get(other.field), other.title, other.label.zh, other.label.en].some((each) => each && headName(each) === name),
  )
  return same ? [taken(title, same)] : []
}

const OWN_SHEETS: ReadonlySet<string> = new Set([STAMP_SHEET, LISTS_SHEET, INSTRUCTIONS_SHEET])

function unknownField(field: string): Words {
  return {
    zh: `本台账没有栏目“${field}”（可能来自其他版本），请去掉这一列`,
    en: `this register has no field “${field}” (perhaps of another version); take the column out`,
  }
}

function fieldTwice({ label }: LaidOut): Words {
  return { zh: `“${label.zh}”列出了两次，请去掉一个`, en: `“${label.en}” is listed twice; take one out` }
}

const REQUIRED: Words = {
  zh: '是必填栏目，缺了它不能新增记录，不能从模板中去掉',
  en: 'is required: without it no entry can be made, so the template cannot leave it out',
}

function ours(title: string): Words {
  return {
    zh: `“${title}”由系统使用或只有单位，不能作列名，请换一个`,
    en: `“${title}” is used by the system or is only a unit; choose another title`,
  }
}

function otherUnit({ unit }: LaidOut, said: string): Words {
  return {
    zh: `本列以“${unit}”计，列名不能写“${said}”；请改为“${unit}”或不写单位`,
    en: `this column is in ${unit}, the title says ${said}; write ${unit}, or no unit`,
  }
}

function taken(title: string, { label }: LaidOut): Words {
  return {
    zh: `“${title}”是“${label.zh}”列的列名，两列不能同名，请换一个`,
    en: `“${title}” is the title of “${label.en}”; two columns cannot have one title: choose another`,
  }
}

/**
 * The titles a field goes by, the likeliest first: those of the layout the sheet was made from (`madeFrom`; undefined when the sheet
 * does not say), of the layout in force, of the definition; and those of all other layouts.
 */
export function titlesOf(
  { inForce, versions }: KeptLayouts,
  madeFrom: number | undefined,
): (column: { readonly field: string; readonly title: string; readonly label: Words }) => {
  readonly titles: readonly string[]
  readonly formerTitles: readonly string[]
} {
  const byVersion = new Map(
    [...versions].map(([version, { columns }]) => [version, new Map(columns.map(({ field, title }) => [field, title]))]),
  )
  return ({ field, title, label }) => {
    const at = (version: number | undefined) => byVersion.get(version ?? 0)?.get(field) ?? title
    const former = [...byVersion.values()].flatMap((titles) => titles.get(field) ?? []).toReversed()
    return { titles: [at(madeFrom ?? inForce), at(inForce), title, label.zh, label.en], formerTitles: former }
  }
}
