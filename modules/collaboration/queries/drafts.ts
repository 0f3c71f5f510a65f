import { type DraftAnswer, type DraftList, draftInput, draftsInput } from '#contract/drafts.ts'
import { type DraftLine, draftDays, draftLines, draftsOf } from '#engine/store/drafts.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { today } from '#platform/clock/clock.ts'
import { typedFields } from '../rules/typed-fields.ts'
import { type EntryLine, readable } from './readable.ts'

/** What I typed and did not save, in every register or one. */
export const drafts = query({
  name: 'collaboration.drafts',
  label: { zh: '我的草稿', en: 'My drafts' },
  input: draftsInput,
  right: { always: true },
  async run(asked, { register }) {
    const { store, actor } = asked
    const lines = (await draftLines(store, actor, register)).filter((line) => store.catalogue.get(line.register))
    const entries = await readable(
      asked,
      lines.flatMap((line) => (line.entry === null ? [] : [{ register: line.register, entry: line.entry }])),
    )
    return { drafts: lines.map((line) => asListed(asked, line, entries)), days: draftDays(store) } satisfies DraftList
  },
})

/** One draft of mine, or those of an entry; what was typed into fields that are gone is left out. */
export const draft = query({
  name: 'collaboration.draft',
  label: { zh: '草稿内容', en: 'A draft' },
  input: draftInput,
  right: { always: true },
  async run({ store, actor }, wanted) {
    const found = await draftsOf(store, actor, wanted)
    const told = found.flatMap(({ id, register: name, version, at, values, base }) => {
      const register = store.catalogue.get(name)
      if (!register) return []
      return [{ draft: id, register: name, version, at, values: typedFields(register, values), base: typedFields(register, base) }]
    })
    return { drafts: told } satisfies DraftAnswer
  },
})

function asListed({ store }: Asked, line: DraftLine, entries: ReadonlyMap<string, EntryLine>): DraftList['drafts'][number] {
  const { id, register, entry, title, at } = line
  const known = entry === null ? undefined : entries.get(entry)
  return {
    draft: id,
    register,
    registerTitle: store.catalogue.need(register).title,
    title: entry === null ? title : (known?.title ?? ''),
    entry: entry === null ? null : { id: entry, readable: known !== undefined },
    at,
    until: today({ now: () => new Date(Date.parse(at) + draftDays(store) * 86_400_000) }, store.timeZone),
  }
}
