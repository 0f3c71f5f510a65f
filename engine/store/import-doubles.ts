import type { Row } from '#engine/access/holds.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { CellFault } from './import-rows.ts'

/** What earlier rows of the same sheet were about: an entry twice in one sheet is a fault of the later row. */
export type SeenInSheet = Map<string, number>

interface InSheet {
  readonly row: { readonly row: number; readonly given: Row; readonly identities: readonly string[]; readonly content: string }
  readonly match: { readonly entry?: string }
  readonly seen: SeenInSheet
}

/** The same entry, key or content further up in the sheet. */
export function doubleIn(register: Register, { row, match, seen }: InSheet): FieldFault | undefined {
  const marks = [match.entry ?? '', ...row.identities, row.content].filter((mark) => mark !== '')
  const earlier = marks.map((mark) => seen.get(mark)).find((found) => found !== undefined)
  for (const mark of marks) if (!seen.has(mark)) seen.set(mark, row.row)
  if (earlier === undefined) return undefined
  return {
    path: register.titleField ?? 'title',
    message: { zh: `与本表第 ${earlier} 行重复，请删除其中一行`, en: `is the same as row ${earlier} of this sheet; take one of them out` },
  }
}

/** A new entry by the name of one further up: where that is doubtful in the register, it is in the sheet. */
export function titledAlike(register: Register, { row: { row, given }, match, seen }: InSheet): readonly CellFault[] {
  const path = register.titleField ?? 'title'
  const title = given[path]
  if (match.entry !== undefined || typeof title !== 'string' || !isDoubtful(register, path)) return []
  const mark = `${path} ${title}`
  const earlier = seen.get(mark)
  if (earlier === undefined) seen.set(mark, row)
  const { label } = register.fields[path]!
  const message = {
    zh: `与本表第 ${earlier} 行同名，请核对是不是同一条；不是的可以保留`,
    en: `has the name of row ${earlier} of this sheet: see whether it is the same; if not, leave both`,
  }
  return earlier === undefined ? [] : [{ path, label, message }]
}

const isDoubtful = ({ likeness = [] }: Register, path: string) => likeness.some((fields) => fields.length === 1 && fields[0] === path)
