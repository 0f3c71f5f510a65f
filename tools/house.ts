import { dirname } from 'node:path'
import { checkCode } from './house/code-rules.ts'
import { checkCycles } from './house/cycles.ts'
import { checkImports, edgesOf, type Violation } from './house/import-rules.ts'
import { MODULES } from './house/layers.ts'
import { measure, type StyleNumber } from './house/numbers.ts'
import { type Manifest, readManifest } from './house/resolve.ts'
import { readSources } from './house/source.ts'

/** For trees that are not the product: planted ones, and others' lists. */
export interface HouseOptions {
  /** Absent: read from package.json under the root. */
  readonly manifest?: Manifest
  readonly modules?: readonly string[]
}

/** What was found, and how large things are. */
export interface HouseReport {
  readonly files: number
  readonly violations: readonly Violation[]
  readonly numbers: readonly StyleNumber[]
}

/** Checks the tree under `root` against every rule of the house (design section 4) and measures its style. */
export function checkHouse(root: string, { manifest = readManifest(root), modules = MODULES }: HouseOptions = {}): HouseReport {
  const sources = readSources(root)
  const surroundings = { root, manifest, modules }
  const edges = edgesOf(sources, surroundings)
  const violations = [...checkImports(edges, surroundings), ...checkCycles(edges), ...checkCode(sources)]
  return { files: sources.length, violations: violations.toSorted(byPlace), numbers: measure(sources) }
}

/** "modules/plans/rules/light.ts:3  pure-stays-pure  "pg": …" */
export function printViolation({ path, line, rule, remedy }: Violation): string {
  return `${path}:${line}  ${rule}  ${remedy}`
}

/** "function lines, p90: 21 (at most 35)" */
export function printNumber({ name, value, limit, unit, where }: StyleNumber): string {
  const mark = value > limit ? '  ← over' : ''
  return `  ${name}: ${value}${unit && ` ${unit}`} (at most ${limit})${where ? ` ${where}` : ''}${mark}`
}

function byPlace(a: Violation, b: Violation) {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1
}

function main() {
  const { files, violations, numbers } = checkHouse(dirname(import.meta.dirname))
  for (const violation of violations) console.log(printViolation(violation))
  console.log(`house: ${files} files, ${violations.length} violations`)
  for (const number of numbers) console.log(printNumber(number))
  if (violations.length > 0) process.exitCode = 1
}

if (import.meta.main) main()
