import type { Register } from '#engine/define/register.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'
import { fieldsOfPast, type Past, pastOf, STATE_FIELD } from '#engine/store/import-history.ts'
import { type RegisterSheet, type SheetColumn, type SheetLayout, STATE_TITLE, templateColumns } from './columns.ts'

/** The columns of a template for old entries: those of every entry, and at the end what their document gave and the state they had. */
export function pastColumns(register: Register, layout: SheetLayout | undefined): RegisterSheet {
  const past = pastOf(register)
  const plan = templateColumns(register, layout, new Set(past?.fields))
  if (!past) return plan
  const fields = new Set(past.fields)
  return {
    ...plan,
    columns: [
      ...plan.columns.filter(({ field }) => !fields.has(field)).map(asKnown),
      ...plan.columns.filter(({ field }) => fields.has(field)).map((column) => ofDocument(column, past)),
      stateColumn(register),
    ],
    subSheets: plan.subSheets.map((sub) => ({ ...sub, columns: sub.columns.map(asKnown) })),
  }
}

/** What would have to be there before handing in may be missing in an old ledger. */
function asKnown(column: SheetColumn): SheetColumn {
  return column.required === 'in time' ? { ...column, required: 'never' } : column
}

function ofDocument(column: SheetColumn, { documentNo, documentDate, countsOn }: Past): SheetColumn {
  const required = [documentNo, documentDate].includes(column.field) ? 'always' : 'never'
  return { ...column, required, ...(column.field === countsOn && { note: '不填则按成文日期' }) }
}

function stateColumn(register: Register): SheetColumn {
  const definition: FieldDefinition = fieldsOfPast(register)[STATE_FIELD]!
  return {
    field: STATE_FIELD,
    definition,
    title: STATE_TITLE,
    facts: kindOf(definition).sheet(definition),
    required: 'always',
    example: null,
  }
}
