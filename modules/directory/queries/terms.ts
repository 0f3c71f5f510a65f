import { type TermTree, termsInput } from '#contract/terms.ts'
import type { Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
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
      title: String(head?.['title'] ?? scheme),
      basis: (head?.['basis'] ?? null) as string | null,
      fromOn: (head?.['fromOn'] ?? null) as string | null,
      untilOn: (head?.['untilOn'] ?? null) as string | null,
      on,
      terms: termTree(rows),
    }
    return tree
  },
})

async function headOf(store: Store, scheme: string): Promise<Row | undefined> {
  const text = `select title, basis, from_on::text as "fromOn", until_on::text as "untilOn" from ${tableOf(store, classification)} where code = $1 limit 1`
  return (await ask(poolReader(store), text, [scheme]))[0]
}

/** The classes of a classification that are valid on a day, in their own order. */
export async function classesOn(store: Store, scheme: string, on: string): Promise<readonly TermRow[]> {
  const text = `select code, title, title_en as "titleEn", aliases, parent, "order", from_on::text as "fromOn", until_on::text as "untilOn"
    from ${tableOf(store, classificationTerm)} where scheme = $1 and (from_on is null or from_on <= $2) and (until_on is null or until_on >= $2) order by "order", code`
  return (await ask(poolReader(store), text, [scheme, on])) as unknown as readonly TermRow[] // the columns named above
}
