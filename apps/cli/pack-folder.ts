import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PACK_FILES, type Pack, packHead, packSchema } from '#modules/programmes/index.ts'

/** Reads a pack's folder as one pack; what is wrong is told with its place. */
export async function readPack(folder: string): Promise<{ readonly pack: Pack } | { readonly faults: readonly string[] }> {
  const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(folder, `${file}.json`), 'utf8')) as unknown
  const head = (await json('pack')) as object // checked whole below
  // Packs of before 1.1 have no areas and crosswalks; which file may be missing is the schema's to say.
  const there = new Set(await readdir(folder))
  const files = Object.entries(PACK_FILES).filter(([, file]) => there.has(`${file}.json`))
  const lists = await Promise.all(files.map(async ([list, file]) => [list, await json(file)] as const))
  const { data, error } = packSchema.safeParse({ ...head, ...Object.fromEntries(lists) })
  return data ? { pack: data } : { faults: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
}

/** Writes a pack as a folder of JSON files that people can read and correct. */
export async function writePack(folder: string, pack: Pack): Promise<void> {
  await mkdir(folder, { recursive: true })
  const write = async (file: string, value: unknown) => await writeFile(join(folder, `${file}.json`), `${JSON.stringify(value, null, 2)}\n`)
  await write('pack', packHead.parse(Object.fromEntries(Object.keys(packHead.shape).map((name) => [name, pack[name as keyof Pack]])))) // names of the head's own fields
  for (const [list, file] of Object.entries(PACK_FILES)) await write(file, pack[list as keyof typeof PACK_FILES]) // its own keys
}
