import { type TermTree, termsInput } from '#contract/terms.ts'
import { refuse } from '#engine/define/refusal.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { type Columned, number, orNull, text } from '#platform/db/columns.ts'
import { classification } from '../registers/classification.register.ts'
import { classificationTerm } from '../registers/classification-term.register.ts'
import { type TermRow, termTree } from '../rules/term-tree.ts'

/** A classification as a tree of the classes that are valid on a day, with the other names each goes by. */
export const terms = query({
  name: 'directory.terms',
  label: { zh: '分类类目', en: 'Classes' },
  input: termsInput,
  right: { always: true },
  async run({ store }, { scheme, on = today(store.clock, store.timeZone) }) {
    const [head, rows] = await Promise.all([headOf(store, scheme), classesOn(store, scheme, on)])
    if (!head && rows.length === 0)
      return refuse('not_found', 'classification.unknown', `没有代码为“${scheme}”的分类体系`, `there is no classification ${scheme}`)
    const tree: TermTree = {
      scheme,
      title: head?.title ?? scheme,
      basis: head?.basis ?? null,
      fromOn: head?.fromOn ?? null,
      untilOn: head?.untilOn ?? null,
      on,
      terms: termTree(rows),
    }
    return tree
  },
})

const HEAD = { title: text, basis: orNull(text), fromOn: orNull(text), untilOn: orNull(text) }
const CLASS = {
  code: text,
  title: text,
  titleEn: orNull(text),
  aliases: orNull(text),
  parent: orNull(text),
  order: orNull(number),
  fromOn: orNull(text),
  untilOn: orNull(text),
}

async function headOf(store: Store, scheme: string): Promise<Columned<typeof HEAD> | undefined> {
  const sql = `select title, basis, from_on::text as "fromOn", until_on::text as "untilOn" from ${tableOf(store, classification)} where code = $1 limit 1`
  return (await askFor(poolReader(store), HEAD, sql, [scheme]))[0]
}

/** The classes of a classification that are valid on a day, in their own order. */
export async function classesOn(store: Store, scheme: string, on: string): Promise<readonly TermRow[]> {
  const sql = `select code, title, title_en as "titleEn", aliases, parent, "order", from_on::text as "fromOn", until_on::text as "untilOn"
    from ${tableOf(store, classificationTerm)} where scheme = $1 and (from_on is null or from_on <= $2) and (until_on is null or until_on >= $2) order by "order", code`
  return askFor(poolReader(store), CLASS, sql, [scheme, on])
}
