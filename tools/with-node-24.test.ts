import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const BOOTSTRAP = join(import.meta.dirname, 'with-node-24.mjs')
const folder = mkdtempSync(join(tmpdir(), 'lantu-bootstrap-'))

afterAll(() => rmSync(folder, { recursive: true }))

test('the exit code, the arguments and the folder of the person are kept, under Node 24', async () => {
  const { ended } = start(
    'console.log(process.versions.node.split(".")[0] >= 24, process.cwd(), process.argv.slice(2).join()); process.exit(7)',
  )

  expect(await ended).toEqual({ code: 7, output: `true ${folder} read,x.txt\n` })
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s reaches the program, which ends in its own way', async (signal) => {
  const { child, ended, ready } = start(`process.on('${signal}', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready')`)
  await ready
  child.kill(signal)

  expect((await ended).code).toBe(3)
})

test('a program that was killed is reported as shells do', async () => {
  const { ended } = start('process.kill(process.pid, "SIGKILL")')
  expect((await ended).code).toBe(137)
})

function start(program: string) {
  const file = join(folder, `program-${process.hrtime.bigint()}.mjs`)
  writeFileSync(file, program)
  const child = spawn(process.execPath, [BOOTSTRAP, file, 'read', 'x.txt'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      output += String(data)
      resolve()
    })
  })
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => child.on('close', (code) => resolve({ code, output })))
  return { child, ready, ended }
}
