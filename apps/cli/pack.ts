import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { shipped } from '#apps/api/installation.ts'
import { packJsonSchema, writePack } from '#apps/api/pack-folder.ts'
import { textOfFile } from '#modules/plans/index.ts'
import { type Doubt, draftPack, type Pack, packDoubts } from '#modules/programmes/index.ts'
import { readPlan } from '#policy-text/index.ts'
import { packReadme } from './pack-readme.ts'
import type { Terminal } from './terminal.ts'

const USAGE = `用法 / usage: lantu pack FILE -o DIR [--code CODE] [--version 1.0.0] [--replace]
  FILE       txt、html、docx、pdf（有文字层） a plan
  -o         方案包文件夹 folder of the pack
  --code     编码：小写字母、数字和连字符，默认取文件夹名 lower-case letters, digits and hyphens
  --replace  覆盖文件夹中已有的方案包 write over a pack that is there
`

const CODE = /^[a-z0-9][a-z0-9-]*$/
const VERSION = /^\d+\.\d+\.\d+$/

/** `lantu pack FILE -o DIR`: drafts a pack from the text of a plan, to be corrected by hand. 1: cannot be read or would be lost; 2: usage. */
export async function packCommand(args: readonly string[], io: Terminal): Promise<number> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    io.err(USAGE)
    return 2
  }
  const { file, folder, code, version, replace } = wanted
  if (!CODE.test(code) || !VERSION.test(version)) {
    io.err(`编码或版本不对：${code} ${version} | not a code or version\n${USAGE}`)
    return 2
  }
  if (!replace && existsSync(join(folder, 'pack.json'))) {
    io.err(`${folder}：已有方案包，加 --replace 才会覆盖 | holds a pack already; --replace writes over it\n`)
    return 1
  }
  const bytes = await bytesOf(file)
  if (!bytes) {
    io.err(`${file}：文件不存在或打不开 | there is no such file, or it cannot be opened\n`)
    return 1
  }
  io.out(`读取 ${basename(file)} … | reading\n`)
  const read = await textOfFile(bytes)
  if ('problem' in read) {
    io.err(`${file}：${read.problem.zh} | ${read.problem.en}\n`)
    return 1
  }
  for (const { zh, en } of read.warnings) io.err(`注意：${zh} | note: ${en}\n`)
  // As the text is kept when the file is uploaded after installing.
  const text = read.text.replaceAll('\0', '\ufffd')
  const draft = readPlan(text)
  for (const { zh, en } of draft.warnings) io.err(`注意：${zh} | note: ${en}\n`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const pack = draftPack({ draft, text, sha256, code, version, catalogue: shipped().catalogue })
  await writePack(folder, pack)
  await writeFile(join(folder, 'pack.schema.json'), packJsonSchema())
  await writeFile(join(folder, 'README.md'), packReadme(pack))
  io.out(summary(folder, pack))
  return 0
}

async function bytesOf(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}

function summary(folder: string, pack: Pack): string {
  const { targets, tasks, registers, indicators, classifications, instruments } = pack
  const actions = tasks.reduce((sum, task) => sum + task.actions.length, 0)
  const terms = classifications[0]?.terms.length ?? 0
  const doubts = packDoubts(pack)
  return `${folder}：${targets.length} 个目标，${indicators.length} 个指标，${tasks.length} 项任务（${actions} 条举措），${registers.length} 个清单，${terms} 个领域，${instruments.length} 条政策工具
  ${targets.length} targets, ${indicators.length} indicators, ${tasks.length} tasks (${actions} actions), ${registers.length} lists, ${terms} fields, ${instruments.length} instruments
待定 ${doubts.length} 处，逐条列在 README.md | ${doubts.length} things to decide, listed in README.md
${KINDS.map((kind) => lineOf(kind, doubts)).join('')}`
}

const KINDS: readonly Doubt['kind'][] = ['head', 'targets', 'tasks', 'registers', 'indicators', 'classifications', 'instruments']
const SHOWN = 3

/** How many of a kind, and the first of them. */
function lineOf(kind: Doubt['kind'], doubts: readonly Doubt[]): string {
  const own = doubts.filter((each) => each.kind === kind)
  if (own.length === 0) return ''
  const first = own.slice(0, SHOWN).map(({ words }) => `    ${words.zh}\n`)
  return `  ${kind}: ${own.length}\n${first.join('')}${own.length > SHOWN ? '    …\n' : ''}`
}

function wantedFrom(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        code: { type: 'string' },
        version: { type: 'string', default: '1.0.0' },
        replace: { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || values.out === undefined || more.length > 0) return undefined
    const { out: folder, version, replace } = values
    return { file, folder, code: values.code ?? basename(folder), version, replace }
  } catch {
    return undefined
  }
}
