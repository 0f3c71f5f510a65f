import type { Row } from '#engine/access/holds.ts'
import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import { applyImport, cancelImport, startImport } from '#engine/store/import-acts.ts'
import { errorWorkbook } from '#engine/store/import-errors.ts'
import { readImport } from '#engine/store/import-file.ts'
import { givenAgain } from '#engine/store/import-ready.ts'
import { previewRows } from '#engine/store/import-rows.ts'
import { type ImportWork, workOnImport } from '#engine/store/import-work.ts'
import { type Import, type ImportMode, importOf } from '#engine/store/imports.ts'
import { poolReader } from '#engine/store/read.ts'
import { holderOf } from '#modules/directory/index.ts'
import { must, type World } from './world.ts'

/** Imports as a story tells them: a file handed in, its preview, and what became of it. */
export interface Importing {
  /** What the worker is given; a story may make it end early. */
  work(): ImportWork
  /** Works until nothing waits. */
  settled(): Promise<void>
  /** Hands a file in and waits for its preview. */
  uploaded(who: string, bytes: Uint8Array, name?: string, register?: string, more?: { readonly history: boolean }): Promise<string>
  rows(id: string): ReturnType<typeof previewRows>
  applied(who: string, id: string, mode?: ImportMode): Promise<Import | Refusal>
  cancelled(who: string, id: string): Promise<Import | Refusal>
  of(who: string, id: string): Promise<Import>
  /** The workbook of wrong rows. */
  errors(who: string, id: string): Promise<Uint8Array>
  /** A technology of Kunshan made by hand, in its first version. */
  made(who: string, values: object): Promise<{ readonly entry: string }>
}

export function importing(world: World): Importing {
  const { store } = world
  const work = (): ImportWork => ({
    store,
    isStopped: () => false,
    actorOf: (person, post) => holderOf(store, person, post),
    read: (kept, actor, between) => readImport(store, kept, actor, between),
  })
  const given = (who: string) => ({ actor: world.as(who), request: 'test' })
  const settled = async () => {
    while (await workOnImport(work()));
  }
  const of = async (who: string, id: string) => sound(await importOf(store, world.as(who), id))
  return {
    work,
    settled,
    of,
    rows: (id) => rowsOf(world, id),
    async uploaded(who, bytes, name = '台账.xlsx', register = 'technology', more = { history: false }) {
      const file = await world.upload(who, name, bytes)
      const { sha256 } = file
      const id = await must(startImport(store, given(who), store.catalogue.need(register), { sha256, name, ...more }))
      await settled()
      return id
    },
    async applied(who, id, mode = 'good') {
      const asked = await applyImport(store, given(who), id, mode)
      if (isRefusal(asked)) return asked
      await settled()
      return await importOf(store, world.as(who), id)
    },
    cancelled: (who, id) => cancelImport(store, given(who), id),
    async errors(who, id) {
      const chunks: Uint8Array[] = []
      for await (const chunk of sound(await errorWorkbook(store, await of(who, id)))) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    async made(who, values) {
      const { row } = await must(world.create(who, 'technology', { area: '320583', ...values }))
      return { entry: String(row['id']) }
    },
  }
}

/** What a ready row gives is kept as it will stand in its register. */
async function rowsOf(world: World, id: string): ReturnType<typeof previewRows> {
  const { store } = world
  const rows = await previewRows(poolReader(store), store, id, { after: 0, limit: null })
  const ready = await world.sql(
    'select row, columns, register from {{schema}}.import_ready join {{schema}}.import on import.id = import_ready.import where import = $1',
    [id],
  )
  const found = new Map(
    ready.map((each) => [each['row'], givenAgain(store.catalogue.need(String(each['register'])), each['columns'] as Row)]),
  )
  return rows.map((row) => ({ ...row, given: found.get(row.row) ?? row.given }))
}

function sound<Answer extends object>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.words.zh}`)
  return answer
}
