import type { ImportRows, ImportState } from '#contract/imports.ts'
import { isFilled, type Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'
import { tableChanges } from '#engine/transfer/merge.ts'
import type { Store } from './context.ts'
import { type CellFault, type ImportRow, type PreviewQuestion, previewRows, rowInSheet } from './import-rows.ts'
import { mapped } from './import-sealing.ts'
import type { Import } from './imports.ts'
import { poolReader, titlesFor } from './read.ts'
import { masked, maskedFields } from './rows.ts'

/** An import as its person sees it. */
export function presentImport(kept: Import): ImportState {
  const { id, register, fileName, state, mode, history, cancelAsked, notes, rowsRead, counts, fault, createdAt } = kept
  return {
    id,
    register,
    fileName,
    state,
    mode,
    history,
    cancelAsked,
    notes: [...notes],
    rowsRead,
    fault,
    createdAt: String(createdAt),
    counts: { ...counts },
  }
}

const ON_A_PAGE = 100

/** A page of the preview; personal data is masked. */
export async function presentRows(store: Store, kept: Import, question: Omit<PreviewQuestion, 'limit'>): Promise<ImportRows> {
  const register = store.catalogue.need(kept.register)
  const found = await previewRows(poolReader(store), store, kept.id, { ...question, limit: ON_A_PAGE + 1 })
  const rows = found.slice(0, ON_A_PAGE)
  const sides = rows.flatMap(({ changes }) =>
    changes.flatMap(({ field, before, after, clash }) => [before, after, clash?.was].map((value) => ({ [field]: value }))),
  )
  const titles = await titlesFor(poolReader(store), store, register, sides)
  return {
    rows: rows.map((row) => ({
      row: rowInSheet(row),
      ...(row.sheet !== null && { sheet: row.sheet }),
      outcome: row.outcome,
      title: row.title,
      entry: row.entry,
      applied: row.applied,
      changes: changesOf(store, register, row, titles),
      faults: row.faults.map(atCell),
      warnings: row.warnings.map(atCell),
    })),
    ...(found.length > ON_A_PAGE && { next: rows.at(-1)!.row }),
  }
}

function atCell({ cell, label, message }: CellFault) {
  return { message, ...(cell !== undefined && { cell }), ...(label && { label }) }
}

/** What a row changes, as people read it; personal data is masked. */
export function changesOf(
  store: Store,
  register: Register,
  { changes }: Pick<ImportRow, 'changes'>,
  titles: Readonly<Record<string, string>>,
) {
  const own = new Set(maskedFields(register))
  const hide = (field: string, value: unknown) => (own.has(field) ? masked(register, { [field]: value }, store.secrets)[field] : value)
  return changes.map((change) => {
    const { field, before, after, clash, choice } = mapped(change, hide)
    const definition = register.fields[field]!
    const said = (value: unknown) => {
      if (!isFilled(value)) return null
      const kind = kindOf(definition)
      return { zh: kind.print(value, definition, 'zh', titles), en: kind.print(value, definition, 'en', titles) }
    }
    return {
      field,
      label: definition.label,
      before: said(before),
      after: said(after),
      clash: clash !== undefined,
      ...(clash && { was: said(clash.was) }),
      ...(choice && { choice }),
      ...rowsOfTable(definition, { before, after }, said),
    }
  })
}

function rowsOfTable(
  definition: FieldDefinition,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  said: (value: unknown) => Words | null,
) {
  const { rows: columns } = kindOf(definition).sheet(definition)
  if (!columns) return {}
  const list = (value: unknown) => (Array.isArray(value) ? (value as readonly Row[]) : [])
  const rows = tableChanges(columns as Readonly<Record<string, FieldDefinition>>, list(before), list(after)) // columns are fields of kinds
  return { rows: rows.map((row) => ({ act: row.act, before: said(row.before && [row.before]), after: said(row.after && [row.after]) })) }
}
