import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ShippedPack } from '#engine/store/context.ts'
import { PACK_FILES, type Pack, packHead, packSchema } from '#modules/programmes/index.ts'

const HEAD = 'pack'

/** Reads a pack's folder as one pack; what is wrong is told with its place. */
export async function readPack(folder: string): Promise<{ readonly pack: Pack } | { readonly faults: readonly string[] }> {
  const broken: string[] = []
  const json = async (file: string): Promise<unknown> => {
    const text = await readFile(join(folder, `${file}.json`), 'utf8')
    try {
      return JSON.parse(text) as unknown
    } catch {
      broken.push(`${file}.json: 不是有效的 JSON | not valid JSON`)
      return undefined
    }
  }
  const head = (await json(HEAD)) as object // checked whole below
  // Packs of before 1.1 have no areas and crosswalks; which file may be missing is the schema's to say.
  const there = new Set(await readdir(folder))
  const files = Object.entries(PACK_FILES).filter(([, file]) => there.has(`${file}.json`))
  const lists = await Promise.all(files.map(async ([list, file]) => [list, await json(file)] as const))
  if (broken.length > 0) return { faults: broken }
  const { data, error } = packSchema.safeParse({ ...head, ...Object.fromEntries(lists) })
  return data ? { pack: data } : { faults: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
}

/** The packs that come with the program: every folder with a head in it. A pack with faults is told of, and hides no other. */
export async function shippedPacks(root: string): Promise<readonly ShippedPack[]> {
  const home = join(root, 'packs')
  const found = (await readdir(home, { withFileTypes: true })).filter((each) => each.isDirectory()).map(({ name }) => name)
  const packs = await Promise.all(
    found.toSorted().map(async (folder) => {
      const names = await readdir(join(home, folder))
      return names.includes(`${HEAD}.json`) ? [{ folder, ...(await readPack(join(home, folder))) }] : []
    }),
  )
  return packs.flat()
}

/** Writes a pack as a folder of JSON files that people can read and correct. */
export async function writePack(folder: string, pack: Pack): Promise<void> {
  await mkdir(folder, { recursive: true })
  const write = async (file: string, value: unknown) => await writeFile(join(folder, `${file}.json`), `${JSON.stringify(value, null, 2)}\n`)
  await write(HEAD, packHead.parse(Object.fromEntries(Object.keys(packHead.shape).map((name) => [name, pack[name as keyof Pack]])))) // names of the head's own fields
  for (const [list, file] of Object.entries(PACK_FILES)) await write(file, pack[list as keyof typeof PACK_FILES]) // its own keys
}

/** The JSON schema of a pack's files, for editors: one property for each file, and the head's fields in `pack.json`. */
export function packJsonSchema(): string {
  const shapes = Object.entries(PACK_FILES).map(([list, file]) => [file, packSchema.shape[list as keyof typeof PACK_FILES]] as const) // its own keys
  const files = z.object({ [HEAD]: packHead, ...Object.fromEntries(shapes) })
  return `${JSON.stringify(z.toJSONSchema(files, { io: 'input' }), null, 2)}\n`
}
