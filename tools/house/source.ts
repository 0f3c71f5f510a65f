import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type Comment, parseSync, visitorKeys } from 'oxc-parser'

/** A syntax node as the parser gives it: a type, a place, and children we look into by name. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [child: string]: unknown
}

/** An import as written. */
export interface Import {
  readonly specifier: string
  /** `type`: erased before the program runs. */
  readonly kind: 'value' | 'type'
  readonly line: number
}

/** One file of ours, read and parsed once. */
export interface Source {
  /** From the root, with `/`: "modules/plans/index.ts". */
  readonly path: string
  readonly text: string
  readonly program: SyntaxNode
  readonly comments: readonly Comment[]
  readonly imports: readonly Import[]
  readonly lineOf: (offset: number) => number
}

const NEVER = new Set(['node_modules', 'dist', '.lantu', '.git', 'test-output', 'planted'])

/** Reads every TypeScript file under `root`, leaving out what is installed, built or planted. */
export function readSources(root: string): readonly Source[] {
  return filesUnder(root).map((file) => readSource(root, file))
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return NEVER.has(entry.name) ? [] : filesUnder(path)
      return /\.tsx?$/.test(entry.name) ? [path] : []
    })
}

function readSource(root: string, file: string): Source {
  const path = relative(root, file).split(sep).join('/')
  const text = readFileSync(file, 'utf8')
  const parsed = parseSync(file, text)
  const lineOf = lineFinder(text)
  const fault = parsed.errors.find(({ severity }) => severity === 'Error')
  if (fault) throw new Error(`${path}:${lineOf(fault.labels[0]?.start ?? 0)} cannot be parsed: ${fault.message}`)
  const program: unknown = parsed.program
  if (!isNode(program)) throw new Error(`${path}: the parser gave no program.`)
  return { path, text, program, comments: parsed.comments, imports: importsOf(program, lineOf), lineOf }
}

function lineFinder(text: string) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset: number) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

/** `import { type A }` counts as a value: the statement itself stays in the program and loads the file. */
function importsOf(program: SyntaxNode, lineOf: (offset: number) => number): readonly Import[] {
  const found: Import[] = []
  walk(program, (node) => {
    const from = IMPORTING.has(node.type) && isNode(node.source) ? node.source.value : undefined
    if (typeof from !== 'string') return
    const erased = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType'
    found.push({ specifier: from, kind: erased ? 'type' : 'value', line: lineOf(node.start) })
  })
  return found
}

const IMPORTING = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'])

/** Visits a node and everything below it, parents first. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, parent?: SyntaxNode) => void, parent?: SyntaxNode): void {
  visit(node, parent)
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key]
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) walk(each, visit, node)
  }
}

/** Whether something found in the tree is itself a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** The name of an identifier, or undefined for any other node. */
export function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined
}
