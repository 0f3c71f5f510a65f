import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { execute } from './command.ts'
import { engineTable, type Store } from './context.ts'
import { asFaults } from './import-faults.ts'
import type { RowRange } from './import-range.ts'
import { settleRows, waitingNumbers, waitingRanges } from './import-rows.ts'
import { CANCELLED, IN_A_SET, importSet } from './import-set.ts'
import type { Import } from './imports.ts'
import { ask, poolReader } from './read.ts'

/** What an applying process does between two sets: prolongs its lease, and looks whether it was asked to stop. */
export type BetweenSets = () => Promise<'go on' | 'stop'>

/** How many sets are put in at a time: the indexes of a register take most of the time, and each set has a PostgreSQL process of its own for them. */
const AT_A_TIME = 2

/**
 * Puts in what the preview promised. Good ones go set by set; a set that is refused as a whole is halved until the row that
 * stands against it is alone. All of them together go in one transaction.
 */
export async function applyRows(
  store: Store,
  register: Register,
  actor: Actor,
  kept: Import,
  between: BetweenSets,
): Promise<'done' | 'cancelled' | Words> {
  if (kept.mode === 'all') return await prolonged(between, applyAll(store, register, actor, kept))
  const applying = { store, register, actor, kept }
  const underWay: Promise<void>[] = []
  try {
    for (const range of await waitingRanges(poolReader(store), store, kept.id, IN_A_SET)) {
      if ((await between()) === 'stop') return 'cancelled'
      underWay.push(begun(applySet(applying, range)))
      if (underWay.length >= AT_A_TIME) await underWay.shift()
    }
    for (const set of underWay) await set
  } finally {
    await Promise.allSettled(underWay)
  }
  return 'done'
}

/** What goes wrong is told to who awaits it, which may be later. */
function begun(work: Promise<void>): Promise<void> {
  work.catch(() => {})
  return work
}

interface Applying {
  readonly store: Store
  readonly register: Register
  readonly actor: Actor
  readonly kept: Import
}

async function applySet(applying: Applying, range: RowRange): Promise<void> {
  const { store, register, actor, kept } = applying
  const outcome = await execute(store, importSet(register), { actor, request: kept.request }, { import: kept.id, ...range, leaveOut: true })
  if (outcome.ok) return
  const rows = await waitingNumbers(poolReader(store), store, kept.id, range)
  if (rows.length > 1) {
    const middle = rows[Math.ceil(rows.length / 2) - 1]!.row
    await applySet(applying, { ...range, upTo: middle })
    await applySet(applying, { ...range, after: middle })
    return
  }
  const settled = rows.map(({ row }) => ({
    row,
    outcome: 'wrong' as const,
    entry: null,
    version: null,
    faults: asFaults(register, outcome),
    applied: false,
  }))
  await settleRows(poolReader(store), store, kept.id, { was: rows, rows: settled })
}

/** A third of the lease of an import, so that two may fail. */
const PROLONGED_EVERY_MS = 10_000

/** One transaction may take longer than the lease: it is prolonged meanwhile. Whether to stop is asked by the transaction itself. */
async function prolonged<Answer>(between: BetweenSets, work: Promise<Answer>): Promise<Answer> {
  const timer = setInterval(() => void between().catch(() => {}), PROLONGED_EVERY_MS)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

async function applyAll(store: Store, register: Register, actor: Actor, kept: Import): Promise<'done' | 'cancelled' | Words> {
  const [last] = await ask(poolReader(store), `select max(row) as row from ${engineTable(store, 'import_row')} where import = $1`, [
    kept.id,
  ])
  const input = { import: kept.id, after: 0, upTo: Number(last?.['row'] ?? 0), leaveOut: false }
  const outcome = await execute(store, importSet(register), { actor, request: kept.request }, input)
  if (outcome.ok) return 'done'
  return outcome.code === CANCELLED ? 'cancelled' : outcome.words
}
