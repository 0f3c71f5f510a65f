import { type StartedList, workPageInput } from '#contract/work-list.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { nextMoves } from '#engine/derive/waiting.ts'
import { tableOf, titleColumn } from '#engine/store/context.ts'
import { binder, toSql } from '#engine/store/expression-sql.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { pageOf } from './page.ts'
import { lineOf } from './readable.ts'

/** The entries I made, the one that changed last first, wherever they stand now. */
export const startedList = query({
  name: 'collaboration.started',
  label: { zh: '我发起的', en: 'Started by me' },
  input: workPageInput,
  right: { always: true },
  async run(asked, input) {
    const { store, actor } = asked
    const page = pageOf(asked, 'started', input)
    if (page.refusal) return page.refusal
    const values: unknown[] = []
    const bind = binder(values)
    const [person, limit] = [bind(actor.person), bind(input.limit)]
    const beyond = page.after ? `and (changed_at, id) < (${bind(page.after.at)}::timestamptz, ${bind(page.after.id)}::uuid)` : ''
    const registers = store.catalogue.all.filter(
      (register) => nextMoves(register).length > 0 && (input.register === undefined || register.name === input.register),
    )
    if (registers.length === 0) return { items: [] }
    const branches = registers.map((register) => {
      const area = register.area ? quoted(columnName(register.area)) : `''`
      const read = toSql(register.access['read'] ?? { always: false }, register, actor, bind)
      return `(select ${bind(register.name)}::text as register, id, no, state, ${titleColumn(register)}::text as title, ${area}::text as area, changed_at as "changedAt"
        from ${tableOf(store, register)} where created_by = ${person} and ${read} ${beyond} order by changed_at desc, id desc limit ${limit})`
    })
    const text = `select * from (${branches.join(' union all ')}) entries order by "changedAt" desc, id desc limit ${limit}`
    const [rows, areas] = await Promise.all([ask(poolReader(store), text, values), areaTitles(store)])
    return {
      items: rows.map((row) => {
        const line = lineOf(String(row['register']), store.catalogue.need(String(row['register'])), row)
        return { ...line, areaTitle: areas.get(line.areaTitle) ?? line.areaTitle, changedAt: String(row['changedAt']) }
      }),
      ...page.next(rows.map((row) => ({ at: String(row['changedAt']), id: String(row['id']) }))),
    } satisfies StartedList
  },
})
