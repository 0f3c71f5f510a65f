import type { Id } from '#engine/define/id.ts'
import type { Words } from '#engine/define/words.ts'
import { type Clock, today } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { roles } from '../rules/roles.ts'
import { type AccountPerson, type Jurisdiction, peopleOf } from './accounts-jurisdictions.ts'
import { schemaText } from './sessions-schema.ts'

/** A post that a person holds today, with the words a chooser of posts needs. */
export interface HeldPost {
  readonly id: Id<'post'>
  readonly title: string
  readonly role: string
  readonly roleTitle: Words
  readonly unit: Id<'org_unit'>
  readonly unitTitle: string
  readonly area: string
  readonly areaTitle: string
}

/** A held post and where it is held. */
export interface Seat {
  readonly post: HeldPost
  readonly person: Id<'person'>
  readonly jurisdiction: Jurisdiction
}

/** All posts an account may act as today, over its jurisdictions, each by the calendar day of its own zone. */
export async function seatsOf(database: Database, clock: Clock, account: string): Promise<readonly Seat[]> {
  const people = await peopleOf(database, account)
  const seats = await Promise.all(people.map(async (one) => await seatsOfPerson(database, clock, one)))
  return seats.flat()
}

async function seatsOfPerson(database: Database, clock: Clock, { jurisdiction, person }: AccountPerson): Promise<readonly Seat[]> {
  const { schema, timeZone } = jurisdiction
  const values = [person, today(clock, timeZone)]
  const { rows } = await database.query<Omit<HeldPost, 'roleTitle'>>(heldPostsText(schema), values, `held_posts_${schema}`)
  return rows.map((row) => ({ post: { ...row, roleTitle: titleOf(row.role) }, person, jurisdiction }))
}

function titleOf(role: string): Words {
  const titles: Readonly<Record<string, Words>> = roles
  return titles[role] ?? { zh: role, en: role }
}

/** An abolished area keeps its row, so a code may have several; the one still valid gives the title. */
function heldPostsText(schema: string): string {
  const own = schemaText(schema)
  return `
    select o.id, o.title, o.role, o.unit, u.title as "unitTitle", o.area,
      coalesce((select a.title from ${own}.area a where a.code = o.area order by a.until_on desc nulls first limit 1), o.area) as "areaTitle"
    from ${own}.post o
    join ${own}.org_unit u on u.id = o.unit
    join ${own}.person p on p.id = $1 and p.state = 'active'
    where o.state = 'active' and o.id in (
      select t.post from ${own}.tenure t
      where t.person = $1 and t.state = 'active' and t.from_on <= $2::date and (t.until_on is null or t.until_on >= $2::date))
    order by o.no`
}
