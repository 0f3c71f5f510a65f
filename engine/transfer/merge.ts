import { isFilled, type Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'

/** One field in which a sheet and an entry differ. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** Both the sheet and somebody in the system have changed it since the sheet was made; `was` is what it was then. */
  readonly clash?: { readonly was: unknown }
  /** What the person chose for a clash. */
  readonly choice?: 'sheet' | 'system'
}

/** The three sides of a row: what the sheet gives, the entry as it is, and as it was when the sheet was made (the same, unless somebody was faster). */
export interface Sides {
  readonly given: Row
  readonly now: Row
  readonly was: Row
}

/**
 * What a row of a sheet changes in its entry. A field changed only in the sheet is taken, one changed only in the system stays
 * as it is, one changed in both to different values is a clash that a person decides.
 */
export function merge(register: Register, { given, now, was }: Sides): readonly FieldChange[] {
  return Object.keys(given).flatMap((field): readonly FieldChange[] => {
    const definition = register.fields[field]
    if (!definition) return []
    const same = (a: unknown, b: unknown) => isSame(definition, a, b)
    const [sheet, present, past] = [given[field], now[field], was[field]]
    if (same(sheet, present) || same(sheet, past)) return []
    const change = { field, before: present ?? null, after: sheet ?? null }
    return same(present, past) ? [change] : [{ ...change, clash: { was: past ?? null } }]
  })
}

/** What the changes come to: clashes only when the person chose the sheet. */
export function takenFrom(changes: readonly FieldChange[]): Row {
  const taken = changes.filter(({ clash, choice }) => !clash || choice === 'sheet')
  return Object.fromEntries(taken.map(({ field, after }) => [field, after]))
}

/** Whether nobody has yet decided some clash. */
export function isOpen(changes: readonly FieldChange[]): boolean {
  return changes.some(({ clash, choice }) => clash && choice === undefined)
}

/** Amounts by their size, tables cell by cell, everything empty alike. */
export function isSame(field: FieldDefinition, a: unknown, b: unknown): boolean {
  if (!isFilled(a) || !isFilled(b)) return isFilled(a) === isFilled(b)
  const kind = kindOf(field)
  const { compare } = kind
  const { rows } = kind.sheet(field)
  if (rows && Array.isArray(a) && Array.isArray(b)) return isSameTable(rows as Columns, a, b)
  return compare ? compare(a, b) === 0 : canonical(a) === canonical(b)
}

type Columns = Readonly<Record<string, FieldDefinition>>

function isSameTable(columns: Columns, a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, at) => isSameRow(columns, row, b[at]!))
}

/** Whether two rows of a table are the same, cell by cell, in these columns. */
export function isSameRow(columns: Columns, a: Row, b: Row): boolean {
  return Object.entries(columns).every(([name, column]) => isSame(column, a[name], b[name]))
}

/** What became of one row of a table. */
export interface RowChange {
  readonly act: 'added' | 'changed' | 'removed'
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** Which rows of a table were added, changed or removed; as many as went in the middle as came are taken for changed ones. */
export function tableChanges(columns: Columns, before: readonly Row[], after: readonly Row[]): readonly RowChange[] {
  const gone = [...before]
  const come = after.filter((row) => {
    const at = gone.findIndex((there) => isSameRow(columns, row, there))
    if (at >= 0) gone.splice(at, 1)
    return at < 0
  })
  const [least, most] = [Math.min(gone.length, come.length), Math.max(gone.length, come.length)]
  return Array.from({ length: most }, (_each, at): RowChange => {
    const act = at < least ? 'changed' : gone.length > come.length ? 'removed' : 'added'
    return { act, before: gone[at], after: come[at] }
  })
}

/** One text for one content: keys in order, nothing empty. Put together by hand: JSON.stringify with a function takes five times as long. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Row)[key]
    if (isFilled(inner)) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(inner)}`
  }
  return `{${text}}`
}
