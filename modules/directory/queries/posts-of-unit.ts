import { z } from 'zod'
import type { Expression } from '#engine/define/expression.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { tableOf } from '#engine/store/context.ts'
import { binder, toSql } from '#engine/store/expression-sql.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { orNull, text, truth } from '#platform/db/columns.ts'
import { orgUnit } from '../registers/org-unit.register.ts'
import { person } from '../registers/person.register.ts'
import { post } from '../registers/post.register.ts'
import { tenure } from '../registers/tenure.register.ts'
import { type PostRow, postsByUnit } from '../rules/posts-by-unit.ts'

/** Whose posts one sees: those of the own unit; those in the own area, for who works there with other units. */
const SEES: Expression = {
  any: [
    { ownUnit: 'unit' },
    { role: 'administrator' },
    {
      all: [
        { any: [{ role: 'planner' }, { role: 'division_head' }, { role: 'auditor' }, { role: 'city_clerk' }, { role: 'city_leader' }] },
        { withinArea: 'area' },
      ],
    },
  ],
}

/** Units with who leads, who is the liaison and who fills in, since when, and which of the three is missing. */
export const postsOfUnit = query({
  name: 'directory.posts-of-unit',
  label: { zh: '单位岗位', en: 'Posts of units' },
  input: z.object({ unit: z.uuid().optional() }),
  right: { always: true },
  async run(asked, { unit }) {
    const rows = await postRows(asked, unit)
    return { units: postsByUnit(rows, post.fields.duty.codes, today(asked.store.clock, asked.store.timeZone)) }
  },
})

const POST = {
  unit: text,
  unitTitle: text,
  area: text,
  post: text,
  title: text,
  duty: orNull(text),
  person: orNull(text),
  name: orNull(text),
  fromOn: orNull(text),
  untilOn: orNull(text),
  mayHandOver: truth,
}

async function postRows({ store, actor }: Asked, unit: string | undefined): Promise<readonly PostRow[]> {
  const values: unknown[] = []
  const bind = binder(values)
  const [sees, mayHandOver] = [SEES, post.access.handOver].map((right) => toSql(right, post, actor, bind))
  const ofUnit = unit === undefined ? '' : ` and unit = ${bind(unit)}`
  const sql = `select unit.id as unit, unit.title as "unitTitle", unit.area, post.id as post, post.title, post.duty, post.may as "mayHandOver",
      tenure.person, person.name, tenure.from_on::text as "fromOn", tenure.until_on::text as "untilOn"
    from (select id, no, title, duty, unit, ${mayHandOver} as may from ${tableOf(store, post)} where state = 'active' and ${sees}${ofUnit}) post
    join ${tableOf(store, orgUnit)} unit on unit.id = post.unit
    left join ${tableOf(store, tenure)} tenure on tenure.post = post.id and tenure.state = 'active'
    left join ${tableOf(store, person)} person on person.id = tenure.person
    order by unit.area, unit.no, post.no, tenure.from_on`
  return askFor(poolReader(store), POST, sql, values)
}
