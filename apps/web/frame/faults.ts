import type { FieldFault } from '#contract/problem.ts'
import type { Field } from '../api/types.ts'
import { formTexts } from '../texts/texts-form.ts'
import type { Say } from '../texts/use-say.ts'

/** “values.evidence.2.type” → “evidence”. */
export function fieldOfPath(path: string): string {
  return path.replace(/^values\./, '').split('.')[0] ?? ''
}

/** The sentences under each field; a fault inside a row says which row. */
export function faultsByField(
  faults: readonly FieldFault[],
  say: Say,
  fields: readonly Field[] = [],
): Readonly<Record<string, readonly string[]>> {
  const groups = Object.groupBy(faults, ({ path }) => fieldOfPath(path))
  return Object.fromEntries(
    Object.entries(groups).map(([field, ofField = []]) => [field, ofField.map((fault) => sentence(fault, say, fields))]),
  )
}

function sentence({ path, message }: FieldFault, say: Say, fields: readonly Field[]): string {
  const [, row, cellName] = /\.(\d+)(?:\.(\w+))?/.exec(path) ?? []
  if (row === undefined) return say(message)
  const column = fields.find(({ name }) => name === fieldOfPath(path))?.columns?.find(({ name }) => name === cellName)
  const cell = column ? ` ${say(column.label)}` : ''
  return `${say(formTexts.row, { row: Number(row) + 1 })}${cell} ${say(message)}`
}
