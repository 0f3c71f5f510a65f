import { isFilled, type Row } from '#engine/access/holds.ts'
import { endOfDay } from '#engine/define/period.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { PAST_ACT } from '#engine/derive/act-words.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { createSchema } from '#engine/derive/schema.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'
import type { Call } from './call.ts'
import { engineTable, type Store } from './context.ts'
import { faultsOf } from './import-faults.ts'
import type { CellFault } from './import-rows.ts'
import { kept } from './kept.ts'
import { ask, type Reader } from './read.ts'
import { refuseMarksIn } from './secrecy-gate.ts'

/** How entries that were decided before a register was kept here come in: by the document that published them. */
export interface Past {
  /** The state they have, and the move by which others come to it: who may make that may bring them in. */
  readonly state: string
  readonly move: string
  readonly documentNo: string
  readonly documentDate: string
  readonly countsOn: string | undefined
  /** Everything that the document gives, by field. */
  readonly fields: readonly string[]
}

/** The field under which the state of a row is read; no register has a field of this name (it is a column of every table). */
export const STATE_FIELD = 'state'

/** How old entries come into a register; undefined for one whose entries are not published by a document. */
export const pastOf = kept((register: Register): Past | undefined => {
  const decision = register.decisions?.['publish']
  if (!decision) return undefined
  const move = decision.moves.publish
  const state = Object.values(register.states).find(({ moves }) => Object.hasOwn(moves, move))?.moves[move]
  const { documentNo, documentTitle, documentDate, countsOn } = decision.writes
  if (state === undefined) return undefined
  const fields = [documentNo, documentTitle, documentDate, ...(countsOn === undefined ? [] : [countsOn])]
  return { state, move, documentNo, documentDate, countsOn, fields }
})

/** The fields of a register as a sheet of old entries has them: with those of the document, and the state. */
export const fieldsOfPast = kept((register: Register): Readonly<Record<string, FieldDefinition>> => {
  const past = pastOf(register)
  if (!past) return register.fields
  const { label } = register.states[past.state]!
  return { ...register.fields, [STATE_FIELD]: { kind: 'choice', label: STATE_LABEL, codes: { [past.state]: label } } }
})

const STATE_LABEL: Words = { zh: '办理状态', en: 'State' }

/** What limits the days of old documents. */
export interface PastLimits {
  readonly past: Past
  /** The day of the register's first act of its own; from it on everything is recorded when it happens. */
  readonly firstOwnDay: string | undefined
}

export async function pastLimits(reader: Reader, store: Store, register: Register): Promise<PastLimits | undefined> {
  const past = pastOf(register)
  if (!past) return undefined
  const text = `select (min(event.at) at time zone $2)::date::text as day from ${engineTable(store, 'event_entry')} act
    join ${engineTable(store, 'event')} event on event.id = act.event where act.register = $1 and act.act <> '${PAST_ACT}'`
  const [found] = await ask(reader, text, [register.name, store.timeZone])
  return { past, firstOwnDay: (found?.['day'] as string | null) ?? undefined }
}

const openSchema = kept((register: Register) => createSchema(register))

/** Makes an old entry, recorded at the end of its document's day; what stands against it otherwise. */
export function makePast(
  call: Call,
  register: Register,
  { past, firstOwnDay }: PastLimits,
  given: Row,
  onMade: (id: string) => void,
): readonly CellFault[] {
  const values = { ...given, ...(past.countsOn !== undefined && { [past.countsOn]: given[past.countsOn] ?? given[past.documentDate] }) }
  const open = Object.fromEntries(Object.entries(given).filter(([field]) => field !== STATE_FIELD && !past.fields.includes(field)))
  const { data, error } = openSchema(register).safeParse(open, { reportInput: true })
  const faults = [
    ...(error ? faultsFrom(error, register) : []),
    ...documentFaults(register, past, values),
    ...dayFaults(call, register, past, values, firstOwnDay),
  ]
  if (faults.length > 0) return faults
  const { store } = call.facts
  const day = String(values[past.documentDate])
  const document = Object.fromEntries(past.fields.map((field) => [field, values[field] ?? null]))
  return faultsOf(register, () => {
    const how = { state: past.state, right: past.move, day, recordedAt: endOfDay(day, store.timeZone) }
    onMade(call.recordPast(register, { ...data, ...document }, how))
    refuseMarksIn(register, undefined, values)
  })
}

function documentFaults(register: Register, past: Past, values: Row): readonly CellFault[] {
  const needed = [past.documentNo, past.documentDate].filter((field) => !isFilled(values[field]))
  const wrong = past.fields.flatMap((field) => {
    const definition = register.fields[field]!
    const { error } = isFilled(values[field]) ? kindOf(definition).schema(definition).safeParse(values[field]) : {}
    return error ? faultsFrom(error).map((fault) => ({ ...fault, path: field, label: definition.label })) : []
  })
  const state = isFilled(values[STATE_FIELD]) ? [] : [{ path: STATE_FIELD, label: STATE_LABEL, message: NEEDED }]
  return [...needed.map((path) => ({ path, label: register.fields[path]!.label, message: NEEDED })), ...wrong, ...state]
}

const NEEDED: Words = {
  zh: '历史导入必须填写：以公布文件的文号、日期和当时的状态为准',
  en: 'must be filled in: an old entry rests on the number and date of its document and the state it had',
}

function dayFaults({ today }: Call, register: Register, past: Past, values: Row, firstOwnDay: string | undefined): readonly CellFault[] {
  const days = [past.documentDate, ...(past.countsOn === undefined ? [] : [past.countsOn])]
  const late = days.filter((field) => String(values[field] ?? '') > today)
  const future = late.map((path) => ({ path, label: register.fields[path]!.label, message: IN_FUTURE }))
  const day = values[past.documentDate]
  if (late.length > 0 || firstOwnDay === undefined || typeof day !== 'string' || day < firstOwnDay) return future
  return [
    {
      path: past.documentDate,
      label: register.fields[past.documentDate]!.label,
      message: {
        zh: `本台账自 ${firstOwnDay} 起已在系统中登记，此后的文件须按流程办理，不能作历史导入`,
        en: `this register has been kept here since ${firstOwnDay}; documents from that day on take their course and are no history`,
      },
    },
  ]
}

const IN_FUTURE: Words = { zh: '晚于今日，历史导入不能登记将来的日期', en: 'is after today; history has no days to come' }
