import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Register } from '#engine/define/register.ts'

/** What a module's index.ts shows to the program: its registers, commands and queries. */
export interface Door {
  readonly module: string
  readonly registers: readonly Register[]
  readonly commands: readonly string[]
  readonly queries: readonly string[]
}

const named = z.object({ name: z.string() }).transform(({ name }) => name)
const register = z.custom<Register>((value) => typeof value === 'object' && value !== null && 'fields' in value && 'states' in value)
const shape = z.object({ registers: z.array(register), commands: z.array(named), queries: z.array(named) })

/** The doors of every module there is, by folder; a module without the object of its own name fails. */
export async function readDoors(root: string): Promise<readonly Door[]> {
  const folders = readdirSync(join(root, 'modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return await Promise.all(folders.map(({ name }) => readDoor(root, name)))
}

async function readDoor(root: string, module: string): Promise<Door> {
  const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(root, 'modules', module, 'index.ts')).href)
  return { module, ...shape.parse(exported[module]) }
}
