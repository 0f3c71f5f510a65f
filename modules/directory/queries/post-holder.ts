import type { Actor } from '#engine/define/actor.ts'
import type { Id } from '#engine/define/id.ts'
import type { Store } from '#engine/store/context.ts'
import { today } from '#platform/clock/clock.ts'
import { schemaText } from './sessions-schema.ts'

/** A person as whom they act in a post; undefined when they do not hold it today. For work that goes on after the request that asked for it. */
export async function holderOf(store: Store, person: string, post: string): Promise<Actor | undefined> {
  const own = schemaText(store.schema)
  const { rows } = await store.database.query<{ person: Id<'person'>; post: Id<'post'>; unit: Id<'org_unit'>; role: string; area: string }>(
    `select p.id as person, o.id as post, o.unit, o.role, o.area from ${own}.person p join ${own}.post o on o.id = $2 and o.state = 'active'
     where p.id = $1 and p.state = 'active' and exists (select from ${own}.tenure t where t.person = p.id and t.post = o.id and t.state = 'active'
       and t.from_on <= $3 and (t.until_on is null or t.until_on >= $3))`,
    [person, post, today(store.clock, store.timeZone)],
    `post_holder_${store.schema}`,
  )
  const [found] = rows
  return found && { person: found.person, post: found.post, unit: found.unit, area: found.area, roles: new Set([found.role]) }
}

/** As whom a person may act today: in each post that they hold, the oldest first. */
export async function actorsOf(store: Store, person: string): Promise<readonly Actor[]> {
  const own = schemaText(store.schema)
  const { rows } = await store.database.query<{ post: string }>(
    `select post from ${own}.tenure where person = $1 and state = 'active' group by post order by min(from_on), post`,
    [person],
  )
  const found = await Promise.all(rows.map(({ post }) => holderOf(store, person, post)))
  return found.filter((actor) => actor !== undefined)
}
