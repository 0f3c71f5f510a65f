import type { Violation } from './import-rules.ts'
import { TEST, WORKSHOP } from './layers.ts'
import { isNode, nameOf, type Source, type SyntaxNode, walk } from './source.ts'

/** A sentence about what may stand where in the code itself. */
interface CodeRule {
  readonly rule: string
  readonly remedy: string
  readonly appliesTo: (path: string) => boolean
  readonly broken: (node: SyntaxNode, kinds: ReadonlySet<string>) => boolean
}

/** Asks every rule about every node; `kinds` are the names of field kinds. */
export function checkCode(sources: readonly Source[]): readonly Violation[] {
  const kinds = kindNames(sources)
  return sources.flatMap((source) => {
    const rules = RULES.filter((rule) => rule.appliesTo(source.path))
    const found = new Map<string, Violation>()
    walk(source.program, (node) => {
      for (const { rule, remedy } of rules.filter(({ broken }) => broken(node, kinds))) {
        const line = source.lineOf(node.start)
        found.set(`${line} ${rule}`, { path: source.path, line, rule, remedy })
      }
    })
    return [...found.values()]
  })
}

/** Each kind is one file of engine/kinds, named after it: "engine/kinds/money.ts". */
function kindNames(sources: readonly Source[]): ReadonlySet<string> {
  const names = sources.map(({ path }) => /^engine\/kinds\/([a-z-]+)\.ts$/.exec(path)?.[1])
  return new Set(names.filter((name) => name !== undefined && name !== 'index' && name !== 'kind').map(camelCase))
}

function camelCase(name = '') {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const isProduct = (path: string) => !TEST.test(path) && !WORKSHOP.test(path)
const CHINESE = /\p{Script=Han}/u
/** Such as the comma of “已受理,待审核”. */
const HALF_WIDTH = /\p{Script=Han}[,;:(]\p{Script=Han}/u

const RULES: readonly CodeRule[] = [
  {
    rule: 'environment-is-read-once',
    remedy: 'process.env is read in platform/settings only; take the setting as an argument.',
    appliesTo: (path) => isProduct(path) && !path.startsWith('platform/settings/'),
    broken: (node) => isMember(node, 'process', 'env'),
  },
  {
    rule: 'time-comes-from-the-clock',
    remedy: 'ask the Clock of platform/clock, so that tests and simulated years can set the time.',
    appliesTo: (path) => isProduct(path) && !/^(?:platform\/clock|apps\/web)\//.test(path),
    broken: (node) => isMember(node, 'Date', 'now') || isBareDate(node),
  },
  {
    rule: 'chance-comes-from-the-clock',
    remedy: 'Math.random cannot be replayed; use newId of platform/clock, or node:crypto behind an argument.',
    appliesTo: (path) => isProduct(path) && !path.startsWith('platform/clock/'),
    broken: (node) => isMember(node, 'Math', 'random'),
  },
  {
    rule: 'kinds-answer-for-themselves',
    remedy: 'let the field kind answer (engine/kinds); a switch over kinds elsewhere forgets the next one.',
    appliesTo: (path) => isProduct(path) && !path.startsWith('engine/kinds/'),
    broken: isSwitchOverKinds,
  },
  {
    rule: 'texts-have-a-home',
    remedy: 'Chinese in the web stands in texts*.ts or *.texts.ts beside the screen, so that en-US stays complete.',
    appliesTo: (path) => path.startsWith('apps/web/') && isProduct(path) && !/\/(?:texts[^/]*|[^/]+\.texts)\.ts$/.test(path),
    broken: (node) => CHINESE.test(wordsOf(node)),
  },
  {
    rule: 'chinese-has-its-own-marks',
    remedy: 'between Chinese characters write ，；：（） and not their half-width likes.',
    // The reader of plans knows texts as they come, half-width marks and all.
    appliesTo: (path) => isProduct(path) && !path.startsWith('policy-text/'),
    broken: (node) => node.type !== 'JSXText' && HALF_WIDTH.test(wordsOf(node)),
  },
]

function isMember(node: SyntaxNode, object: string, property: string) {
  return node.type === 'MemberExpression' && nameOf(node.object) === object && nameOf(node.property) === property
}

/** `new Date()` and `Date()` tell the time; `new Date(text)` only reads it. */
function isBareDate(node: SyntaxNode) {
  const called = node.type === 'NewExpression' || node.type === 'CallExpression'
  return called && nameOf(node.callee) === 'Date' && Array.isArray(node.arguments) && node.arguments.length === 0
}

function isSwitchOverKinds(node: SyntaxNode, kinds: ReadonlySet<string>) {
  if (node.type !== 'SwitchStatement' || !isNode(node.discriminant) || !Array.isArray(node.cases)) return false
  const asked = node.discriminant.type === 'MemberExpression' ? nameOf(node.discriminant.property) : nameOf(node.discriminant)
  if (asked !== 'kind') return false
  return node.cases.some((each) => isNode(each) && isNode(each.test) && typeof each.test.value === 'string' && kinds.has(each.test.value))
}

/** What a node shows to people: text between tags, strings, pieces of templates. Comments are no nodes. */
function wordsOf(node: SyntaxNode): string {
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? node.value : ''
  if (node.type !== 'TemplateElement') return ''
  const { value } = node
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string' ? value.raw : ''
}
