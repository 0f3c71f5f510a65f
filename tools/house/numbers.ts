import { TEST, WORKSHOP } from './layers.ts'
import { isNode, type Source, type SyntaxNode, walk } from './source.ts'

/** One measure of style: what it is, and above which value it is too much. */
export interface StyleNumber {
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly unit: string
  /** Where the largest one stands, when that helps. */
  readonly where?: string
}

interface Measured {
  readonly lines: number
  readonly where: string
}

/** The numbers of style.md B.6 over the product's own code (no tests, tools, texts or generated files). */
export function measure(sources: readonly Source[]): readonly StyleNumber[] {
  const product = sources.filter(({ path }) => !TEST.test(path) && !WORKSHOP.test(path) && !/\/generated\/|texts[^/]*\.ts$/.test(path))
  const server = product.filter(({ path }) => !path.startsWith('apps/web/'))
  const functions = server.flatMap(functionsOf)
  const files = product.map((source) => ({ lines: linesOf(source.text), where: source.path }))
  const thousands = sum(files.map(({ lines }) => lines)) / 1000
  return [
    ...spread('function lines', functions, { p90: 35, max: 60 }),
    ...spread('web function lines', product.filter((source) => !server.includes(source)).flatMap(functionsOf), { p90: 60, max: 120 }),
    ...spread('file lines', files, { p90: 250, max: 300 }),
    {
      name: '`any` outside engine',
      value: count(product, (node, path) => node.type === 'TSAnyKeyword' && !path.startsWith('engine/')),
      limit: 0,
      unit: '',
    },
    { name: '`as` (not const)', value: rate(count(product, isAssertion), thousands), limit: 3, unit: 'per 1000 lines' },
    { name: 'ts-ignore, ts-expect-error', value: sum(product.map(suppressions)), limit: 0, unit: '' },
    { name: 'exports without a sentence', value: undocumentedShare(product), limit: 30, unit: '%' },
    {
      name: 'same in engine, policy-text',
      value: undocumentedShare(product.filter(({ path }) => /^(?:engine|policy-text)\//.test(path))),
      limit: 10,
      unit: '%',
    },
  ]
}

function spread(
  name: string,
  measured: readonly Measured[],
  limits: { readonly p90: number; readonly max: number },
): readonly StyleNumber[] {
  if (measured.length === 0) return []
  const sorted = measured.toSorted((a, b) => a.lines - b.lines)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? { lines: 0, where: '' }
  return [
    { name: `${name}, median of ${sorted.length}`, value: at(0.5).lines, limit: limits.p90, unit: '' },
    { name: `${name}, p90`, value: at(0.9).lines, limit: limits.p90, unit: '' },
    { name: `${name}, max`, value: at(1).lines, limit: limits.max, unit: '', where: at(1).where },
  ]
}

/** Named functions, methods, and functions held in variables; a nested one counts in the outer one too. */
function functionsOf({ program, path, lineOf }: Source): readonly Measured[] {
  const found: Measured[] = []
  walk(program, (node, parent) => {
    if (!isNamedFunction(node, parent)) return
    found.push({ lines: lineOf(node.end) - lineOf(node.start) + 1, where: `${path}:${lineOf(node.start)}` })
  })
  return found
}

const HOLDERS = new Set(['VariableDeclarator', 'MethodDefinition', 'PropertyDefinition', 'Property'])

function isNamedFunction(node: SyntaxNode, parent: SyntaxNode | undefined) {
  if (node.type === 'FunctionDeclaration') return true
  return (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression') && HOLDERS.has(parent?.type ?? '')
}

function count(sources: readonly Source[], counts: (node: SyntaxNode, path: string) => boolean): number {
  let found = 0
  for (const { program, path } of sources) walk(program, (node) => (found += counts(node, path) ? 1 : 0))
  return found
}

function isAssertion(node: SyntaxNode) {
  if (node.type !== 'TSAsExpression') return false
  const type = node.typeAnnotation
  return !(isNode(type) && type.type === 'TSTypeReference' && isNode(type.typeName) && type.typeName.name === 'const')
}

function suppressions({ comments }: Source) {
  return comments.filter(({ value }) => /^\s*@ts-(?:ignore|expect-error|nocheck)/.test(value)).length
}

/** In percent: exported declarations that no doc comment stands before. */
function undocumentedShare(sources: readonly Source[]): number {
  const exported = sources.flatMap((source) => {
    const body = Array.isArray(source.program.body) ? source.program.body.filter(isNode) : []
    return body
      .filter((node) => node.type === 'ExportNamedDeclaration' && isNode(node.declaration))
      .map((node) => hasSentence(source, node))
  })
  return rate(exported.filter((documented) => !documented).length * 100, exported.length)
}

function hasSentence({ comments, text }: Source, node: SyntaxNode) {
  return comments.some(
    ({ type, value, end }) => type === 'Block' && value.startsWith('*') && end <= node.start && text.slice(end, node.start).trim() === '',
  )
}

function linesOf(text: string) {
  return text.trimEnd().split('\n').length
}

function rate(part: number, whole: number) {
  return whole === 0 ? 0 : Math.round((part / whole) * 10) / 10
}

function sum(numbers: readonly number[]) {
  return numbers.reduce((total, each) => total + each, 0)
}
