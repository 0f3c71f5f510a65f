import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { execute } from './command.ts'
import { engineTable, type Store } from './context.ts'
import { asFaults } from './import-faults.ts'
import { type ImportRow, settleRows, waitingNumbers } from './import-rows.ts'
import { importSet } from './import-set.ts'
import type { Import } from './imports.ts'
import { ask, poolReader } from './read.ts'

/** What an applying process does between two sets: prolongs its lease, and looks whether it was asked to stop. */
export type BetweenSets = () => Promise<'go on' | 'stop'>

/** Rows of one set: the event of a set stays readable and its locks short. */
const IN_A_SET = 1_000

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
  if (kept.mode === 'all') return await applyAll(store, register, actor, kept)
  let after = 0
  for (;;) {
    const rows = await waitingNumbers(poolReader(store), store, kept.id, { after, limit: IN_A_SET })
    if (rows.length === 0) return 'done'
    if ((await between()) === 'stop') return 'cancelled'
    await applySet({ store, register, actor, kept }, { after, rows })
    after = rows.at(-1)!.row
  }
}

type Waiting = Pick<ImportRow, 'row' | 'outcome'>

interface Applying {
  readonly store: Store
  readonly register: Register
  readonly actor: Actor
  readonly kept: Import
}

async function applySet(applying: Applying, { after, rows }: { readonly after: number; readonly rows: readonly Waiting[] }): Promise<void> {
  const { store, register, actor, kept } = applying
  const input = { import: kept.id, after, upTo: rows.at(-1)!.row, leaveOut: true }
  const outcome = await execute(store, importSet(register), { actor, request: kept.request }, input)
  if (outcome.ok) return
  if (rows.length === 1) {
    const wrong = {
      row: rows[0]!.row,
      outcome: 'wrong' as const,
      entry: null,
      version: null,
      faults: asFaults(register, outcome),
      applied: false,
    }
    await settleRows(poolReader(store), store, kept.id, { was: rows, rows: [wrong] })
    return
  }
  const middle = Math.ceil(rows.length / 2)
  await applySet(applying, { after, rows: rows.slice(0, middle) })
  await applySet(applying, { after: rows[middle - 1]!.row, rows: rows.slice(middle) })
}

async function applyAll(store: Store, register: Register, actor: Actor, kept: Import): Promise<'done' | Words> {
  const [last] = await ask(poolReader(store), `select max(row) as row from ${engineTable(store, 'import_row')} where import = $1`, [
    kept.id,
  ])
  const input = { import: kept.id, after: 0, upTo: Number(last?.['row'] ?? 0), leaveOut: false }
  const outcome = await execute(store, importSet(register), { actor, request: kept.request }, input)
  return outcome.ok ? 'done' : outcome.words
}
