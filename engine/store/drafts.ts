import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Call } from './call.ts'
import { engineTable, type Store } from './context.ts'
import { ask, clientReader, poolReader } from './read.ts'

/** What somebody typed, by field, and what stood there before. */
export interface DraftContent {
  readonly values: Row
  readonly base: Row
}

/** A draft as its writer sees it. */
export interface KeptDraft extends DraftContent {
  readonly id: string
  readonly register: string
  readonly version: number
  readonly at: string
}

/** A draft in a list, without what was typed. */
export interface DraftLine extends Pick<KeptDraft, 'id' | 'register' | 'at'> {
  readonly entry: string | null
  readonly title: string
}

/** A draft on its way to the table. */
export interface DraftGiven extends DraftContent {
  readonly id: string
  readonly register: string
  readonly entry: string | null
  /** The version that the person saw; 0 for one that is still to be made. */
  readonly version: number
  readonly title: string
}

const DRAFT_DAYS = 90

/** For how many days a draft is kept after its last change. */
export const draftDays = ({ draftDays: days }: Store) => days ?? DRAFT_DAYS

/** Writes a draft over the version that was seen, and answers its new version; undefined when the draft has another one, or is another person's. */
export async function keepDraft({ facts, actor }: Call, draft: DraftGiven): Promise<number | undefined> {
  const { store, client, now } = facts
  const { id, register, entry, version, values, base } = draft
  const seal = (text: string, part: string) => store.secrets.seal(text, contextOf(actor.person, id, part))
  const sealed = [seal(draft.title, 'title'), seal(JSON.stringify({ values, base }), 'content'), filesIn(values)]
  const table = engineTable(store, 'draft')
  const [text, given] =
    version === 0
      ? [
          `insert into ${table} (id, person, title, content, files, changed_at, register, entry, version, made_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $6) on conflict (id) do nothing returning version`,
          [register, entry],
        ]
      : [
          `update ${table} set title = $3, content = $4, files = $5, changed_at = $6, version = version + 1
            where id = $1 and person = $2 and version = $7 returning version`,
          [version],
        ]
  const [row] = await ask(clientReader(client), text, [id, actor.person, ...sealed, now, ...given])
  return row && Number(row['version'])
}

/** How many drafts the person has, and whether this is one of them. */
export async function ownDrafts({ facts, actor }: Call, id: string): Promise<{ readonly count: number; readonly has: boolean }> {
  const text = `select count(*)::int as count, coalesce(bool_or(id = $2), false) as has from ${engineTable(facts.store, 'draft')} where person = $1`
  const [row] = await ask(clientReader(facts.client), text, [actor.person, id])
  return { count: Number(row?.['count']), has: row?.['has'] === true }
}

/** Throws drafts of the person away, in the transaction of what became of them; answers how many there were. */
export async function forgetDrafts({ facts, actor }: Call, ids: readonly string[]): Promise<number> {
  const text = `delete from ${engineTable(facts.store, 'draft')} where person = $1 and id = any($2) returning id`
  return (await ask(clientReader(facts.client), text, [actor.person, [...ids]])).length
}

/** One draft of the person, or those of an entry, opened. */
export async function draftsOf(store: Store, { person }: Actor, wanted: DraftWanted): Promise<readonly KeptDraft[]> {
  const [column, value] = 'draft' in wanted ? ['id', wanted.draft] : ['entry', wanted.entry]
  const text = `select id, register, version, content, changed_at from ${engineTable(store, 'draft')} where person = $1 and ${column} = $2 order by changed_at, id`
  return (await ask(poolReader(store), text, [person, value])).map((row) => ({
    id: String(row['id']),
    register: String(row['register']),
    version: Number(row['version']),
    at: String(row['changed_at']),
    ...(JSON.parse(opened(store, person, row, 'content')) as DraftContent), // as keepDraft wrote it
  }))
}

/** Which drafts: one by its id, or those of an entry. */
export type DraftWanted = { readonly draft: string } | { readonly entry: string }

/** The drafts of the person, the one typed last first. */
export async function draftLines(store: Store, { person }: Actor, register: string | undefined): Promise<readonly DraftLine[]> {
  const text = `select id, register, entry, title, changed_at from ${engineTable(store, 'draft')}
    where person = $1 and ($2::text is null or register = $2) order by changed_at desc, id`
  return (await ask(poolReader(store), text, [person, register ?? null])).map((row) => ({
    id: String(row['id']),
    register: String(row['register']),
    entry: row['entry'] === null ? null : String(row['entry']),
    title: opened(store, person, row, 'title'),
    at: String(row['changed_at']),
  }))
}

/** Drafts that nobody went on with for as long as drafts are kept. */
export async function forgetOldDrafts(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - draftDays(store) * 86_400_000)
  await ask(poolReader(store), `delete from ${engineTable(store, 'draft')} where changed_at < $1`, [before])
}

/** The uploads that a draft names, whatever else is typed around them. */
function filesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(filesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => (name === 'sha256' && typeof one === 'string' ? [one] : filesIn(one)))
}

/** A sealed part cannot be hung on another person, another draft or another part. */
const contextOf = (person: string, id: string, part: string) => `draft ${part} ${person} ${id}`

function opened(store: Store, person: string, row: Row, part: 'title' | 'content'): string {
  const sealed = row[part] as Buffer // a bytea column
  return store.secrets.open(sealed, contextOf(person, String(row['id']), part))
}
