import { type DoneList, workPageInput } from '#contract/work-list.ts'
import type { Words } from '#engine/define/words.ts'
import { actWords } from '#engine/derive/act-words.ts'
import { nextMoves } from '#engine/derive/waiting.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { binder } from '#engine/store/expression-sql.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { text } from '#platform/db/columns.ts'
import { pageOf } from './page.ts'
import { readable } from './readable.ts'

/** What I did as the holder of my post, the last first; the title of an entry only while I may read it. */
export const doneList = query({
  name: 'collaboration.done',
  label: { zh: '已办', en: 'Done' },
  input: workPageInput,
  right: { always: true },
  async run(asked, input) {
    const { store, actor } = asked
    const page = pageOf(asked, 'done', input)
    if (page.refusal) return page.refusal
    const values: unknown[] = []
    const bind = binder(values)
    const registers = store.catalogue.all.filter((register) => nextMoves(register).length > 0).map(({ name }) => name)
    // An event that did many things is a line for each of them.
    const [event, entry] = page.after?.id.split('/') ?? []
    const beyond = page.after
      ? `and (event.at, event.id, act.entry) < (${bind(page.after.at)}::timestamptz, ${bind(event)}::uuid, ${bind(entry)}::uuid)`
      : ''
    const sql = `select event.id as event, act.register, act.entry, act.act, event.at from ${engineTable(store, 'event')} event
      join ${engineTable(store, 'event_entry')} act on act.event = event.id and act.register = any(${bind(input.register ? [input.register] : registers)})
      where event.person = ${bind(actor.person)} and event.post = ${bind(actor.post)} ${beyond} order by event.at desc, event.id desc, act.entry desc limit ${bind(input.limit)}`
    const acts = await askFor(poolReader(store), ACT, sql, values)
    const lines = await readable(asked, acts)
    return {
      items: acts.map(({ register, entry: about, act, at }) => ({
        register,
        registerTitle: store.catalogue.need(register).title,
        id: about,
        title: lines.get(about)?.title ?? '',
        actLabel: actLabel(store, register, act),
        at,
        readable: lines.has(about),
      })),
      ...page.next(acts.map(({ at, event: made, entry: about }) => ({ at, id: `${made}/${about}` }))),
    } satisfies DoneList
  },
})

const ACT = { event: text, register: text, entry: text, act: text, at: text }

/** What was done, in the words of the register. */
export function actLabel({ catalogue }: Pick<Store, 'catalogue'>, register: string, act: string): Words {
  return actWords(catalogue.need(register), act)
}
