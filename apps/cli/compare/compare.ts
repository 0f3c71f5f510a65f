import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { COMPARISON_FORMATS } from '#apps/api/comparing/formats.ts'
import { textOfFile } from '#modules/plans/index.ts'
import { comparePlans, compareVersions, type VersionDifference } from '#policy-text/index.ts'
import { type CommandIo, EXIT } from '../read/read.ts'
import { sourcesOf } from '../read/sources.ts'
import { versionsAsHtml } from './versions-as-html.ts'
import { versionsAsMarkdown } from './versions-as-markdown.ts'

const USAGE = `用法 Usage: lantu compare [--plans] OLD NEW [--format json|md|html|xlsx] [--language zh|en] [-o PATH]
  OLD NEW   同一方案的旧版与新版：txt、html、docx、pdf（有文字层） two versions of one plan
  --plans   两份不同的方案（不同地区或部门）并列对比 two different plans side by side
  --format  json、md（默认 default）、html；--plans 还可用 xlsx xlsx with --plans
  --language  --plans 结果的语言，默认 zh language of what --plans gives
  -o        输出文件 a file to write
退出码 Exit code: 0 已比较 compared · 1 有文件不能读取 a file cannot be read · 2 用法不对 wrong usage
`

const VERSION_FORMATS = {
  json: (difference: VersionDifference) => `${JSON.stringify(difference, null, 2)}\n`,
  md: versionsAsMarkdown,
  html: versionsAsHtml,
} as const

interface Wanted {
  readonly files: readonly [string, string]
  readonly make: (one: string, other: string) => string | Promise<Uint8Array>
  readonly out: string | undefined
}

/** `lantu compare OLD NEW`: what became of one plan from one version to the next; with `--plans`, two plans side by side. */
export async function compareCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    io.err(USAGE)
    return EXIT.usage
  }
  const [one, other] = [await textAt(wanted.files[0], io), await textAt(wanted.files[1], io)]
  if (one === undefined || other === undefined) return EXIT.unreadable
  const made = await wanted.make(one, other)
  if (wanted.out === undefined) io.out(made)
  else await writeFile(wanted.out, made)
  return EXIT.ok
}

const OPTIONS = {
  format: { type: 'string', default: 'md' },
  out: { type: 'string', short: 'o' },
  plans: { type: 'boolean', default: false },
  language: { type: 'string', default: 'zh' },
} as const

function wantedFrom(args: readonly string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
    const [one, other, ...more] = positionals
    const make = values.plans ? plansMaker(values.format, values.language) : versionsMaker(values.format)
    if (one === undefined || other === undefined || more.length > 0 || !make) return undefined
    return { files: [one, other], make, out: values.out }
  } catch {
    return undefined
  }
}

function versionsMaker(format: string): Wanted['make'] | undefined {
  const made = Object.entries(VERSION_FORMATS).find(([name]) => name === format)?.[1]
  return made && ((before, after) => made(compareVersions(before, after)))
}

function plansMaker(format: string, language: string): Wanted['make'] | undefined {
  if (language !== 'zh' && language !== 'en') return undefined
  const made = Object.entries(COMPARISON_FORMATS).find(([name]) => name === format)?.[1].made
  return made && ((one, other) => made(comparePlans(one, other), language))
}

async function textAt(name: string, io: CommandIo): Promise<string | undefined> {
  const { sources } = await sourcesOf(name)
  const got = (await sources[0]?.bytes()) ?? { bytes: new Uint8Array() }
  const found = 'problem' in got ? got : await textOfFile(got.bytes)
  if (!('problem' in found)) return found.text
  io.err(`${name}: ${found.problem.zh}\n${name}: ${found.problem.en}\n`)
  return undefined
}
