import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { actWords } from '#engine/derive/act-words.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { engineTable, pastTableOf, type Store, tableOf } from './context.ts'
import { ask, poolReader, titlesFor, titlesOf } from './read.ts'
import { decoded, masked, opened, selectList } from './rows.ts'
import { filesOf } from './save.ts'
import { type AnsweredFile, answeredFiles } from './uploads.ts'

/** Who did what to an entry, as which post, when, why, and what changed; newest first. Before and after are read from the versions. */
export async function historyOf(store: Store, register: Register, id: string) {
  const [acts, versions, answered] = await Promise.all([actsOn(store, id), versionsOf(store, register, id), answeredFiles(store, id)])
  const [people, posts, titles] = await Promise.all([
    titlesOf(
      poolReader(store),
      store,
      'person',
      acts.map(({ person }) => String(person)),
    ),
    postsOf(
      store,
      acts.map(({ post }) => String(post)),
    ),
    titlesFor(poolReader(store), store, register, versions),
  ])
  const byVersion = new Map(versions.map((row) => [row['version'], row]))
  const told = toldByVersion(register, versions, answered)
  return acts.map((act) => ({
    event: String(act['event']),
    at: String(act['at']),
    person: people[String(act['person'])] ?? '系统',
    ...(posts[String(act['post'])] ?? { post: '系统', unit: '' }),
    act: String(act['act']),
    actLabel: actWords(register, String(act['act'])),
    reason: act['reason'] as string | null,
    from: act['from_state'] as string | null,
    to: String(act['to_state']),
    version: Number(act['version']),
    changes: changesBetween(store, register, byVersion.get(Number(act['version']) - 1), byVersion.get(Number(act['version'])), titles),
    answersFor: (told.get(Number(act['version'])) ?? []).filter(({ person }) => person === act['person']).map(({ words }) => words),
  }))
}

/** Each file at the first version that names it: the act by which its sender hung it on the entry. */
function toldByVersion(register: Register, versions: readonly Row[], answered: readonly AnsweredFile[]) {
  const oldestFirst = answered.length === 0 ? [] : versions.toSorted((a, b) => Number(a['version']) - Number(b['version']))
  return Map.groupBy(answered, ({ sha256 }) => Number(oldestFirst.find((row) => filesOf(register, row).includes(sha256))?.['version']))
}

async function actsOn(store: Store, id: string): Promise<readonly Row[]> {
  const text = `select event.id as event, event.at, event.person, event.post, event.reason, act.act, act.from_state, act.to_state, act.version
    from ${engineTable(store, 'event_entry')} act join ${engineTable(store, 'event')} event on event.id = act.event where act.entry = $1 order by act.version desc`
  return ask(poolReader(store), text, [id])
}

async function versionsOf(store: Store, register: Register, id: string): Promise<readonly Row[]> {
  const columns = selectList(register)
  const text = `select ${columns} from ${tableOf(store, register)} where id = $1 union all select ${columns} from ${pastTableOf(store, register)} where id = $1`
  return (await ask(poolReader(store), text, [id])).map((row) => decoded(register, row))
}

async function postsOf(store: Store, ids: readonly string[]): Promise<Record<string, { post: string; unit: string }>> {
  const post = store.catalogue.need('post')
  const unit = store.catalogue.need('org_unit')
  const text = `select post.id, post.title as post, unit.title as unit from ${tableOf(store, post)} post join ${tableOf(store, unit)} unit on unit.id = post.unit where post.id = any($1)`
  const rows = await ask(poolReader(store), text, [[...new Set(ids)]])
  return Object.fromEntries(rows.map((row) => [String(row['id']), { post: String(row['post']), unit: String(row['unit']) }]))
}

/** Personal data is compared as it is and told masked: 138****4444 → 138****4444 is a change nobody could see otherwise. */
function changesBetween(
  store: Store,
  register: Register,
  before: Row | undefined,
  after: Row | undefined,
  titles: Readonly<Record<string, string>>,
) {
  if (!after) return []
  const open = (row: Row) => opened(register, row, store.secrets)
  const shown = (row: Row) => masked(register, row, store.secrets)
  const [old, now, oldShown, nowShown] = [open(before ?? {}), open(after), shown(before ?? {}), shown(after)]
  return Object.entries(register.fields).flatMap(([field, { label }]) => {
    if (register.keys?.[field] || JSON.stringify(old[field] ?? null) === JSON.stringify(now[field] ?? null)) return []
    return [
      {
        field,
        label,
        before: printed(register, field, oldShown[field] ?? null, titles),
        after: printed(register, field, nowShown[field] ?? null, titles),
      },
    ]
  })
}

function printed(register: Register, field: string, value: unknown, titles: Readonly<Record<string, string>>): Words | null {
  const definition = register.fields[field]
  if (value === null || !definition) return null
  const kind = kindOf(definition)
  return { zh: kind.print(value, definition, 'zh', titles), en: kind.print(value, definition, 'en', titles) }
}
