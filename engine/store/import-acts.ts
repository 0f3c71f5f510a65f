import { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { newId } from '#platform/clock/id.ts'
import type { Call } from './call.ts'
import { command, execute, type Given, type Outcome } from './command.ts'
import { engineTable, type Store } from './context.ts'
import type { ImportCounts } from './import-counts.ts'
import { forgetReady } from './import-ready.ts'
import { type Import, type ImportMode, importOf, notReady } from './imports.ts'
import { ask, clientReader } from './read.ts'

/** Keeps a new import, to be read by the worker. */
export async function startImport(
  store: Store,
  given: Given,
  register: Register,
  file: { readonly sha256: string; readonly name: string; readonly history?: boolean },
): Promise<Outcome<string>> {
  const started = await execute(store, start, given, { register: register.name, ...file })
  ring(store)
  return started
}

/** Asks for the rows of the preview to be put in. */
export async function applyImport(store: Store, given: Given, id: string, mode: ImportMode): Promise<Import | Refusal> {
  return await acted(store, given, id, await execute(store, apply, given, { import: id, mode }))
}

/** Stops an import: at once while nothing is put in, else between two sets; what is in stays in. */
export async function cancelImport(store: Store, given: Given, id: string): Promise<Import | Refusal> {
  return await acted(store, given, id, await execute(store, cancel, given, { import: id }))
}

async function acted(store: Store, { actor }: Given, id: string, outcome: Outcome<true>): Promise<Import | Refusal> {
  if (!outcome.ok) return outcome
  ring(store)
  return await importOf(store, actor, id)
}

const NAMED = { import: z.uuid() }
const ANYBODY = { always: true }

/** Who may hand in what is looked at by the route, and by every row. */
const start = command({
  name: 'entry.import-start',
  label: { zh: '上传待导入的表', en: 'Hand in a sheet' },
  input: z.strictObject({ register: z.string(), sha256: z.string(), name: z.string(), history: z.boolean().default(false) }),
  right: ANYBODY,
  async run(call, { register, sha256, name, history }) {
    const { store, client, actor, request, now } = call.facts
    const id = newId(store.clock)
    const text = `insert into ${engineTable(store, 'import')} (id, register, file_sha256, file_name, person, post, request, history, state, created_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $9, 'reading', $8, $8)`
    await ask(clientReader(client), text, [id, register, sha256, name, actor.person, actor.post, request, now, history])
    call.note(`${store.catalogue.need(register).title.zh}：上传“${name}”${history ? '作历史导入' : ''}`)
    return id
  },
})

const apply = command({
  name: 'entry.import-apply',
  label: { zh: '导入', en: 'Import' },
  input: z.strictObject({ ...NAMED, mode: z.enum(['good', 'all']) }),
  right: ANYBODY,
  async run(call, { import: id, mode }) {
    const { store } = call.facts
    const found = await lockedImport(call, id)
    if (isRefusal(found)) return found
    if (found.state !== 'ready') return notReady(found)
    const { counts } = found
    if (counts.new + counts.changed === 0)
      return refuse(
        'state',
        'import.nothing-to-do',
        '没有可导入的行：都未变化或都有问题',
        'no row can be put in: all are unchanged or wrong',
      )
    if (mode === 'all' && counts.wrong + counts.conflict > 0) return notAll(counts)
    const text = `update ${engineTable(store, 'import')} set state = 'applying', mode = $2, cancel_asked = false, changed_at = $3 where id = $1`
    await ask(clientReader(call.facts.client), text, [id, mode, call.facts.now])
    const how = mode === 'all' ? '全部导入' : '导入无误的行'
    call.note(`${titleOf(call, found)}：${how}，“${found.fileName}”新增 ${counts.new} 行、修改 ${counts.changed} 行`)
    return true as const
  },
})

const cancel = command({
  name: 'entry.import-cancel',
  label: { zh: '停止导入', en: 'Stop an import' },
  input: z.strictObject(NAMED),
  right: ANYBODY,
  async run(call, { import: id }) {
    const { store, client, now } = call.facts
    const found = await lockedImport(call, id)
    if (isRefusal(found)) return found
    const text = `update ${engineTable(store, 'import')} set cancel_asked = true, state = case when state = 'ready' then 'cancelled' else state end, changed_at = $2
      where id = $1 and state in ('reading', 'ready', 'applying') returning state`
    const stopped = await ask(clientReader(client), text, [id, now])
    if (stopped[0]?.['state'] === 'cancelled') await forgetReady(clientReader(client), store, id)
    if (stopped.length > 0) call.note(`${titleOf(call, found)}：停止导入“${found.fileName}”`)
    return true as const
  },
})

/** Locked, so that of two who act at once the second sees what the first did. */
async function lockedImport(call: Call, id: string): Promise<Import | Refusal> {
  const { store, client, actor } = call.facts
  await ask(clientReader(client), `select id from ${engineTable(store, 'import')} where id = $1 for update`, [id])
  return await importOf(store, actor, id, clientReader(client))
}

function titleOf({ facts: { store } }: Call, { register }: Import): string {
  return store.catalogue.need(register).title.zh
}

function notAll({ wrong, conflict }: ImportCounts): Refusal {
  return refuse(
    'state',
    'import.not-all-good',
    `有 ${wrong} 行有误、${conflict} 行待选择，不能全部导入；请改正后重新上传，或选择只导入无误的行`,
    `${wrong} rows are wrong and ${conflict} wait for a choice, so not all can go in; mend and upload again, or put in the good ones only`,
  )
}

const bells = new WeakMap<object, Set<() => void>>()

/** Told at once of imports that wait, by requests of this very process; other processes look every few seconds. */
export function onImport(database: object, listener: () => void): () => void {
  const listeners = bells.get(database) ?? new Set()
  bells.set(database, listeners.add(listener))
  return () => void listeners.delete(listener)
}

function ring({ database }: Store): void {
  for (const listener of bells.get(database) ?? []) listener()
}
