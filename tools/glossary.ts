import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Register } from '#engine/define/register.ts'
import { kinds } from '#engine/kinds/index.ts'
import { entryCommands } from '#engine/store/entry-commands.ts'
import { roles } from '#modules/directory/rules/roles.ts'
import { shippedRegisters } from '#registers/index.ts'
import { type Door, readDoors } from './doors.ts'
import { tablesOf } from './markdown.ts'

/** A name that definitions, commands or roles use, and what it names. */
export interface UsedName {
  readonly name: string
  readonly what: string
}

/** A word that GLOSSARY.md lacks, with one place where it is used. */
export interface UnknownWord {
  readonly word: string
  readonly what: string
}

/** Every name that the glossary answers for: registers and all in them, roles, kinds, commands, queries. */
export async function namesInUse(root: string): Promise<readonly UsedName[]> {
  const doors = await readDoors(root)
  const registers: readonly Register[] = [...doors.flatMap((door) => door.registers), ...shippedRegisters]
  return [
    ...Object.keys(roles).map((name) => ({ name, what: `role ${name}` })),
    ...Object.keys(kinds).map((name) => ({ name, what: `field kind ${name}` })),
    ...doors.flatMap(namesOfDoor),
    ...registers
      .slice(0, 1)
      .flatMap((register) => Object.values(entryCommands(register)).map(({ name }) => ({ name, what: `command ${name}` }))),
    ...registers.flatMap(namesOfRegister),
  ]
}

function namesOfDoor({ module, commands, queries }: Door): readonly UsedName[] {
  return [
    { name: module, what: `module ${module}` },
    ...commands.map((name) => ({ name, what: `command ${name}` })),
    ...queries.map((name) => ({ name, what: `query ${name}` })),
  ]
}

/** The names inside one definition: fields and their columns, states, moves, rights, indicators, measures. */
export function namesOfRegister({ name: own, fields, states, moves, access, counting = {} }: Register): readonly UsedName[] {
  const named = (what: string, names: readonly string[]) => names.map((name) => ({ name, what: `${what} ${own}.${name}` }))
  return [
    { name: own, what: `register ${own}` },
    ...named('field', Object.keys(fields)),
    ...Object.entries(fields).flatMap(([name, field]) =>
      'columns' in field ? named(`column of ${name} in`, Object.keys(field.columns)) : [],
    ),
    ...named('state', Object.keys(states)),
    ...named('move', Object.keys(moves)),
    ...named('right', Object.keys(access)),
    ...named('indicator', Object.keys(counting)),
    ...Object.entries(counting).flatMap(([indicator, { measures }]) =>
      Object.keys(measures).map((name) => ({ name, what: `measure ${indicator}.${name}` })),
    ),
  ]
}

/** leadUnit, lead_unit and plans.lead-unit are all made of the words lead, unit (and plans). */
export function wordsIn(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

/** The words of the glossary: all that stands in code quotes in a column headed "identifier" or "word". */
export function wordsOfGlossary(markdown: string): ReadonlySet<string> {
  const cells = tablesOf(markdown).flatMap(({ head, rows }) =>
    rows.flatMap((row) => row.filter((_, at) => WORD_COLUMNS.has(head[at] ?? ''))),
  )
  const quoted = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside))
  return new Set(quoted.flatMap(wordsIn))
}

const WORD_COLUMNS = new Set(['identifier', 'word'])

/** Each word that the glossary lacks, once. */
export function unknownWords(names: readonly UsedName[], known: ReadonlySet<string>): readonly UnknownWord[] {
  const found = new Map<string, UnknownWord>()
  for (const { name, what } of names)
    for (const word of wordsIn(name)) if (!known.has(word) && !found.has(word)) found.set(word, { word, what })
  return [...found.values()]
}

async function main() {
  const root = dirname(import.meta.dirname)
  const names = await namesInUse(root)
  const unknown = unknownWords(names, wordsOfGlossary(readFileSync(join(root, 'GLOSSARY.md'), 'utf8')))
  for (const { word, what } of unknown) console.log(`GLOSSARY.md lacks "${word}" (${what}); give it a line, or use a word that is there.`)
  console.log(`glossary: ${names.length} names, ${unknown.length} unknown words`)
  if (unknown.length > 0) process.exitCode = 1
}

if (import.meta.main) await main()
