import type { Actor } from '#engine/define/actor.ts'
import type { Store } from '#engine/store/context.ts'
import { orgUnit, person, post, type Role, tenure } from '#modules/directory/index.ts'
import { type Holder, made } from './directory.ts'
import { personName } from './names.ts'
import type { Random } from './random.ts'

export interface SeededArea {
  readonly code: string
  readonly title: string
  readonly level: string
  readonly parent: string | null
}

/** Who handles what comes from an area: its own bureau, its city's, the province. */
export interface Line {
  readonly county: Actor | undefined
  readonly countyLeader: Actor | undefined
  readonly city: Actor | undefined
  readonly cityLeader: Actor | undefined
  /** Recommends what belongs to no city. */
  readonly department: Actor
  readonly planner: Actor
}

interface Desk {
  readonly area: SeededArea
  readonly role: Role
  readonly unit: string
  readonly post: string
  readonly name: string
}

/**
 * A clerk and a leader for every city, county and zone that has none among the accounts of the sample pack. They have posts and
 * tenures, so that every step in a history was made by somebody of the place; they have no account.
 */
export async function seedOfficials(
  store: Store,
  random: Random,
  areas: readonly SeededArea[],
  holders: readonly Holder[],
): Promise<(area: string) => Line> {
  const known = new Map(holders.map(({ actor }) => [`${actor.area}:${[...actor.roles][0]}`, actor]))
  const desks = areas.filter(({ level }) => level !== 'province').flatMap((area) => desksOf(area, random))
  const missing = desks.filter(({ area, role }) => !known.has(`${area.code}:${role}`))
  for (const [key, actor] of await seated(store, missing)) known.set(key, actor)
  const planner = holders.find(({ loginName }) => loginName === 'planner')!.actor
  const department = holders.find(({ loginName }) => loginName === 'education')!.actor
  const at = (area: string, role: Role) => known.get(`${area}:${role}`)
  return (area) => {
    const city = `${area.slice(0, 4)}00`
    return {
      county: at(area, 'county_clerk'),
      countyLeader: at(area, 'county_leader'),
      city: at(city, 'city_clerk'),
      cityLeader: at(city, 'city_leader'),
      department,
      planner,
    }
  }
}

function desksOf(area: SeededArea, random: Random): readonly Desk[] {
  const unit = area.level === 'zone' ? `${area.title}管委会` : `${area.title}科技局`
  const [clerk, leader] = area.level === 'city' ? (['city_clerk', 'city_leader'] as const) : (['county_clerk', 'county_leader'] as const)
  return [
    { area, role: clerk, unit, post: area.level === 'city' ? '高新处经办' : '高新科经办', name: personName(random) },
    { area, role: leader, unit, post: area.level === 'zone' ? '分管副主任' : '分管副局长', name: personName(random) },
  ]
}

async function seated(store: Store, desks: readonly Desk[]): Promise<readonly (readonly [string, Actor])[]> {
  const bureaus = [...new Map(desks.map((desk) => [`${desk.area.code}:${desk.unit}`, desk])).entries()]
  const unitIds = await made(
    store,
    orgUnit,
    bureaus.map(([, { unit, area }]) => ({
      title: unit,
      unitType: area.level === 'zone' ? ('zone_committee' as const) : ('department' as const),
      area: area.code,
    })),
  )
  const unitOf = new Map(bureaus.map(([key], at) => [key, unitIds[at]!]))
  const ofDesk = ({ area, unit }: Desk) => unitOf.get(`${area.code}:${unit}`)!
  const posts = await made(
    store,
    post,
    desks.map((desk) => ({ title: desk.post, role: desk.role, unit: ofDesk(desk), area: desk.area.code })),
  )
  const persons = await made(
    store,
    person,
    desks.map(({ name }) => ({ name })),
  )
  await made(
    store,
    tenure,
    desks.map((_desk, at) => ({ person: persons[at]!, post: posts[at]!, fromOn: '2024-01-01', note: '演示任职' })),
  )
  return desks.map((desk, at) => [
    `${desk.area.code}:${desk.role}`,
    { person: persons[at]!, post: posts[at]!, unit: ofDesk(desk), roles: new Set([desk.role]), area: desk.area.code },
  ])
}
