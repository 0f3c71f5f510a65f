import { type CopyList, copiesInput } from '#contract/work-list.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { tableOf } from '#engine/store/context.ts'
import { binder } from '#engine/store/expression-sql.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { areaTitles, post } from '#modules/directory/index.ts'
import { number, orNull, text, truth } from '#platform/db/columns.ts'
import { copy } from '../registers/copy.register.ts'
import { pageOf } from './page.ts'
import { readable, unreadable } from './readable.ts'

/** What I was copied on, unless I have marked it as read and do not ask for all; an entry that I may no longer read keeps its line, without its words. */
export const copyList = query({
  name: 'collaboration.copies',
  label: { zh: '抄送', en: 'Copies' },
  input: copiesInput,
  right: { always: true },
  async run(asked, input) {
    const { store, actor } = asked
    const page = pageOf(asked, 'copies', input)
    if (page.refusal) return page.refusal
    const values: unknown[] = []
    const bind = binder(values)
    const beyond = page.after ? `and (copy.created_at, copy.id) < (${bind(page.after.at)}::timestamptz, ${bind(page.after.id)}::uuid)` : ''
    const unread = input.read === 'all' ? '' : `and copy.state = 'unread'`
    const about = input.register ? `and copy.register = ${bind(input.register)}` : ''
    const sql = `select copy.id, copy.version, copy.register, copy.entry, copy.note, copy.created_at as at, copy.state = 'read' as "isRead", post.title as from
      from ${tableOf(store, copy)} copy left join ${tableOf(store, post)} post on post.id = copy."from"
      where copy.person = ${bind(actor.person)} ${unread} ${about} ${beyond} order by copy.created_at desc, copy.id desc limit ${bind(input.limit)}`
    const copies = await askFor(poolReader(store), COPY, sql, values)
    const [lines, areas] = await Promise.all([readable(asked, copies), areaTitles(store)])
    return {
      items: copies.map((each) => {
        const line = lines.get(each.entry) ?? unreadable(asked, each)
        const { id, version, note, from, at } = each
        return {
          ...line,
          areaTitle: areas.get(line.areaTitle) ?? line.areaTitle,
          copy: id,
          version,
          note: note ?? '',
          from: from ?? '',
          at,
          isRead: each.isRead,
          readable: lines.has(each.entry),
        }
      }),
      ...page.next(copies.map(({ id, at }) => ({ at, id }))),
    } satisfies CopyList
  },
})

const COPY = {
  id: text,
  version: number,
  register: text,
  entry: text,
  note: orNull(text),
  from: orNull(text),
  at: text,
  isRead: truth,
}
