import { type ListLook, listLook, type ViewsAnswer, viewsInput } from '#contract/views.ts'
import { mayInGeneral } from '#engine/access/may-in-general.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { unknownRegister } from '#engine/store/entries.ts'
import { findRows } from '#engine/store/find.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, titlesFor, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { savedView } from '../registers/saved-view.register.ts'
import { codesAsked, withoutCodes } from '../rules/view-codes.ts'
import { checkedLook, unknownCode } from '../rules/view-faults.ts'
import { openingView } from './opening-view.ts'

/** My own views of a register and those shared with me, held against what the register and its lists of codes are today. */
export const views = query({
  name: 'collaboration.views',
  label: { zh: '列表视图', en: 'Saved views' },
  input: viewsInput,
  right: { always: true },
  async run(asked, { register: name }) {
    const { store, actor } = asked
    const register = store.catalogue.get(name)
    if (!register || !mayInGeneral(register, actor, 'read')) return unknownRegister(name)
    const found = await findRows({ store, actor, reader: poolReader(store) }, savedView, {
      all: [
        { field: 'register', is: name },
        { field: 'state', is: 'kept' },
        {
          any: [{ ownPerson: 'createdBy' }, { field: 'share', is: 'all' }, { all: [{ field: 'share', is: 'unit' }, { ownUnit: 'unit' }] }],
        },
      ],
    })
    const [people, opens] = await Promise.all([
      titlesOf(
        poolReader(store),
        store,
        'person',
        found.map(({ createdBy }) => createdBy),
      ),
      openingView(asked, name),
    ])
    const told = found.map(async ({ id, version, title, share, createdBy, list }) => ({
      id,
      version,
      title,
      share,
      own: createdBy === actor.person,
      by: people[createdBy] ?? '',
      ...(await heldAgainstToday(asked, register, list)),
    }))
    return { views: await Promise.all(told), opens: found.some(({ id }) => id === opens) ? opens : null } satisfies ViewsAnswer
  },
})

async function heldAgainstToday({ store }: Asked, register: Register, kept: unknown): Promise<{ list: ListLook; faults: Words[] }> {
  const read = listLook.safeParse(kept)
  if (!read.success) return { list: {}, faults: [{ zh: '视图内容无法识别', en: 'the view cannot be read' }] }
  const { list, faults } = checkedLook(register, read.data)
  const asked = codesAsked(register, list)
  const titles = await titlesFor(
    poolReader(store),
    store,
    register,
    asked.map(({ field, code }) => ({ [field]: code })),
  )
  const areas = list.area === undefined ? new Map<string, string>() : await areaTitles(store)
  const gone = asked.filter(({ key }) => titles[key] === undefined)
  const goneArea = list.area !== undefined && !areas.has(list.area) ? [list.area] : []
  return {
    list: withoutCodes(list, gone, goneArea.length > 0),
    faults: [
      ...new Map(
        [...faults, ...[...gone.map(({ code }) => code), ...goneArea].map(unknownCode)].map((words) => [words.zh, words]),
      ).values(),
    ],
  }
}
