import { z } from 'zod'
import { isFilled, type Row } from '#engine/access/holds.ts'
import type { Register, ValuesOf } from '#engine/define/register.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { asksSchema, createSchema, editSchema } from '#engine/derive/schema.ts'
import type { Call } from './call.ts'
import { type Command, command, invalid } from './command.ts'
import { forgetDrafts } from './drafts.ts'
import { type EditSetInput, type EditSetWritten, editSetCommand } from './edit-set.ts'
import { kept } from './kept.ts'
import { refusalOf } from './refused.ts'
import { type SetWritten, setRefused, setWritten } from './set-answers.ts'
import { staleness } from './staleness.ts'
import { type TakeBackInput, takeBackCommand } from './take-back.ts'

/** What every write to one entry answers: the entry as it is now. */
export interface EntryWritten {
  readonly id: string
  readonly row: Row
}

interface CreateInput {
  readonly values: Row
  /** The draft that this becomes: it ends with it, in the same transaction. */
  readonly draft?: string | undefined
}

interface EditInput {
  readonly id: string
  /** The version the person saw; another one means that somebody was faster. */
  readonly version: number
  readonly values: Row
  readonly reason?: string | undefined
}

interface MoveInput {
  readonly id: string
  readonly version: number
  readonly move: string
  readonly reason?: string | undefined
  readonly values?: Row | undefined
}

interface MoveSetInput {
  readonly entries: readonly { readonly id: string; readonly version: number }[]
  readonly move: string
  readonly reason?: string | undefined
  /** What the move asks for, the same for all of them. */
  readonly values?: Row | undefined
}

/**
 * The commands that every register has, for one entry and for a set. A set is written whole or not at all, as one event, and a
 * refusal names every entry that stands against it. They are made per register and kept: schemas are not built per request.
 */
export interface EntryCommands {
  readonly create: Command<CreateInput, EntryWritten>
  readonly edit: Command<EditInput, EntryWritten>
  readonly move: Command<MoveInput, EntryWritten>
  readonly createSet: Command<{ readonly values: readonly Row[] }, SetWritten>
  readonly moveSet: Command<MoveSetInput, SetWritten>
  readonly editSet: Command<EditSetInput, EditSetWritten>
  readonly takeBack: Command<TakeBackInput, SetWritten>
}

const ANYBODY = { always: true }
const id = z.uuid()
const version = z.int().positive()
const values = z.record(z.string(), z.unknown())
const reason = z.string().trim().max(2000).optional()
/** An event of a set stays readable, and its locks short. */
export const MOST_IN_A_SET = 2000

/** The commands that every register has. */
export function entryCommands(register: Register): EntryCommands {
  return { ...singleCommands(register), ...setCommands(register), editSet: editSetCommand(register), takeBack: takeBackCommand(register) }
}

/** Of the registers that are written to: those of all forty-seven hold 12 MB. */
const schemasOf = { create: kept(createSchema), edit: kept(editSchema) }

const INPUTS = {
  create: z.strictObject({ values, draft: id.optional() }),
  edit: z.strictObject({ id, version, values, reason }),
  move: z.strictObject({ id, version, move: z.string(), reason, values: values.optional() }),
  createSet: z.strictObject({ values: z.array(values).min(1).max(MOST_IN_A_SET) }),
  moveSet: z.strictObject({
    entries: z.array(z.strictObject({ id, version })).min(1).max(MOST_IN_A_SET),
    move: z.string(),
    reason,
    values: values.optional(),
  }),
}

function singleCommands(register: Register): Pick<EntryCommands, 'create' | 'edit' | 'move'> {
  return {
    create: command({
      name: 'entry.create',
      about: register.name,
      label: { zh: `新增${register.title.zh}`, en: `Create ${register.title.en}` },
      input: INPUTS.create,
      right: ANYBODY,
      async run(call, input) {
        const { data, error } = schemasOf.create(register).safeParse(cleaned(input.values), { reportInput: true })
        if (error) return invalid(faultsFrom(error, register))
        const [made] = call.create(register, [data as ValuesOf<Register>])
        if (input.draft) await forgetDrafts(call, [input.draft])
        return written(call, String(made))
      },
    }),
    edit: command({
      name: 'entry.edit',
      about: register.name,
      label: { zh: `修改${register.title.zh}`, en: `Edit ${register.title.en}` },
      input: INPUTS.edit,
      right: ANYBODY,
      async run(call, input) {
        const row = await call.read(register, input.id)
        const stale = staleness(row, input.version)
        if (stale) return stale
        const { data, error } = schemasOf.edit(register).safeParse(cleaned(input.values), { reportInput: true })
        if (error) return invalid(faultsFrom(error, register))
        call.because(input.reason)
        call.change(register, row, data as ValuesOf<Register>)
        return written(call, input.id)
      },
    }),
    move: command({
      name: 'entry.move',
      about: register.name,
      label: { zh: `办理${register.title.zh}`, en: `Move ${register.title.en}` },
      input: INPUTS.move,
      right: ANYBODY,
      async run(call, input) {
        const row = await call.read(register, input.id)
        const stale = staleness(row, input.version)
        if (stale) return stale
        const { data, error } = asksSchema(register, input.move).safeParse(cleaned(input.values ?? {}), { reportInput: true })
        if (error) return invalid(faultsFrom(error, register))
        call.because(input.reason)
        call.move(register, [row], input.move, data)
        return written(call, input.id)
      },
    }),
  }
}

function setCommands(register: Register): Pick<EntryCommands, 'createSet' | 'moveSet'> {
  return {
    createSet: command({
      name: 'entry.create-set',
      about: register.name,
      label: { zh: `批量新增${register.title.zh}`, en: `Create ${register.title.en}` },
      input: INPUTS.createSet,
      right: ANYBODY,
      async run(call, input) {
        const given = schemasOf.create(register)
        const read = input.values.map((each) => given.safeParse(cleaned(each), { reportInput: true }))
        const faults = read.flatMap(({ error }, at) =>
          error ? faultsFrom(error, register).map((fault) => ({ ...fault, path: `${at}.${fault.path}` })) : [],
        )
        if (faults.length > 0) return invalid(faults)
        const made = call.create(
          register,
          read.map(({ data }) => data as ValuesOf<Register>),
        )
        return setWritten(call, made.map(String))
      },
    }),
    moveSet: command({
      name: 'entry.move-set',
      about: register.name,
      label: { zh: `批量办理${register.title.zh}`, en: `Move ${register.title.en}` },
      input: INPUTS.moveSet,
      right: ANYBODY,
      async run(call, { entries, move, reason: because, values: asked = {} }) {
        const { data, error } = asksSchema(register, move).safeParse(cleaned(asked), { reportInput: true })
        if (error) return invalid(faultsFrom(error, register))
        const seen = new Map(entries.map((each) => [each.id, each.version]))
        const rows = await call.readAll(register, [...seen.keys()])
        call.because(because)
        const refusals = rows.flatMap((row) => {
          const refusal = staleness(row, seen.get(row.id) ?? 0) ?? refusalOf(() => call.move(register, [row], move, data))
          return refusal ? [{ row, refusal }] : []
        })
        return refusals.length > 0 ? setRefused(register, rows.length, refusals) : setWritten(call, [...seen.keys()])
      },
    }),
  }
}

/** A form sends an emptied field as "", a sheet as nothing: both mean that it is empty. */
function cleaned(given: Row): Row {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' && !isFilled(value.trim()) ? null : value]),
  )
}

function written(call: Call, entry: string): EntryWritten {
  return { id: entry, row: call.touched.find(({ after }) => after['id'] === entry)!.after }
}
