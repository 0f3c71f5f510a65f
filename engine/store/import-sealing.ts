import type { Register } from '#engine/define/register.ts'
import type { FieldChange } from '#engine/transfer/merge.ts'
import type { Secrets } from '#platform/secrets/secrets.ts'
import type { Call } from './call.ts'
import type { ImportRow } from './import-rows.ts'
import { maskedFields, opened, sealed, unsealed } from './rows.ts'

/** The row as it is kept: personal data sealed. */
export function sealedRow(secrets: Secrets, register: Register, row: ImportRow): ImportRow {
  if (maskedFields(register).length === 0) return row
  return {
    ...row,
    given: sealed(register, row.given, secrets),
    changes: row.changes.map((change) => mapped(change, (field, value) => sealed(register, { [field]: value }, secrets)[field])),
  }
}

/** A change with its values passed through a function: sealed, opened, masked. */
export function mapped(change: FieldChange, by: (field: string, value: unknown) => unknown): FieldChange {
  const { field, before, after, clash } = change
  return { ...change, before: by(field, before), after: by(field, after), ...(clash && { clash: { was: by(field, clash.was) } }) }
}

/** A row as it was kept, its personal data open. */
export function openedRow(call: Call, register: Register, row: ImportRow): ImportRow {
  const own = new Set(maskedFields(register))
  if (own.size === 0) return row
  const { secrets } = call.facts.store
  const open = (field: string, value: unknown) => (own.has(field) && typeof value === 'string' ? unsealed(value, secrets) : value)
  return { ...row, given: opened(register, row.given, secrets), changes: row.changes.map((each) => mapped(each, open)) }
}
