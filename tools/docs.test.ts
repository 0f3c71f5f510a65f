import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { Expression } from '#engine/define/expression.ts'
import { shippedRegisters } from '#registers/index.ts'
import { checkExamples, checkPages, moduleFaults, readPages, roomFaults } from './docs.ts'
import { readDoors } from './doors.ts'

const root = dirname(import.meta.dirname)
// A compiler of its own: it took 90 s on a machine with a load of twenty.
const SLOW = 240_000

test('every TypeScript example of the pages compiles, and one that does not is named', { timeout: SLOW }, () => {
  const wrong = { path: 'docs/wrong.md', text: "one\n\n```ts\nconst amount: number = 'much'\n```\n" }

  const said = checkExamples(root, [...readPages(root), wrong])

  expect(said).toContain('docs__wrong.3.ts(1,7): error TS2322')
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('links and trees of the pages lead somewhere, and the READMEs of the modules list what their doors show', async () => {
  expect(await checkPages(root)).toEqual([])
})

test('a tree that names some rooms of a folder and forgets one is found', () => {
  const rooms = new Map([['packs', ['sample', 'shandong-8x']]])
  const tree = (said: string) => ({ path: 'README.md', text: `\`\`\`text\n${said}\n\`\`\`\n` })

  expect(roomFaults(tree('packs/  data: sample'), rooms)).toEqual(['README.md: the row of packs/ leaves out shandong-8x.'])
  expect(roomFaults(tree('packs/  data: sample ·\n        shandong-8x'), rooms)).toEqual([])
  expect(roomFaults(tree('packs/  data'), rooms)).toEqual([])
})

test('a README that forgets or invents a command is found', () => {
  const door = { module: 'plans', registers: [], commands: ['plans.read'], queries: [] }
  const text = '- Registers: none\n- Commands: `plans.write`\n- Queries: none\n'

  expect(moduleFaults([{ path: 'modules/plans/README.md', text }], door)).toEqual([
    'modules/plans/README.md: Commands lacks plans.read.',
    'modules/plans/README.md: Commands lists plans.write, which the module has not.',
  ])
})

test('no right of a shipped register takes away: decision 2 keeps `not` out of rights', async () => {
  const registers = [...(await readDoors(root)).flatMap((door) => door.registers), ...shippedRegisters]
  const rights = registers.flatMap(({ name, access }) =>
    Object.entries(access).map(([right, rule]) => ({ right: `${name}.${right}`, rule })),
  )

  expect(rights.filter(({ rule }) => negates(rule)).map(({ right }) => right)).toEqual([])
  expect(negates({ any: [{ not: { role: 'planner' } }] })).toBe(true)
})

function negates(expression: Expression): boolean {
  if ('not' in expression) return true
  if ('all' in expression) return expression.all.some(negates)
  if ('any' in expression) return expression.any.some(negates)
  return 'some' in expression && negates(expression.some)
}
