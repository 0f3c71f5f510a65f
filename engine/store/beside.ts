import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { columnName, columnOf, quoted } from '#engine/derive/columns.ts'
import { codeTitleBranches } from './codes.ts'
import { type Store, tableOf, titleColumn } from './context.ts'
import { binder, toSql } from './expression-sql.ts'
import { ask, type Reader, refsOf } from './read.ts'

/** What is told beside an entry. */
export interface Beside {
  /** The names of the entries it refers to, by id. */
  readonly titles: Readonly<Record<string, string>>
  /** Other entries with the same values in fields that should tell entries apart: a warning with their numbers, never a refusal. */
  readonly warnings: readonly Words[]
}

/** One statement, by the entry's id alone, so that it need not wait for the entry: 1.3 ms instead of 2.1 in an answer. */
export async function besideOf(reader: Reader, store: Store, register: Register, id: string, actor: Actor): Promise<Beside> {
  const values: unknown[] = [id]
  const branches = [
    ...titleBranches(store, register),
    ...codeTitleBranches(store, register),
    ...likenessBranches(store, register, actor, values),
  ]
  const found = branches.length === 0 ? [] : await ask(reader, branches.join(' union all '), values)
  const titles = found.filter(({ likeness }) => likeness === null)
  return {
    titles: Object.fromEntries(titles.map(({ id: other, title }) => [String(other), String(title)])),
    warnings:
      titles.length === found.length
        ? []
        : (register.likeness ?? []).flatMap((fields, at) =>
            likeWords(
              register,
              fields,
              found.filter(({ likeness }) => likeness === at),
            ),
          ),
  }
}

function titleBranches(store: Store, register: Register): readonly string[] {
  return refsOf(register).map(({ field, target }) => {
    const other = store.catalogue.need(target)
    return `(select null::integer as likeness, id::text as id, no, ${titleColumn(other)}::text as title, true as readable from ${tableOf(store, other)}
      where id = (select ${quoted(columnName(field))} from ${tableOf(store, register)} where id = $1))`
  })
}

/** Empty fields are like nothing. */
function likenessBranches(store: Store, register: Register, actor: Actor, values: unknown[]): readonly string[] {
  if (!register.likeness?.length) return []
  const table = tableOf(store, register)
  const readable = toSql(register.access['read'] ?? { always: false }, register, actor, binder(values))
  return register.likeness.map((fields, at) => {
    const same = fields
      .map((field) => ({ column: columnOf(register, field)!.sql, isKey: register.keys?.[field] !== undefined }))
      .map(({ column, isKey }) =>
        isKey
          ? `${column} ?| (select array(select jsonb_array_elements_text(${column})) from ${table} where id = $1)`
          : `${column} = (select ${column} from ${table} where id = $1)`,
      )
      .join(' and ')
    return `(select ${at} as likeness, id::text as id, no, ${titleColumn(register)}::text as title, ${readable} as readable from ${table} where ${same} and id <> $1 order by no limit 5)`
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
