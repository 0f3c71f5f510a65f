import type { Row } from '#engine/access/holds.ts'
import type { Register, ValuesOf } from '#engine/define/register.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { createSchema } from '#engine/derive/schema.ts'
import type { Call } from './call.ts'
import { faultsOf } from './import-faults.ts'
import { makePast, type PastLimits } from './import-history.ts'
import { entriesKnownBy, identitiesOf } from './import-identity.ts'
import type { WaitingReady } from './import-ready.ts'
import { type CellFault, entriesOfContent, type ImportRow, type Settled } from './import-rows.ts'
import { openedRow } from './import-sealing.ts'
import { kept } from './kept.ts'
import { clientReader } from './read.ts'

const schemaOf = kept((register: Register) => createSchema(register))

/** A row that was made in thought, and what it is known by. */
interface Tried {
  readonly row: ImportRow
  readonly settled: Settled
  readonly identities: readonly string[]
}

/** Makes the new entries; nothing is written before the command ends, so any of them can still be left out. */
export function triedNew(call: Call, register: Register, all: readonly ImportRow[], past: PastLimits | undefined): readonly Tried[] {
  const rows = all.filter(({ outcome }) => outcome === 'new').map((row) => openedRow(call, register, row))
  return rows.map((row) => {
    let entry = ''
    const onMade = (id: string) => {
      entry = id
    }
    const faults = past ? makePast(call, register, past, row.given, onMade) : makeOne(call, register, row.given, onMade)
    const settled: Settled =
      faults.length > 0
        ? { row: row.row, outcome: 'wrong', entry: null, version: null, faults, applied: false }
        : { row: row.row, outcome: 'new', entry, version: 1, faults: [], applied: true }
    return { row, settled, identities: identitiesOf(register, row.given) }
  })
}

/** The new entries without those that somebody else has made since the preview, or the process that was taken for dead. */
export async function madeNew(
  call: Call,
  register: Register,
  left: readonly ImportRow[],
  tried: readonly Tried[],
): Promise<readonly Settled[]> {
  const waiting = new Set(left.map(({ row }) => row))
  const [own, gone] = [tried.filter(({ row }) => waiting.has(row.row)), tried.filter(({ row }) => !waiting.has(row.row))]
  const known = own.map(({ row: { content }, identities }) => ({ content, identities }))
  const made = own.length > 0 ? await madeMeanwhile(call, register, known) : () => undefined
  const settled = own.map((each, at): Settled => {
    const there = made(known[at]!)
    return there ? { ...there, row: each.row.row } : each.settled
  })
  const without = [...gone, ...own.filter(({ settled: { entry } }, at) => entry !== settled[at]!.entry)]
  call.leaveOut(without.flatMap(({ settled: { entry } }) => (entry === null ? [] : [entry])))
  return settled
}

function makeOne(call: Call, register: Register, given: Row, onMade: (id: string) => void): readonly CellFault[] {
  const { data, error } = schemaOf(register).safeParse(given, { reportInput: true })
  if (error) return faultsFrom(error, register)
  return faultsOf(register, () => onMade(String(call.create(register, [data as ValuesOf<Register>])[0])))
}

type KnownBy = Pick<WaitingReady, 'content' | 'identities'>

/** Entries that another import, or a person, has made since the preview and that a row would make again. */
async function madeMeanwhile(call: Call, register: Register, rows: readonly KnownBy[]) {
  const { client, store, actor } = call.facts
  const reader = clientReader(client)
  const contents = rows.map(({ content }) => content)
  const [same, known] = await Promise.all([
    entriesOfContent(reader, store, register.name, contents),
    entriesKnownBy(
      reader,
      { store, register, actor },
      rows.flatMap(({ identities }) => identities),
    ),
  ])
  return ({ content, identities }: KnownBy): Omit<Settled, 'row'> | undefined => {
    const done = same.get(content)
    if (done) return { outcome: 'unchanged', entry: done.entry, version: done.version, faults: [], applied: false }
    const alike = identities.flatMap((each) => known.get(each) ?? [])[0]
    if (alike === undefined) return undefined
    return { outcome: 'wrong', entry: alike, version: null, faults: [MADE_MEANWHILE], applied: false }
  }
}

const MADE_MEANWHILE: CellFault = {
  path: '',
  message: {
    zh: '预览之后已有人录入同一条记录，请重新上传以对照修改',
    en: 'the same entry was made since the preview; upload again to compare',
  },
}

/** Ready rows that somebody else has made since, by row. */
export async function overtaken(call: Call, register: Register, rows: readonly WaitingReady[]): Promise<ReadonlyMap<number, Settled>> {
  if (rows.length === 0) return new Map()
  const made = await madeMeanwhile(call, register, rows)
  return new Map(
    rows.flatMap((each) => {
      const there = made(each)
      return there ? [[each.row, { ...there, row: each.row }] as const] : []
    }),
  )
}
