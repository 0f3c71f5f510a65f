import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { textOfFile } from '#modules/plans/index.ts'
import { compareVersions, type VersionDifference } from '#policy-text/index.ts'
import { type CommandIo, EXIT } from '../read/read.ts'
import { sourcesOf } from '../read/sources.ts'
import { versionsAsHtml } from './versions-as-html.ts'
import { versionsAsMarkdown } from './versions-as-markdown.ts'

const USAGE = `用法 Usage: lantu compare OLD NEW [--format json|md|html] [-o PATH]
  OLD NEW   同一方案的旧版与新版：txt、html、docx、pdf（有文字层） two versions of one plan
  --format  json、md（默认 default）、html
  -o        输出文件 a file to write
退出码 Exit code: 0 已比较 compared · 1 有文件不能读取 a file cannot be read · 2 用法不对 wrong usage
`

const FORMATS = {
  json: (difference: VersionDifference) => `${JSON.stringify(difference, null, 2)}\n`,
  md: versionsAsMarkdown,
  html: versionsAsHtml,
} as const

interface Wanted {
  readonly files: readonly [string, string]
  readonly format: keyof typeof FORMATS
  readonly out: string | undefined
}

/** `lantu compare OLD NEW`: what was added, removed, moved and changed from one version of a plan to the next, and its targets. */
export async function compareCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    io.err(USAGE)
    return EXIT.usage
  }
  const [before, after] = [await textAt(wanted.files[0], io), await textAt(wanted.files[1], io)]
  if (before === undefined || after === undefined) return EXIT.unreadable
  const made = FORMATS[wanted.format](compareVersions(before, after))
  if (wanted.out === undefined) io.out(made)
  else await writeFile(wanted.out, made)
  return EXIT.ok
}

function wantedFrom(args: readonly string[]): Wanted | undefined {
  try {
    const options = { format: { type: 'string', default: 'md' }, out: { type: 'string', short: 'o' } } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [before, after, ...more] = positionals
    if (before === undefined || after === undefined || more.length > 0 || !isFormat(values.format)) return undefined
    return { files: [before, after], format: values.format, out: values.out }
  } catch {
    return undefined
  }
}

function isFormat(word: string): word is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, word)
}

async function textAt(name: string, io: CommandIo): Promise<string | undefined> {
  const { sources } = await sourcesOf(name)
  const got = (await sources[0]?.bytes()) ?? { bytes: new Uint8Array() }
  const found = 'problem' in got ? got : await textOfFile(got.bytes)
  if (!('problem' in found)) return found.text
  io.err(`${name}: ${found.problem.zh}\n${name}: ${found.problem.en}\n`)
  return undefined
}
