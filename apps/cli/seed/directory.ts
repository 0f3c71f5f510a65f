import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Actor } from '#engine/define/actor.ts'
import type { Id } from '#engine/define/id.ts'
import type { Register, ValuesOf } from '#engine/define/register.ts'
import { hasRightCheck } from '#engine/kinds/uscc.ts'
import { command, execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import {
  area,
  areaGroup,
  areaSuccession,
  createAccount,
  INSTALLER,
  orgUnit,
  person,
  post,
  type Role,
  tenure,
} from '#modules/directory/index.ts'
import { unitAlias } from '#modules/tasks/index.ts'

export const DEMONSTRATION_PASSWORD = 'Lantu-demo-2026'

export interface Holder {
  readonly loginName: string
  readonly title: string
  readonly actor: Actor
}

interface PersonRow {
  readonly loginName: string
  readonly unit: string
  readonly unitType: 'department' | 'zone_committee' | 'enterprise' | 'university' | 'institute' | 'agency'
  readonly area: string
  readonly role: Role
  readonly post: string
  readonly name: string
}

const DUTIES: Partial<Record<Role, 'leader' | 'liaison' | 'filler'>> = {
  division_head: 'leader',
  planner: 'liaison',
  city_leader: 'leader',
  county_leader: 'leader',
  leader: 'leader',
  signer: 'leader',
  city_clerk: 'liaison',
  county_clerk: 'liaison',
  applicant: 'filler',
}

type UnitRow = Pick<PersonRow, 'unitType' | 'area'> & { readonly title: string }

/** Areas, units, posts, people and their accounts, from the files of the sample pack. */
export async function seedDirectory(store: Store, root: string, jurisdiction: string) {
  const read = async <Data>(file: string) => JSON.parse(await readFile(join(root, 'packs/sample', file), 'utf8')) as Data
  const [areas, successions, groups, people, enterprises, aliases] = await Promise.all([
    read<ValuesOf<typeof area>[]>('areas.json'),
    read<ValuesOf<typeof areaSuccession>[]>('area-successions.json'),
    read<ValuesOf<typeof areaGroup>[]>('area-groups.json'),
    read<PersonRow[]>('people.json'),
    read<UnitRow[]>('units.json'),
    read<ValuesOf<typeof unitAlias>[]>('unit-aliases.json'),
  ])

  await made(store, area, areas)
  await made(store, areaSuccession, successions)
  await made(store, areaGroup, groups)
  await made(store, unitAlias, aliases)
  const unitRows = distinct([...people.map(({ unit, unitType, area: at }) => ({ title: unit, unitType, area: at })), ...enterprises])
  const unitIds = await made(
    store,
    orgUnit,
    unitRows.map((row, at) => ({ ...row, uscc: row.unitType === 'department' ? null : creditCode(row.area, at) })),
  )
  const unitOf = new Map(unitRows.map(({ title }, at) => [title, unitIds[at]!]))
  const posts = await made(
    store,
    post,
    people.map((row) => ({
      title: row.post,
      role: row.role,
      duty: DUTIES[row.role] ?? 'other',
      unit: unitOf.get(row.unit)!,
      area: row.area,
    })),
  )
  const persons = await made(
    store,
    person,
    people.map(({ name }) => ({ name })),
  )
  await made(
    store,
    tenure,
    people.map((_row, at) => ({ person: persons[at]!, post: posts[at]!, fromOn: '2024-01-01', note: '演示任职' })),
  )
  await openAccounts(
    store,
    jurisdiction,
    people.map(({ loginName }, at) => ({ loginName, person: persons[at]! })),
  )
  return {
    holders: people.map((row, at) => holder(row, persons[at]!, posts[at]!, unitOf.get(row.unit)!)),
    areas: areas
      .filter(({ untilOn }) => !untilOn)
      .map(({ code, title, level, parent }) => ({ code, title, level, parent: parent ?? null })),
    units: enterprises.map((row) => ({ ...row, id: unitOf.get(row.title)! })),
  }
}

async function openAccounts(
  store: Store,
  jurisdiction: string,
  owners: readonly { readonly loginName: string; readonly person: Id<'person'> }[],
): Promise<void> {
  for (const owner of owners) {
    const account = await createAccount(store.database, store.clock, {
      ...owner,
      password: DEMONSTRATION_PASSWORD,
      jurisdiction,
      mustChangePassword: false,
    })
    if (!account.ok) throw new Error(account.words.zh)
  }
}

function holder(row: PersonRow, personId: Id<'person'>, postId: Id<'post'>, unit: Id<'org_unit'>): Holder {
  return {
    loginName: row.loginName,
    title: `${row.unit} ${row.post}`,
    actor: { person: personId, post: postId, unit, roles: new Set([row.role]), area: row.area },
  }
}

/** Entries of one register in one command, in the order given. */
export async function made<R extends Register>(store: Store, register: R, rows: readonly ValuesOf<R>[]): Promise<readonly Id<R['name']>[]> {
  const install = command({
    name: 'installation.seed',
    label: { zh: '初始化', en: 'Seed' },
    input: z.object({}),
    right: { role: 'administrator' },
    run: async (call) => ({ ids: call.create(register, rows) }),
  })
  const outcome = await execute(store, install, { actor: INSTALLER, request: 'seed' }, {})
  if (!outcome.ok) throw new Error(outcome.words.zh)
  return outcome.answer.ids
}

function distinct(rows: readonly UnitRow[]): readonly UnitRow[] {
  return [...new Map(rows.map((row) => [row.title, row])).values()]
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** An invented credit code with the check character it must have. */
export function creditCode(areaCode: string, at: number): string {
  const stem = `91${areaCode.replace(/\D/g, '0')}MADEM${String(at).padStart(4, '0')}`
  return [...ALPHABET].map((check) => `${stem}${check}`).find(hasRightCheck)!
}
