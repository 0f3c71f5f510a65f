import { z } from 'zod'
import type { Row } from '#engine/access/holds.ts'
import { type FieldFault, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import type { Call } from './call.ts'
import { titleOf } from './call-refusals.ts'
import { unknownCodes } from './codes-check.ts'
import { type Command, command } from './command.ts'
import { faultsOfChange } from './import-judge.ts'
import { type SetWritten, setWritten } from './set-answers.ts'
import { staleness } from './staleness.ts'

/** Changes of many entries at once, as a grid or a sheet gives them. */
export interface EditSetInput {
  /** Each with the version that the person saw. */
  readonly rows: readonly { readonly id: string; readonly version: number; readonly values: Row }[]
  /** `all`: whole or not at all; `good`: those that stand against it are left out and told. */
  readonly mode: 'all' | 'good'
  readonly reason?: string | undefined
}

/** What was changed, and what stood against the rest: `path` is the entry's id, with the field behind a point where one is at fault. */
export interface EditSetWritten extends SetWritten {
  readonly faults: readonly FieldFault[]
}

const MOST_ROWS = 2000

const INPUT = z.strictObject({
  rows: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().positive(), values: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(MOST_ROWS),
  mode: z.enum(['all', 'good']),
  reason: z.string().trim().max(2000).optional(),
})

/** Changes fields of many entries at once, as one event: what is typed or pasted into a list. */
export function editSetCommand(register: Register): Command<EditSetInput, EditSetWritten> {
  return command({
    name: 'entry.edit-set',
    about: register.name,
    label: { zh: `批量修改${register.title.zh}`, en: `Edit ${register.title.en}` },
    input: INPUT,
    right: { always: true },
    async run(call, { rows, mode, reason }): Promise<EditSetWritten | Refusal> {
      const ids = rows.map(({ id }) => id)
      const found = await call.readAll(register, ids)
      call.because(reason)
      const changed = rows.map((row, at) => changeOne(call, register, found[at]!, row))
      const codes = await unknownCodes(call)
      const faults = rows.flatMap(({ id }, at) => [...changed[at]!, ...ofRow(register, found[at]!, codes.get(id) ?? [])])
      const against = new Set(faults.map(({ path }) => path.split('.')[0]!))
      const good = ids.filter((id) => !against.has(id))
      if (faults.length > 0 && (mode === 'all' || good.length === 0)) return notSaved(ids.length, against.size, faults)
      // What was refused before it was changed is not there to be left out; a text with a secrecy mark stays, for the gate that tells of it.
      call.leaveOut(ids.filter((id, at) => codes.has(id) && changed[at]!.length === 0))
      return { ...setWritten(call, good), faults }
    },
  })
}

function changeOne(call: Call, register: Register, row: RowOf<Register>, { version, values }: EditSetInput['rows'][number]) {
  const stale = staleness(row, version)
  return ofRow(register, row, stale ? [{ path: '', message: stale.words }] : faultsOfChange(call, register, row, values))
}

/** Faults of one entry as they are told of many: with its id and its title. */
function ofRow(register: Register, row: RowOf<Register>, faults: readonly FieldFault[]): readonly FieldFault[] {
  const [id, title] = [String(row.id), titleOf(register, row)]
  return faults.map(({ path, message }) => ({ path: path === '' ? id : `${id}.${path}`, label: { zh: title, en: title }, message }))
}

const NAMED = 5

function notSaved(asked: number, wrong: number, faults: readonly FieldFault[]): Refusal {
  const named = faults.slice(0, NAMED)
  const more = faults.length > NAMED
  return refuse(
    'invalid',
    'entry.edits-refused',
    `${asked} 条中有 ${wrong} 条不能保存，全部未保存：${named.map(({ label, message }) => `${label?.zh ?? ''}：${message.zh}`).join('；')}${more ? '等' : ''}`,
    `${wrong} of ${asked} entries cannot be saved, so none was: ${named.map(({ label, message }) => `${label?.en ?? ''}: ${message.en}`).join('; ')}${more ? ' …' : ''}`,
    { faults },
  )
}
