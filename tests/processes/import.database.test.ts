import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { ImportState } from '#contract/imports.ts'
import { bookOf } from '#tests/support/sheets.ts'
import { type Caller, startServer } from './server-process.ts'

const home = mkdtempSync(join(tmpdir(), 'lantu-import-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const SMALL = { LANTU_DEMONSTRATION: 'small' }
const ROWS = 5_000

test('kill -9 of the program and its database in the middle of an import: it goes on, nothing is doubled and nothing lost', {
  timeout: 300_000,
}, async () => {
  const titles = Array.from({ length: ROWS }, (_each, at) => `断电导入${at}`)
  const bytes = await bookOf(
    ['技术名称', '属地', '所属领域', '完成日期'],
    titles.map((title) => [title, '昆山市', '量子科技', '2026-03-01']),
  )
  const before = await startServer(home, SMALL)
  const clerk = await before.signIn('kunshan')
  const [first, second] = [await uploaded(clerk, bytes), await uploaded(clerk, bytes)]
  await until(clerk, first, ({ state }) => state === 'ready')
  await until(clerk, second, ({ state }) => state === 'ready')
  // Two imports of the same file at once, and the power goes while the first is under way.
  for (const id of [first, second]) expect((await clerk.call('POST', `/imports/${id}/apply`, { mode: 'good' })).status).toBe(200)
  const halfway = await until(clerk, first, ({ counts }) => counts.applied > 0)
  expect(halfway.counts.applied).toBeLessThan(ROWS)
  await before.cutPower()

  const after = await startServer(home)
  const again = await after.signIn('kunshan')
  const [one, two] = [await until(again, first, isOver), await until(again, second, isOver)]

  expect([one.state, two.state]).toEqual(['done', 'done'])
  expect(one.counts.applied + two.counts.applied).toBe(ROWS)
  expect([one, two].map(({ counts }) => counts.new + counts.unchanged)).toEqual([ROWS, ROWS])
  const found = await again.call('GET', `/registers/technology/entries?count=1&q=${encodeURIComponent('断电导入')}`)
  expect(((await found.json()) as { total: object }).total).toEqual({ exactly: ROWS })
  await after.interrupt()
})

const isOver = ({ state }: ImportState) => state === 'done' || state === 'failed'

async function uploaded(clerk: Caller, bytes: Uint8Array): Promise<string> {
  const answer = await clerk.upload('/registers/technology/imports', '台账.xlsx', bytes)
  expect(answer.status).toBe(201)
  return ((await answer.json()) as ImportState).id
}

async function until(clerk: Caller, id: string, holds: (state: ImportState) => boolean): Promise<ImportState> {
  for (let look = 0; look < 4_000; look++) {
    const state = (await (await clerk.call('GET', `/imports/${id}`)).json()) as ImportState
    if (holds(state)) return state
    await pause(20)
  }
  throw new Error(`the import ${id} does not come that far`)
}
