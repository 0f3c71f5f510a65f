import { z } from 'zod'
import type { Row } from '#engine/access/holds.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { isOpen, merge, takenFrom } from '#engine/transfer/merge.ts'
import type { Call } from './call.ts'
import { type Command, command } from './command.ts'
import { engineTable, type Store } from './context.ts'
import { type PastLimits, pastLimits } from './import-history.ts'
import { pastVersions } from './import-identity.ts'
import { faultsOfChange } from './import-judge.ts'
import { type Judged, stillHolds } from './import-judged.ts'
import { madeNew, overtaken, triedNew } from './import-new.ts'
import type { RowRange } from './import-range.ts'
import { enter, waitingReady } from './import-ready.ts'
import { type ImportRow, type Settled, settleRows, waitingRanges, waitingRows, waitingRowsAnew } from './import-rows.ts'
import { openedRow } from './import-sealing.ts'
import { takeTurn } from './import-turn.ts'
import { kept } from './kept.ts'
import { ask, clientReader, lockEntries, type Reader } from './read.ts'
import { Refused } from './refused.ts'
import { opened } from './rows.ts'

interface SetInput {
  readonly import: string
  /** Rows after the first number, up to the second. */
  readonly after: number
  readonly upTo: number
  /** Whether rows that cannot go in are left out, or stand against all of them. */
  readonly leaveOut: boolean
}

export interface SetDone {
  readonly applied: number
  readonly wrong: number
}

/**
 * Puts a set of rows of an import in: new entries and changed ones in one event, and what became of each row in the same
 * transaction, so that a process that dies leaves a set done or not begun.
 */
export const importSet = kept(
  (register: Register): Command<SetInput, SetDone> =>
    command({
      name: 'entry.import-set',
      about: register.name,
      label: { zh: `导入${register.title.zh}`, en: `Import ${register.title.en}` },
      input: z.strictObject({ import: z.uuid(), after: z.int(), upTo: z.int(), leaveOut: z.boolean() }),
      right: { always: true },
      async run(call, { import: id, after, upTo, leaveOut }) {
        const { store, client } = call.facts
        const putting = await begun(call, register, id)
        if (leaveOut) {
          // Not waited for on the disk: that the import is done is, and comes behind its sets in the log; until then they would be put in anew.
          const unhurried = ask(clientReader(client), 'set local synchronous_commit = off', [])
          const [, done] = await Promise.all([unhurried, putIn(putting, { after, upTo })])
          return doneIn(done)
        }
        // A set after the other in one transaction: no more than one of them is held, however many rows there are.
        const wrong: Settled[] = []
        let applied = 0
        for (const range of await waitingRanges(clientReader(client), store, id, IN_A_SET)) {
          const done = await putIn(putting, range)
          wrong.push(...standingAgainst(done.settled))
          applied += doneIn(done).applied
          if (await isCancelled(clientReader(client), store, id)) throw new Refused(cancelled())
        }
        if (wrong.length > 0) throw new Refused(notAllIn(wrong))
        return { applied, wrong: 0 }
      },
    }),
)

/** Rows of one set: the event of a set stays readable and its locks short. */
export const IN_A_SET = 500

/** An import whose rows are being put in. */
interface PuttingIn {
  readonly call: Call
  readonly register: Register
  readonly id: string
  readonly why: string
  readonly past: PastLimits | undefined
  /** Whether the rows that were made ready go in as they are, or everything is judged anew. */
  readonly stands: boolean
}

async function begun(call: Call, register: Register, id: string): Promise<PuttingIn> {
  const { client, store } = call.facts
  const reader = clientReader(client)
  const { name, isPast, judged } = await whence(reader, store, id)
  const why = isPast ? `历史导入“${name}”` : `导入“${name}”`
  call.because(why)
  const past = isPast ? await pastLimits(reader, store, register) : undefined
  return { call, register, id, why, past, stands: await stillHolds(call, register, judged) }
}

interface PutIn {
  readonly settled: readonly Settled[]
  /** How many rows went in as they were made ready. */
  readonly entered: number
}

async function putIn({ call, register, id, why, past, stands }: PuttingIn, range: RowRange): Promise<PutIn> {
  const { client, store } = call.facts
  const reader = clientReader(client)
  const [rows, ready] = await Promise.all([
    stands ? waitingRows(reader, store, id, range) : waitingRowsAnew(reader, store, register, id, range),
    stands ? waitingReady(reader, store, id, range) : [],
  ])
  // What needs nothing but the rows is done before anything is waited for.
  const fresh = triedNew(call, register, rows, past)
  const waiting = await takeTurn(reader, store, { register: register.name, import: id, range })
  const [left, own] = [rows.filter(({ row }) => waiting.has(row)), ready.filter(({ row }) => waiting.has(row))]
  const late = await overtaken(call, register, own)
  const entering = own.filter(({ row }) => !late.has(row)).map(({ row }) => row)
  if (entering.length > 0) {
    call.note(why)
    await enter(call, register, id, entering)
  }
  const settled = [...late.values(), ...(await madeNew(call, register, left, fresh)), ...(await makeChanges(call, register, left))]
  const was = [...left, ...[...late.keys()].map((row) => ({ row, outcome: 'new' as const }))]
  await settleRows(reader, store, id, { was, rows: settled, entered: entering.length })
  return { settled, entered: entering.length }
}

