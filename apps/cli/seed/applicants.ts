import type { Actor } from '#engine/define/actor.ts'
import type { Id } from '#engine/define/id.ts'
import type { Store } from '#engine/store/context.ts'
import { person, post, tenure } from '#modules/directory/index.ts'
import { made } from './directory.ts'
import { personName } from './names.ts'
import type { Random } from './random.ts'
import type { SeededUnit } from './units.ts'

/** A person in every unit who fills in its applications. */
export async function seedApplicants(store: Store, random: Random, units: readonly SeededUnit[]): Promise<(unit: SeededUnit) => Actor> {
  const persons = await made(
    store,
    person,
    units.map(() => ({ name: personName(random) })),
  )
  const posts = await made(
    store,
    post,
    units.map(({ id, area }) => ({ title: '项目申报专员', role: 'applicant' as const, unit: id as Id<'org_unit'>, area })),
  )
  await made(
    store,
    tenure,
    units.map((_unit, at) => ({ person: persons[at]!, post: posts[at]!, fromOn: '2024-01-01', note: '演示任职' })),
  )
  const actors = new Map<string, Actor>(
    units.map(({ id, area }, at) => [
      id,
      { person: persons[at]!, post: posts[at]!, unit: id as Id<'org_unit'>, roles: new Set(['applicant']), area },
    ]),
  )
  return ({ id }) => actors.get(id)!
}
