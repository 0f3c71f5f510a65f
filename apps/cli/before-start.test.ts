import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mustBeAbleToStart } from './before-start.ts'

const folder = mkdtempSync(join(tmpdir(), 'lantu-start-'))
const home = join(folder, 'home')
afterAll(() => rmSync(folder, { recursive: true }))

test('a free port and a folder that can be made are well', async () => {
  await mustBeAbleToStart({ home, host: '127.0.0.1', port: 0 })
})

test('a port that is taken is told with what to do, before anything is made', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0

  await expect(mustBeAbleToStart({ home, host: '127.0.0.1', port })).rejects.toThrow(`PORT: 端口 ${port} 已被占用`)
  await new Promise((resolve) => other.close(resolve))
})

test('a data folder that cannot be made, and an address of another machine, are told together', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')

  const starting = mustBeAbleToStart({ home: join(file, 'home'), host: '192.0.2.1', port: 0 })

  await expect(starting).rejects.toThrow(/LANTU_HOST: [^]*192\.0\.2\.1[^]*LANTU_HOME: [^]*ENOTDIR/)
})
