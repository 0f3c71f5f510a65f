import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { isReadFormat, READ_FORMATS, type ReadFormat } from '#apps/api/reading/formats.ts'
import { textOfFile } from '#modules/plans/index.ts'
import { readPlan } from '#policy-text/index.ts'
import { type Source, sourcesOf } from './sources.ts'

/** Where a command writes: the terminal in earnest, an array in tests. */
export interface CommandIo {
  out(text: string | Uint8Array): void
  err(text: string): void
}

export const EXIT = { ok: 0, unreadable: 1, usage: 2 } as const

const USAGE = `用法 Usage: lantu read FILE|-|DIR [--format json|md|xlsx|html] [-o PATH]
  FILE      txt、html、docx、pdf（有文字层）；“-”为标准输入 a file, or “-” for what is piped in
  DIR       读取文件夹（含下级）中的这些格式，其余略过；同名的加序号 those files of a folder and below it; others are passed over
  --format  json（默认 default）、md、xlsx、html
  -o        输出文件；读取文件夹时为输出文件夹 a file to write, or a folder for a folder
退出码 Exit code: 0 全部已读取 all read · 1 有文件不能读取 a file cannot be read · 2 用法不对 wrong usage
`

interface Wanted {
  readonly given: string
  readonly format: ReadFormat
  readonly out: string | undefined
}

/** `lantu read FILE|-|DIR`: what stands in a plan, as data, an outline, a workbook or the marked text. */
export async function readCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const wanted = parseArguments(args)
  if ('usage' in wanted) {
    io.err(`${wanted.usage}\n${USAGE}`)
    return EXIT.usage
  }
  const { folder, sources } = await sourcesOf(wanted.given)
  if (!folder) return await readOne(sources[0]!, wanted, { io, target: wanted.out })
  if (wanted.out === undefined) {
    io.err(`读取文件夹要用 -o 指明输出文件夹。 Say with -o which folder to write to.\n${USAGE}`)
    return EXIT.usage
  }
  return await readAll(sources, { ...wanted, out: wanted.out }, io)
}

function parseArguments(args: readonly string[]): Wanted | { readonly usage: string } {
  try {
    const options = { format: { type: 'string', default: 'json' }, out: { type: 'string', short: 'o' } } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [given, ...more] = positionals
    if (given === undefined || more.length > 0) return { usage: '请给出一个文件或文件夹。 Please name one file or folder.' }
    if (!isReadFormat(values.format)) return { usage: `不支持的格式 Unknown format: “${values.format}”（json、md、xlsx、html）` }
    return { given, format: values.format, out: values.out }
  } catch (error) {
    return { usage: `不认识的选项 Unknown option: ${error instanceof Error ? error.message : ''}` }
  }
}

/** A folder file by file: one that cannot be read is told of and hides no other. */
async function readAll(sources: readonly Source[], wanted: Wanted & { readonly out: string }, io: CommandIo): Promise<number> {
  await mkdir(wanted.out, { recursive: true })
  const taken = new Map<string, number>()
  let failed = 0
  for (const [at, source] of sources.entries()) {
    io.err(`[${at + 1}/${sources.length}] ${source.name}\n`)
    const code = await readOne(source, wanted, {
      io,
      target: join(wanted.out, `${freeName(basename(source.name), taken)}.${wanted.format}`),
    })
    if (code !== EXIT.ok) failed += 1
  }
  io.err(`${sources.length - failed} 份已读取，${failed} 份未能读取 | ${sources.length - failed} read, ${failed} not\n`)
  return failed > 0 || sources.length === 0 ? EXIT.unreadable : EXIT.ok
}

/** Files of one name in two folders, or of two types, must not overwrite each other. */
function freeName(name: string, taken: Map<string, number>): string {
  const bare = name.replace(/\.[^.]+$/, '')
  const times = (taken.get(bare) ?? 0) + 1
  taken.set(bare, times)
  return times === 1 ? bare : `${bare}-${times}`
}

interface Outlet {
  readonly io: CommandIo
  readonly target: string | undefined
}

async function readOne(source: Source, { format }: Wanted, { io, target }: Outlet): Promise<number> {
  const got = await source.bytes()
  const found = 'problem' in got ? got : await textOfFile(got.bytes)
  if ('problem' in found) {
    io.err(`${source.name}: ${found.problem.zh}\n${source.name}: ${found.problem.en}\n`)
    return EXIT.unreadable
  }
  for (const { zh, en } of found.warnings) io.err(`${source.name}: ${zh} ${en}\n`)
  const made = await READ_FORMATS[format].made(readPlan(found.text), found.text)
  if (target === undefined) io.out(made)
  else await writeFile(target, made)
  return EXIT.ok
}
