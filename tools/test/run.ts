import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly root: string
  readonly environment?: Readonly<Record<string, string>>
  readonly minutes?: number
  /** Absent: shown as it comes. */
  readonly log?: string
}

/** Runs a program to its end, or until its time is up, and says whether it ended well. */
export async function succeeds({ program, args, root, environment, minutes = 15, log }: Command): Promise<boolean> {
  const output = log === undefined ? undefined : openSync(log, 'a')
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', output ?? 'inherit', output ?? 'inherit'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`, ...environment },
    timeout: minutes * 60_000,
  })
  const { promise, resolve } = Promise.withResolvers<boolean>()
  child.on('error', ({ message }) => {
    console.log(`${program}: ${message}`)
    resolve(false)
  })
  child.on('exit', (code, signal) => {
    if (signal !== null) console.log(`${program} was ended by ${signal} (it may run ${minutes} minutes).`)
    resolve(code === 0)
  })
  const ended = await promise
  if (output !== undefined) closeSync(output)
  return ended
}
