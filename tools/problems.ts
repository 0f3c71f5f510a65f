import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { REFUSAL_STATUS } from '#engine/define/refusal.ts'
import { readDoors } from './doors.ts'
import { TEST } from './house/layers.ts'
import { isNode, nameOf, readSources, type Source, type SyntaxNode, walk } from './house/source.ts'
import { tablesOf } from './markdown.ts'

/** A code of a refusal or problem; the status is known where the code and its kind stand side by side. */
export interface ProblemCode {
  readonly code: string
  readonly status?: number
  readonly where: string
}

/** Rooms that answer people over HTTP. */
const SERVER = /^(?:apps\/api|engine|modules|platform)\//
const CODE = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/

/** Every code in the sources: the second argument of `refuse`, `code:` beside `status:`, and any text that begins like a known code. */
export async function codesInSource(root: string, areas: ReadonlySet<string>): Promise<readonly ProblemCode[]> {
  const sources = readSources(root).filter(({ path }) => SERVER.test(path) && !TEST.test(path))
  const endings = readSources(join(root, 'policy-text')).flatMap(codesOfTypes)
  const doors = await readDoors(root)
  const verbs = new Set([
    ...doors.flatMap(({ commands, queries }) => [...commands, ...queries]),
    'entry.create',
    'entry.edit',
    'entry.move',
    'entry.create-set',
    'entry.move-set',
    'entry.take-back',
    'entry.edit-set',
    'entry.export',
    'entry.import-set',
    'entry.import-start',
    'entry.import-apply',
    'entry.import-cancel',
  ])
  const found = sources.flatMap((source) => [...stated(source), ...mentioned(source, areas), ...composed(source, areas, endings)])
  return found.filter(({ code }) => !verbs.has(code))
}

function stated({ program, path, lineOf }: Source): readonly ProblemCode[] {
  const found: ProblemCode[] = []
  walk(program, (node) => {
    const pair = refuseCall(node) ?? problemFacts(node)
    if (pair) found.push({ ...pair, where: `${path}:${lineOf(node.start)}` })
  })
  return found
}

/** refuse('invalid', 'list.invalid', …) */
function refuseCall(node: SyntaxNode): { code: string; status?: number } | undefined {
  if (node.type !== 'CallExpression' || nameOf(node.callee) !== 'refuse' || !Array.isArray(node.arguments)) return undefined
  const [kind, code] = node.arguments.map(textOf)
  if (code === undefined) return undefined
  const status = Object.entries(REFUSAL_STATUS).find(([name]) => name === kind)?.[1]
  return { code, ...(status !== undefined && { status }) }
}

/** { status: 404, code: 'route.unknown', … } */
function problemFacts(node: SyntaxNode): { code: string; status: number } | undefined {
  if (node.type !== 'ObjectExpression' || !Array.isArray(node.properties)) return undefined
  const values = new Map(node.properties.filter(isNode).map(({ key, value }) => [nameOf(key), value]))
  const code = textOf(values.get('code'))
  const status = values.get('status')
  return code !== undefined && isNode(status) && typeof status.value === 'number' ? { code, status: status.value } : undefined
}

/** Texts such as 'batch.notice' that a helper is given: known by their first part. */
function mentioned(source: Source, areas: ReadonlySet<string>): readonly ProblemCode[] {
  return literalsOf(source)
    .filter(({ value }) => CODE.test(value) && areas.has(value.split('.')[0] ?? ''))
    .map(({ value, line }) => ({ code: value, where: `${source.path}:${line}` }))
}

/** The codes that a type names: `readonly code: 'empty' | 'not-text'` gives empty and not-text. */
function codesOfTypes({ program }: Source): readonly string[] {
  const found: string[] = []
  walk(program, (node) => {
    if (node.type !== 'TSPropertySignature' || nameOf(node.key) !== 'code') return
    walk(node, (inner) => found.push(...[textOf(inner)].filter((text) => text !== undefined)))
  })
  return found
}

/** `plan.${problem.code}`: every code of the reader that could stand there. */
function composed({ program, path, lineOf }: Source, areas: ReadonlySet<string>, endings: readonly string[]): readonly ProblemCode[] {
  const found: ProblemCode[] = []
  walk(program, (node) => {
    if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return
    const [head, tail] = node.quasis.filter(isNode).map(rawOf)
    if (!head?.endsWith('.') || tail !== '' || !areas.has(head.slice(0, -1))) return
    for (const ending of endings)
      if (CODE.test(`${head}${ending}`)) found.push({ code: `${head}${ending}`, where: `${path}:${lineOf(node.start)}` })
  })
  return found
}

function rawOf({ value }: SyntaxNode): string {
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string' ? value.raw : ''
}

function literalsOf({ program, lineOf }: Source): readonly { readonly value: string; readonly line: number }[] {
  const found: { value: string; line: number }[] = []
  walk(program, (node) => {
    const value = textOf(node)
    if (value !== undefined) found.push({ value, line: lineOf(node.start) })
  })
  return found
}

function textOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** A line of docs/problems.md. */
export interface ListedProblem {
  readonly code: string
  readonly status: number
}

/** The codes that docs/problems.md lists, with their status. */
export function listedProblems(markdown: string): readonly ListedProblem[] {
  return tablesOf(markdown)
    .filter(({ head }) => head[0] === 'code' && head[1] === 'status')
    .flatMap(({ rows }) => rows.map(([code = '', status = '']) => ({ code: code.replaceAll('`', ''), status: Number(status) })))
}

/** Sentences about codes that one side has and the other lacks, and about wrong statuses. */
export function compareProblems(listed: readonly ListedProblem[], found: readonly ProblemCode[]): readonly string[] {
  const known = new Map(listed.map(({ code, status }) => [code, status]))
  const used = new Set(found.map(({ code }) => code))
  const lacking = new Map(found.filter(({ code }) => !known.has(code)).map(({ code, where }) => [code, where]))
  return [
    ...[...lacking].map(([code, where]) => `docs/problems.md lacks ${code} (${where}).`),
    ...listed.filter(({ code }) => !used.has(code)).map(({ code }) => `docs/problems.md lists ${code}, which the source lacks.`),
    ...found
      .filter(({ code, status }) => status !== undefined && known.has(code) && known.get(code) !== status)
      .map(({ code, status, where }) => `docs/problems.md gives ${code} the status ${known.get(code)}; it is ${status} (${where}).`),
  ]
}

/** docs/problems.md against the sources. */
export async function checkProblems(root: string): Promise<readonly string[]> {
  const listed = listedProblems(readFileSync(join(root, 'docs', 'problems.md'), 'utf8'))
  const areas = new Set(listed.map(({ code }) => code.split('.')[0] ?? ''))
  return compareProblems(listed, await codesInSource(root, areas))
}

async function main() {
  const faults = await checkProblems(dirname(import.meta.dirname))
  for (const fault of faults) console.log(fault)
  console.log(`problems: ${faults.length} faults`)
  if (faults.length > 0) process.exitCode = 1
}

if (import.meta.main) await main()