function standingAgainst(settled: readonly Settled[]): readonly Settled[] {
  return settled.filter(({ faults, outcome }) => faults.length > 0 || outcome === 'conflict')
}

function doneIn({ settled, entered }: PutIn): SetDone {
  return { applied: entered + settled.filter(({ applied }) => applied).length, wrong: standingAgainst(settled).length }
}

/** Asked by the person since this set began: the statement sees what others have committed meanwhile. */
async function isCancelled(reader: Reader, store: Store, id: string): Promise<boolean> {
  const [found] = await ask(reader, `select cancel_asked from ${engineTable(store, 'import')} where id = $1`, [id])
  return found?.['cancel_asked'] === true
}

/** Of an import that was stopped before all its rows were in. */
export const CANCELLED = 'import.cancelled'

function cancelled(): Refusal {
  return refuse('state', CANCELLED, '已按要求停止，没有写入任何内容', 'stopped as asked for; nothing was written')
}

/** Where the entries come from, for their history, and by what they were judged. */
async function whence(
  reader: Reader,
  store: Store,
  id: string,
): Promise<{ readonly name: string; readonly isPast: boolean; readonly judged: Judged | null }> {
  const [found] = await ask(reader, `select file_name as name, history, judged from ${engineTable(store, 'import')} where id = $1`, [id])
  return { name: String(found?.['name']), isPast: found?.['history'] === true, judged: (found?.['judged'] as Judged | null) ?? null }
}

const NAMED = 5

function notAllIn(wrong: readonly Settled[]): Refusal {
  const listed = (language: 'zh' | 'en') =>
    wrong
      .slice(0, NAMED)
      .map(({ row, faults }) => `${row}: ${faults[0]?.message[language] ?? CHANGED_SINCE[language]}`)
      .join('; ')
  return refuse(
    'invalid',
    'import.rows-refused',
    `预览之后有 ${wrong.length} 行不能再导入，全部未导入：${listed('zh')}`,
    `${wrong.length} rows cannot go in any more since the preview, so none did: ${listed('en')}`,
  )
}

const CHANGED_SINCE = { zh: '他人已修改，请重新预览', en: 'somebody has changed it; preview again' }

async function makeChanges(call: Call, register: Register, all: readonly ImportRow[]): Promise<readonly Settled[]> {
  const rows = all.filter(({ outcome }) => outcome === 'changed').map((row) => openedRow(call, register, row))
  if (rows.length === 0) return []
  const { client, store } = call.facts
  const locked = await lockEntries(
    client,
    store,
    register,
    rows.map(({ entry }) => String(entry)),
  )
  const now = new Map(locked.map((row) => [String(row['id']), row]))
  const overtaken = rows.filter(({ entry, version }) => Number(now.get(String(entry))?.['version']) > Number(version))
  const past = await pastVersions(
    clientReader(client),
    store,
    register,
    overtaken.map(({ entry, version }) => ({ id: String(entry), version: Number(version) })),
  )
  return rows.map((row) => change(call, register, row, { now: now.get(String(row.entry)), was: past.get(`${row.entry} ${row.version}`) }))
}

/** A field that somebody changed since the preview, too, is left to a person; all others go in. */
function change(
  call: Call,
  register: Register,
  row: ImportRow,
  { now, was }: { readonly now: Row | undefined; readonly was: Row | undefined },
): Settled {
  const settled = { row: row.row, entry: row.entry, version: row.version }
  if (!now) return { ...settled, outcome: 'wrong', faults: [{ path: '', message: GONE }], applied: false }
  const { secrets } = call.facts.store
  const present = opened(register, now, secrets)
  const changes = merge(register, { given: takenFrom(row.changes), now: present, was: was ? opened(register, was, secrets) : present })
  if (isOpen(changes)) return { ...settled, outcome: 'conflict', faults: [{ path: '', message: CHANGED_SINCE }], applied: false }
  if (changes.length === 0) return { ...settled, outcome: 'unchanged', faults: [], applied: false }
  const faults = faultsOfChange(call, register, now, takenFrom(changes))
  if (faults.length > 0) return { ...settled, outcome: 'wrong', faults, applied: false }
  return { ...settled, outcome: 'changed', version: Number(now['version']) + 1, faults: [], applied: true }
}

const GONE = { zh: '记录已不存在', en: 'the entry is gone' }
