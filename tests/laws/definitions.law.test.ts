import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { registerDescription } from '#contract/entries.ts'
import { inWords } from '#engine/access/in-words.ts'
import { catalogue } from '#engine/define/catalogue.ts'
import { parseRegister } from '#engine/define/definition-schema.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { allColumns, columnName } from '#engine/derive/columns.ts'
import { describe as describeForm } from '#engine/derive/form.ts'
import { plan, versionTable } from '#engine/derive/table.ts'
import { roles } from '#modules/directory/index.ts'
import { everyKindRegister as everyKind } from '#tests/support/every-kind.ts'
import { openWorld, type World } from '#tests/support/world.ts'

const REGISTERS = [...shipped().catalogue.all, everyKind].map((register) => [register.name, register] as const)
/** Those that people give, and the one that sets an installation up. */
const COMMANDS = new Set([...shipped().commands.keys(), 'installation.seed'])
const LONGEST_NAME = 63

describe.each(REGISTERS)('%s', (_name, register) => {
  test('is data: as JSON and back it is the same definition', () => {
    expect(parseRegister(JSON.parse(JSON.stringify(register)))).toEqual(register)
  })

  test('says everything that people read in Chinese and in English', () => {
    const words = wordsIn(register)

    expect(words.length).toBeGreaterThan(3)
    for (const { zh, en } of words) {
      expect(zh, en).toMatch(/\p{Script=Han}|^[A-Z0-9/ -]+$/u)
      expect(en, zh).toMatch(/^[\x20-\x7e“”’–—]+$/)
    }
  })

  test('has no state that cannot be reached and no move that stands in no state', () => {
    const reached = new Set([register.initial])
    for (const state of reached) for (const to of Object.values(register.states[state]!.moves)) reached.add(to)
    const used = new Set(Object.values(register.states).flatMap(({ moves }) => Object.keys(moves)))

    expect(Object.keys(register.states).filter((state) => !reached.has(state))).toEqual([])
    expect(Object.keys(register.moves).filter((move) => !used.has(move))).toEqual([])
  })

  test('says of every move who may make it, of every right a role that exists, of every command one that exists', () => {
    const named = Object.values(register.access).flatMap(rolesIn)
    const commands = [...(register.createVia ?? []), ...Object.values(register.moves).flatMap(({ via = [] }) => via)]

    expect(Object.keys(register.moves).filter((move) => !register.access[move])).toEqual([])
    expect(named.filter((role) => !Object.hasOwn(roles, role))).toEqual([])
    expect(commands.filter((command) => !COMMANDS.has(command))).toEqual([])
    if (Object.values(register.states).some(({ editable }) => editable) && !register.createVia)
      expect(register.access).toHaveProperty('edit')
  })

  test('is described to the browser without rights, rules or kinds', () => {
    const description = describeForm(register, ['read'])
    const told = JSON.stringify(description)

    expect(registerDescription.parse(description)).toEqual(description)
    expect(told).not.toMatch(/"(access|kind|role|ownPerson|ownUnit|withinArea|needs|checks|counting|that)":/)
    expect(description.fields.map(({ name }) => name)).toEqual(Object.keys(register.fields))
    expect(description.sections.flatMap(({ fields }) => fields).sort()).toEqual(Object.keys(register.fields).sort())
  })

  test('has names that PostgreSQL does not cut', () => {
    const indexes = plan('s', register, { current: undefined, past: undefined }).map(
      ({ sql }) => /^create index "([^"]+)"/.exec(sql)?.[1] ?? '',
    )
    const names = [register.name, versionTable(register), ...indexes, ...allColumns(register).map(({ field }) => columnName(field))]

    expect(names.filter((name) => Buffer.byteLength(name) > LONGEST_NAME)).toEqual([])
    expect(new Set(allColumns(register).map(({ sql }) => sql)).size).toBe(allColumns(register).length)
  })

  test('has rights that can be said aloud', () => {
    for (const right of Object.values(register.access)) {
      expect(inWords(right, register).zh).not.toMatch(/undefined|\[object/)
      expect(inWords(right, register).en).not.toMatch(/undefined|\[object/)
    }
  })
})

