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
    const checked = found.map((view) => ({ view, ...checkedAgainst(register, view.list) }))
    const [people, opens, codes] = await Promise.all([
      titlesOf(
        poolReader(store),
        store,
        'person',
        found.map(({ createdBy }) => createdBy),
      ),
      openingView(asked, name),
      knownCodes(
        asked,
        register,
        checked.map(({ list }) => list),
      ),
    ])
    const told = checked.map(({ view: { id, version, title, share, createdBy }, list, faults }) => ({
      id,
      version,
      title,
      share,
      own: createdBy === actor.person,
      by: people[createdBy] ?? '',
      ...withoutGone(register, { list, faults }, codes),
    }))
    return { views: told, opens: found.some(({ id }) => id === opens) ? opens : null } satisfies ViewsAnswer
  },
})

interface Checked {
  readonly list: ListLook
  readonly faults: readonly Words[]
}

/** A view held against the fields and states that the register has today. */
function checkedAgainst(register: Register, kept: unknown): Checked {
  const read = listLook.safeParse(kept)
  return read.success ? checkedLook(register, read.data) : { list: {}, faults: [{ zh: '视图内容无法识别', en: 'the view cannot be read' }] }
}

interface KnownCodes {
  readonly titles: Readonly<Record<string, string>>
  readonly areas: ReadonlyMap<string, string>
}

/** The codes of all views at once, as far as the lists of codes have them today. */
async function knownCodes({ store }: Asked, register: Register, lists: readonly ListLook[]): Promise<KnownCodes> {
  const asked = lists.flatMap((list) => codesAsked(register, list)).map(({ field, code }) => ({ [field]: code }))
  const [titles, areas] = await Promise.all([
    titlesFor(poolReader(store), store, register, asked),
    lists.some(({ area }) => area !== undefined) ? areaTitles(store) : new Map<string, string>(),
  ])
  return { titles, areas }
}

function withoutGone(register: Register, { list, faults }: Checked, { titles, areas }: KnownCodes): { list: ListLook; faults: Words[] } {
  const gone = codesAsked(register, list).filter(({ key }) => titles[key] === undefined)
  const goneArea = list.area !== undefined && !areas.has(list.area) ? [list.area] : []
  const told = [...faults, ...[...gone.map(({ code }) => code), ...goneArea].map(unknownCode)]
  return { list: withoutCodes(list, gone, goneArea.length > 0), faults: [...new Map(told.map((words) => [words.zh, words])).values()] }
}
