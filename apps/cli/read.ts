import { readFile } from 'node:fs/promises'
import { decodeText, type PlanDraft, readPlan, type Target } from '#policy-text/index.ts'

/** Where a command writes: the terminal in earnest, an array in tests. */
export interface CommandIo {
  out(text: string): void
  err(text: string): void
}

export const EXIT = { ok: 0, unreadable: 1, usage: 2 } as const

const USAGE = `用法 Usage: lantu read FILE [--format json|md]
  FILE      文本文件（.txt，UTF-8、GB18030、Big5 或 UTF-16） a text file
  --format  json（默认）或 md  json (default) or md
`

const FORMATS = {
  json: (plan: PlanDraft) => `${JSON.stringify(plan, null, 2)}\n`,
  md: outlineOf,
} as const satisfies Record<string, (plan: PlanDraft) => string>

type Format = keyof typeof FORMATS

/** `lantu read FILE [--format json|md]`: prints the plan draft of a policy text. */
export async function readCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const wanted = parseArguments(args)
  if ('usage' in wanted) {
    io.err(`${wanted.usage}\n${USAGE}`)
    return EXIT.usage
  }
  const bytes = await bytesOf(wanted.file)
  if ('problem' in bytes) return refused(io, wanted.file, bytes.problem)
  const decoded = decodeText(bytes.bytes)
  if ('problem' in decoded) return refused(io, wanted.file, decoded.problem)
  for (const warning of decoded.warnings) io.err(`${warning.zh} ${warning.en}\n`)
  io.out(FORMATS[wanted.format](readPlan(decoded.text)))
  return EXIT.ok
}

type Wanted = { readonly file: string; readonly format: Format } | { readonly usage: string }

function parseArguments(args: readonly string[]): Wanted {
  const files: string[] = []
  let format = 'json'
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    if (word === '--format') {
      at += 1
      format = args[at] ?? ''
    } else if (word.startsWith('--format=')) format = word.slice('--format='.length)
    else if (word.startsWith('--')) return { usage: `不认识的选项 Unknown option: ${word}` }
    else files.push(word)
  }
  const [file] = files
  if (file === undefined || files.length > 1) return { usage: '请给出一个文件。 Please name one file.' }
  if (!isFormat(format)) return { usage: `不支持的格式 Unknown format: “${format}”（json、md）` }
  return { file, format }
}

function isFormat(word: string): word is Format {
  return Object.hasOwn(FORMATS, word)
}

interface Problem {
  readonly code: string
  readonly zh: string
  readonly en: string
}

async function bytesOf(file: string): Promise<{ readonly bytes: Uint8Array } | { readonly problem: Problem }> {
  try {
    return { bytes: await readFile(file) }
  } catch (error) {
    return { problem: openingProblem(error) }
  }
}

const OPENING_PROBLEMS: Readonly<Record<string, Problem>> = {
  ENOENT: { code: 'not-found', zh: '找不到这个文件。', en: 'There is no such file.' },
  EISDIR: { code: 'is-folder', zh: '这是一个文件夹。', en: 'This is a folder.' },
  EACCES: { code: 'no-right', zh: '没有读取权限。', en: 'The file may not be read.' },
}

function openingProblem(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return OPENING_PROBLEMS[code] ?? { code: 'not-readable', zh: `文件打不开（${code}）。`, en: `The file cannot be opened (${code}).` }
}

const ADVICE: Readonly<Record<string, { zh: string; en: string }>> = {
  'not-found': { zh: '请核对路径。', en: 'Check the path.' },
  'is-folder': { zh: '请给出其中的一个文件。', en: 'Name one file in it.' },
  'not-text': {
    zh: '需要纯文本。请在 Word、WPS 或浏览器中另存为 .txt 后再试。',
    en: 'Plain text was expected: save it as .txt from Word, WPS or the browser, then try again.',
  },
  empty: {
    zh: '需要一份政策文本。请核对文件是否下载完整。',
    en: 'A policy text was expected; check that the file was downloaded completely.',
  },
}

/** Says what is wrong, where, what was expected and what to do. */
function refused(io: CommandIo, file: string, problem: Problem): number {
  const advice = ADVICE[problem.code] ?? { zh: '', en: '' }
  io.err(`${file}: ${problem.zh}${advice.zh}\n${file}: ${problem.en} ${advice.en}\n`)
  return EXIT.unreadable
}

/** A readable outline: head matter, headings with the targets and duties under them. */
function outlineOf(plan: PlanDraft): string {
  const parts = [
    `# ${plan.title ?? '（未识别标题）'}`,
    headLines(plan),
    ...plan.clauses.map((clause) => clausePart(plan, clause)),
    warningLines(plan),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function headLines(plan: PlanDraft): string {
  const period = plan.planPeriod ? `${plan.planPeriod.from}—${plan.planPeriod.to}` : null
  const facts = [
    ['发文机关', plan.issuer.join('、')],
    ['文号', plan.docNumber],
    ['成文日期', plan.date],
    ['规划期', period],
    [
      '共读出',
      `${plan.headings.length} 个标题，${plan.targets.length} 个指标，${plan.responsibilities.length} 处分工，${plan.registers.length} 个清单或平台`,
    ],
  ] as const
  return facts.flatMap(([label, value]) => (value ? [`- ${label}：${value}`] : [])).join('\n')
}

function clausePart(plan: PlanDraft, clause: PlanDraft['clauses'][number]): string {
  const heading = clause.headingIndex === null ? undefined : plan.headings[clause.headingIndex]
  const lines = [
    ...plan.targets.filter((target) => target.clause === clause.id).map(targetLine),
    ...plan.responsibilities
      .filter((duty) => duty.clause === clause.id)
      .map((duty) => `- 【分工】牵头：${duty.lead.join('、')}${duty.support.length > 0 ? `；配合：${duty.support.join('、')}` : ''}`),
    ...plan.registers.filter((register) => register.clause === clause.id).map((register) => `- 【台账】${register.name}`),
  ]
  const title = heading ? [`${'#'.repeat(Math.min(heading.depth + 1, 6))} ${heading.number}${heading.text}`] : []
  return [...title, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')
}

function targetLine(target: Target): string {
  const value = typeof target.value === 'number' ? String(target.value) : (target.value?.join('—') ?? '')
  const year = target.deadline ?? (target.deadlineInherited ? `${target.deadlineInherited}，承接规划期` : '未定期限')
  return `- 【指标】${target.metric}：${value}${target.unit ?? ''}（${year}）“${target.quote.replace(/\s+/g, '')}”`
}

function warningLines(plan: PlanDraft): string {
  return plan.warnings.map((warning) => `> ${warning.zh} ${warning.en}`).join('\n')
}