describe('a definition made at run time is refused with a sentence', () => {
  const base: Register = {
    ...everyKind,
    name: 'made',
    fields: { title: { kind: 'text', label: { zh: '名称', en: 'Title' } } },
    titleField: 'title',
    search: [],
    sorts: [],
  }
  const { area: _area, ...plain } = base
  const with_ = (more: object) => JSON.parse(JSON.stringify({ ...plain, ...more })) as unknown
  const text = { kind: 'text', label: { zh: '文', en: 'Text' } }
  const key = { kind: 'json', label: { zh: '键', en: 'Key' }, system: true }
  const setting = { question: base.title, basis: base.title, choices: { no: { label: base.title } }, standard: 'yes' }
  const decided = (moves: object) => ({
    decisions: {
      publish: {
        label: base.title,
        moves: { propose: 'close', takeOut: 'reopen', publish: 'close', ...moves },
        writes: { documentNo: 'title', documentTitle: 'title', documentDate: 'title' },
      },
    },
  })
  const counting = (more: object) => ({
    counting: {
      made: {
        version: 1,
        title: base.title,
        unit: base.title,
        measures: { all: base.title },
        counted: 'all',
        terms: [{ measure: 'all', when: { always: true }, countsOn: 'createdOn' }],
        ...more,
      },
    },
  })

  test.each([
    ['has an unknown kind', { fields: { title: { ...text, kind: 'sound' } } }, /kind/],
    ['has an option that its kind does not know', { fields: { title: { ...text, codes: {} } } }, /codes/],
    ['has a label in one language', { fields: { title: { ...text, label: { zh: '名称' } } } }, /en/],
    ['has a field with the name of a column every register has', { fields: { title: text, state: text, tokens: text } }, /state.*tokens/s],
    [
      'has a field with a name too long for PostgreSQL',
      { fields: { title: text, aBCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNO: text } },
      /too long/,
    ],
    ['has a move to nowhere', { states: { open: { label: base.title, moves: { close: 'gone' } } } }, /gone/],
    ['begins in a state that does not exist', { initial: 'nowhere' }, /nowhere/],
    ['says nothing of who may read', { access: { create: { always: true } } }, /read/],
    ['gives a right by a field it has not', { access: { read: { ownPerson: 'boss' } } }, /boss/],
    ['gives a right to who is a text', { access: { read: { ownPerson: 'title' } } }, /cannot be compared/],
    ['compares a day with what is none', { access: { read: { field: 'createdOn', atLeast: 'soon' } } }, /soon/],
    ['looks for words in a number', { access: { read: { field: 'version', has: '1' } } }, /version/],
    ['is named by a field of every object', { search: ['constructor'] }, /constructor/],
    ['asks with a move for a field it has not', { moves: { ...plain.moves, close: { label: base.title, asks: ['colour'] } } }, /colour/],
    [
      'proposes with a move a day that it does not ask for',
      { moves: { ...plain.moves, close: { label: base.title, proposes: { title: { yearEndOf: 'title' } } } } },
      /proposes for title/,
    ],
    [
      'shows in a list a column that its rows have not',
      { fields: { title: text, rows: { kind: 'rows', label: base.title, columns: { a: text }, shows: 'b' } } },
      /unknown column b/,
    ],
    [
      'stamps with a move what is no day',
      { moves: { ...plain.moves, close: { label: base.title, stamps: { title: { always: true } } } } },
      /no day/,
    ],
    ['makes a key of a field it has not', { fields: { title: text, known: key }, keys: { known: [['colour']] } }, /colour/],
    ['keeps a key where people type', { keys: { title: [['title']] } }, /kind json/],
    ['lies in a table without days', { places: 'title' }, /area and fromOn/],
    ['decides by moves that nobody makes by a command', decided({}), /close is made by no command/],
    ['decides by a move that does not follow', decided({ publish: 'gone' }), /there is no move gone/],
    ['writes a document into what people type', decided({}), /documentNo needs a field of kind text that the system writes; title is none/],
    [
      'has a part of a measure it has not',
      { area: 'title', ...counting({ parts: { some: { title: base.title, measures: ['half'] } } }) },
      /half/,
    ],
    ['has a setting without its standard choice', { area: 'title', ...counting({ settings: { open: setting } }) }, /no choice yes/],
    ['counts without an area', counting({}), /area/],
    ['counts a measure it has not', { area: 'title', ...counting({ counted: 'none' }) }, /none/],
    [
      'counts on what is no day',
      { area: 'title', ...counting({ terms: [{ measure: 'all', when: { always: true }, countsOn: 'changedAt' }] }) },
      /changedAt is not a day/,
    ],
  ])('when it %s', (_what, more, sentence) => {
    expect(() => parseRegister(with_(more))).toThrow(sentence)
  })

  test('and the same definition without the fault is taken', () => {
    expect(parseRegister(with_({}))).toMatchObject({ name: 'made' })
  })

  test.each(['event', 'file_use', 'every_kind', 'every_kind_version'])('when its name %s is that of another table', (name) => {
    expect(() => catalogue([...shipped().catalogue.all, everyKind, { ...parseRegister(with_({})), name }])).toThrow(name)
  })

  test('when it refers to a register that there is not', () => {
    const lost = parseRegister(with_({ fields: { title: text, boss: { kind: 'ref', label: base.title, to: 'chief' } } }))

    expect(() => catalogue([lost])).toThrow('chief')
  })
})

describe('the tables of a jurisdiction', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world?.close())

  test('are those of its registers and those whose names no register may take', async () => {
    const tables = (
      await world.sql('select table_name as name from information_schema.tables where table_schema = $1', [world.store.schema])
    ).map(({ name }) => String(name))
    const ofRegisters = new Set(world.store.catalogue.all.flatMap((register) => [register.name, versionTable(register)]))

    for (const name of tables.filter((each) => !ofRegisters.has(each))) {
      expect(
        () =>
          catalogue([
            { ...everyKind, name, fields: { text: everyKind.fields['text']!, area: everyKind.fields['area']! }, search: [], sorts: [] },
          ]),
        name,
      ).toThrow('already a table')
    }
    expect(tables.length).toBeGreaterThan(ofRegisters.size)
  })
})

/** Every pair of words in a definition, wherever it stands. */
function wordsIn(part: unknown): readonly Words[] {
  if (typeof part !== 'object' || part === null) return []
  if ('zh' in part || 'en' in part) return [part as Words]
  return Object.values(part).flatMap(wordsIn)
}

function rolesIn(expression: Expression): readonly string[] {
  if ('all' in expression) return expression.all.flatMap(rolesIn)
  if ('any' in expression) return expression.any.flatMap(rolesIn)
  if ('not' in expression) return rolesIn(expression.not)
  return 'role' in expression ? [expression.role] : []
}
