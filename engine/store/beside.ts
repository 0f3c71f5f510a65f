import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { PAST_ACT } from '#engine/derive/act-words.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { codeListColumns, codeListTitles } from './codes.ts'
import { engineTable, type Store, tableOf, titleColumn } from './context.ts'
import { binder, toSql } from './expression-sql.ts'
import { pastOf } from './import-history.ts'
import { kept } from './kept.ts'
import { ask, type Reader, titleColumns, titlesIn } from './read.ts'
import { jsonList, rowOfJson } from './rows.ts'

/** What is told beside an entry. */
export interface Beside {
  /** The names of the entries it refers to, by id. */
  readonly titles: Readonly<Record<string, string>>
  /** What is doubtful, with its field, and other entries with the same values in fields that should tell entries apart, with their numbers: never a refusal. */
  readonly warnings: readonly Warning[]
}

/** A sentence, and the field that it is about. */
interface Warning extends Words {
  readonly field?: string
}

/** An entry with what is told beside it, whoever asks; the caller looks at the right. */
export interface EntryBeside {
  readonly row: Row
  readonly beside: Beside
}

/** One statement, in which names and likeness are columns of the entry's own row: a branch of a union for each took two and a half times as long. */
export async function readBeside(
  reader: Reader,
  store: Store,
  register: Register,
  id: string,
  actor: Actor,
): Promise<EntryBeside | undefined> {
  const { text, values } = statementsOf(store)(register)(actor)
  const [found] = await ask(reader, text, [id, ...values])
  if (!found) return undefined
  const row = rowOfJson(found['entry'])
  return {
    row,
    beside: {
      titles: { ...titlesIn(register, [row]), ...codeListTitles(register, row) },
      warnings: [...pastIn(register, row), ...likenessIn(register, row)],
    },
  }
}

/** The statement and its values behind the id; somebody at work looks at many entries of a register. */
const statementsOf = kept((store: Store) =>
  kept((register: Register) =>
    kept((actor: Actor) => {
      const values: unknown[] = [ID]
      const columns = [
        jsonList(register),
        ...titleColumns(store, register, 'own'),
        ...codeListColumns(store, register),
        ...likeColumns(store, register, actor, values),
        ...pastColumns(store, register),
      ]
      const own = `select ${columns.join(', ')} from ${tableOf(store, register)} own where own.id = $1`
      return { text: `select row_to_json(entry)::text as entry from (${own}) entry`, values: values.slice(1) }
    }),
  ),
)

/** Keeps the first place of the values for the id. */
const ID = undefined

const PAST_KEY = 'brought in'

/** Whether the entry is history, and when it came in. */
function pastColumns(store: Store, register: Register): readonly string[] {
  if (!pastOf(register)) return []
  return [
    // One in the other and not joined: PostgreSQL would sort what it joins.
    `(select (event.at at time zone '${store.timeZone}')::date::text from ${engineTable(store, 'event')} event where event.id = (
      select act.event from ${engineTable(store, 'event_entry')} act where act.entry = own.id and act.version = 1 and act.act = '${PAST_ACT}')) as "${PAST_KEY}"`,
  ]
}

function pastIn(register: Register, row: Row): readonly Words[] {
  const [day, past] = [row[PAST_KEY], pastOf(register)]
  if (typeof day !== 'string' || !past) return []
  const [no, date] = [String(row[past.documentNo]), String(row[past.documentDate])]
  return [
    {
      zh: `历史导入：据 ${no}（${date}）于 ${day} 补录，自成文日期起计入当时的数值`,
      en: `history: brought in on ${day} from ${no} of ${date}; figures as of that day on hold it`,
    },
  ]
}

const likeKey = (at: number) => `like ${at}`

/** Empty fields are like nothing. */
function likeColumns(store: Store, register: Register, actor: Actor, values: unknown[]): readonly string[] {
  if (!register.likeness?.length) return []
  const table = tableOf(store, register)
  const readable = toSql(register.access['read'] ?? { always: false }, register, actor, binder(values))
  return register.likeness.map((fields, at) => {
    const same = fields
      .map((field) => ({ column: columnOf(register, field)!.sql, isKey: register.keys?.[field] !== undefined }))
      .map(({ column, isKey }) =>
        isKey ? `${table}.${column} ?| array(select jsonb_array_elements_text(own.${column}))` : `${table}.${column} = own.${column}`,
      )
      .join(' and ')
    const alike = `jsonb_build_object('no', no, 'title', ${titleColumn(register)}, 'readable', ${readable})`
    return `to_jsonb(array(select ${alike} from ${table} where ${same} and ${table}.id <> own.id order by no limit 5)) as "${likeKey(at)}"`
  })
}

function likenessIn(register: Register, row: Row): readonly Words[] {
  return (register.likeness ?? []).flatMap((fields, at) => {
    const found = row[likeKey(at)]
    return Array.isArray(found) ? likeWords(register, fields, found) : []
  })
}

function likeWords(register: Register, fields: readonly string[], found: readonly Row[]): readonly Words[] {
  if (found.length === 0) return []
  const labels = (language: 'zh' | 'en') =>
    fields.map((field) => register.fields[field]?.label[language] ?? field).join(language === 'zh' ? '、' : ', ')
  const named = found.filter(({ readable }) => readable === true).map(({ no, title }) => `№${String(no)} ${String(title)}`)
  const list = named.length > 0 ? named.join('、') : `${found.length}`
  return [
    {
      zh: `与已有记录的${labels('zh')}相同：${list}；如为同一项请勿重复填报`,
      en: `the same ${labels('en')} as ${list}; do not enter the same thing twice`,
    },
  ]
}
