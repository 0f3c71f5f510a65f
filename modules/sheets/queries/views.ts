import { z } from 'zod'
import { type LayoutsView, type LayoutView, layoutInput } from '#contract/sheets.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { cellText } from '#engine/kinds/cell.ts'
import { query } from '#engine/store/query.ts'
import { exportColumns, type SheetLayout } from '#engine/transfer/columns.ts'
import { laidOut } from '#engine/transfer/layouts.ts'
import { ruleOf } from '#engine/transfer/template.ts'
import { isLaidOut } from '../rules/laid-out.ts'
import { SHEET_KEEPER } from '../rules/rights.ts'
import { layoutVersions } from './layouts.ts'

/** Every register that is filled in by sheets, those that are counted first, and whether its sheet is the province's own. */
export const layouts = query({
  name: 'sheets.layouts',
  label: { zh: '表格版式', en: 'Sheet layouts' },
  input: z.object({}),
  right: SHEET_KEEPER,
  async run({ store }): Promise<LayoutsView> {
    const last = new Map((await layoutVersions(store)).filter(({ isLast }) => isLast).map((each) => [each.register, each]))
    const registers = store.catalogue.all.filter(isLaidOut)
    const isContent = ({ counting }: Register) => counting !== undefined
    return {
      registers: [...registers.filter(isContent), ...registers.filter((each) => !isContent(each))].map((register) => {
        const own = last.get(register.name)
        const { columns, subSheets } = exportColumns(register)
        return {
          register: register.name,
          title: register.title,
          columns: columns.length + subSheets.length,
          isOwn: own?.state === 'active',
          changedAt: own?.at ?? null,
          changedBy: own?.by ?? null,
        }
      }),
    }
  },
})

/** The sheet of one register: its columns as they stand now, and the layouts there were. */
export const layout = query({
  name: 'sheets.layout',
  label: { zh: '表格版式', en: 'A sheet layout' },
  input: layoutInput,
  right: SHEET_KEEPER,
  async run({ store }, { register: name }): Promise<LayoutView | Refusal> {
    const register = store.catalogue.get(name)
    if (!register || !isLaidOut(register))
      return refuse(
        'not_found',
        'layout.no-sheet',
        `没有可以用表格填报的台账“${name}”`,
        `there is no register “${name}” that is filled in by sheets`,
      )
    const versions = await layoutVersions(store, name)
    const last = versions.find(({ isLast }) => isLast)
    const own = last?.state === 'active' ? { columns: last.columns } : undefined
    return {
      register: name,
      title: register.title,
      version: last?.version ?? 0,
      isOwn: own !== undefined,
      columns: [...columnsOf(register, own)],
      versions: versions.map(({ version, state, at, by }) => ({ version, state, at, by })),
    }
  },
})

function columnsOf(register: Register, own: SheetLayout | undefined): LayoutView['columns'] {
  const known = new Map(laidOut(register).map((each) => [each.field, each]))
  const given = new Map(own?.columns.map((each) => [each.field, each]))
  const { columns, subSheets } = exportColumns(register, own)
  const words = new Map([
    ...columns.map((column) => [column.field, { rule: ruleOf(column), example: cellText(column.example) }] as const),
    ...subSheets.map((sub) => [sub.field, { rule: sub.note ?? '', example: '' }] as const),
  ])
  return [...columns, ...subSheets].map(({ field }) => {
    const { label, title: defaultTitle, unit, required, isSheet, onlyShown } = known.get(field)!
    const { title, leftOut } = given.get(field) ?? {}
    return {
      field,
      label,
      defaultTitle,
      title: title ?? null,
      unit: unit ?? null,
      required,
      leftOut: leftOut === true,
      isSheet,
      onlyShown,
      ...words.get(field)!,
    }
  })
}
