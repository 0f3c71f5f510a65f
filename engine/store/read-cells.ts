import type { Actor } from '#engine/define/actor.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { cellText } from '#engine/kinds/cell.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { MONEY_UNITS } from '#engine/transfer/tidy.ts'
import { cellReader } from '#engine/transfer/typed.ts'
import type { Store } from './context.ts'
import { codeResolvers, refResolvers } from './import-names.ts'
import { poolReader, titlesFor } from './read.ts'

/** Texts as they come out of a sheet, under the fields whose cells they are to fill. */
export interface PastedCells {
  readonly fields: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What one cell says: a value as the API takes it, nothing that could be read (the field keeps what it has), or why not. */
export type CellUnderstood = { readonly value: unknown } | { readonly fault: FieldFault['message'] } | { readonly kept: true }

/** Reads texts as an import reads cells: names of areas and units, days as people write them, amounts in 万元 unless another unit stands behind. */
export async function readCells(store: Store, actor: Actor, register: Register, { fields, rows }: PastedCells) {
  const reader = poolReader(store)
  const textsOf = (field: string) =>
    rows.flatMap((cells) => fields.flatMap((name, at) => (name === field ? [cellText(cells[at] ?? null)] : [])))
  const resolvers = new Map([
    ...(await codeResolvers(reader, store, register, actor)),
    ...(await refResolvers(reader, store, register, (field) => textsOf(field).filter((text) => text !== ''))),
  ])
  const understood = rows.map((cells, row) => {
    const { given, faults } = cellReader(register.fields, headsFor(register, fields, cells))({ row, cells }, (field) =>
      resolvers.get(field),
    )
    return fields.map((field): CellUnderstood => {
      const fault = faults.find(({ path }) => path === field)
      if (fault) return { fault: fault.message }
      return Object.hasOwn(given, field) ? { value: given[field] } : { kept: true }
    })
  })
  const named = understood.map((cells) => Object.fromEntries(cells.map((cell, at) => [fields[at], 'value' in cell ? cell.value : null])))
  return { rows: understood, titles: await titlesFor(reader, store, register, named) }
}

const UNIT_AT_END = /(百万元|万元|千元|亿元|元)$/

/** The head of each cell: an amount that names its unit is read in that unit. */
function headsFor(register: Register, fields: readonly string[], cells: readonly string[]) {
  const columns = fields.map((field, at) => {
    const definition = register.fields[field]!
    const { unit } = kindOf(definition).sheet(definition)
    const isMoney = unit !== undefined && unit in MONEY_UNITS
    const said = isMoney ? UNIT_AT_END.exec(cells[at]?.trim() ?? '')?.[1] : undefined
    return { field, at, ...(isMoney && { unit: said ?? unit }) }
  })
  return { row: 0, columns, notes: [] }
}
