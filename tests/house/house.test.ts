import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOMES, LAYERS } from '#tools/house/layers.ts'
import { type Manifest, readManifest } from '#tools/house/resolve.ts'
import { checkHouse, printViolation } from '#tools/house.ts'

const PLANTED = join(import.meta.dirname, 'planted')
const RULES = readdirSync(PLANTED).filter((name) => name !== 'clean')

let garden: string
let manifest: Manifest

/** Planted files end in .planted, so that neither the type check nor the tests take them for the product. */
beforeAll(() => {
  manifest = readManifest(join(import.meta.dirname, '../..'))
  garden = mkdtempSync(join(tmpdir(), 'lantu-garden-'))
  cpSync(PLANTED, garden, { recursive: true })
  for (const entry of readdirSync(garden, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) renameSync(join(entry.parentPath, entry.name), join(entry.parentPath, entry.name.replace(/\.planted$/, '')))
  }
})
afterAll(() => rmSync(garden, { recursive: true }))

const check = (name: string) => checkHouse(join(garden, name), { manifest })

test.each(RULES)('%s catches what is planted against it, and nothing else does', (rule) => {
  expect(check(rule).violations.map((violation) => violation.rule)).toEqual([rule])
})

test('a tree that keeps every rule passes', () => {
  expect(check('clean').violations.map(printViolation)).toEqual([])
})

test('every layer and home has something planted against it', () => {
  for (const { rule } of [...LAYERS, ...HOMES]) expect(RULES).toContain(rule)
})

describe('a violation', () => {
  test('is printed with its place, its rule and what to do', () => {
    const [violation] = check('queries-only-read').violations

    expect(violation && printViolation(violation)).toMatch(
      /^modules\/plans\/queries\/plan\.ts:1 {2}queries-only-read {2}"\.\.\/commands\/confirm\.ts": .+caller/,
    )
  })

  test('of the order follows the list it is given: moving a module is one edit', () => {
    const root = join(garden, 'modules-keep-their-order')

    expect(checkHouse(root, { manifest, modules: ['tasks', 'plans'] }).violations).toEqual([])
    expect(checkHouse(root, { manifest, modules: ['tasks'] }).violations.map(({ rule }) => rule)).toEqual(['modules-keep-their-order'])
  })
})

test('the style numbers count functions and files of the product only', () => {
  const names = check('clean').numbers.map(({ name, value }) => `${name} = ${value}`)

  expect(names).toContain('function lines, max = 8')
  expect(names).toContain('`any` outside engine = 0')
})
