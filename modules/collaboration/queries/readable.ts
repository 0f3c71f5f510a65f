import type { WorkList } from '#contract/work-list.ts'
import type { Row } from '#engine/access/holds.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { tableOf, titleColumn } from '#engine/store/context.ts'
import { binder, toSql } from '#engine/store/expression-sql.ts'
import type { Asked } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'

/** An entry that something speaks of. */
export interface Named {
  readonly register: string
  readonly entry: string
}

/** What a line of a list says of an entry. */
export type EntryLine = Pick<
  WorkList['items'][number],
  'register' | 'registerTitle' | 'id' | 'no' | 'title' | 'state' | 'stateLabel' | 'tone' | 'areaTitle'
>

/** Those of the entries that the person may read now, by id: one query a register. */
export async function readable(asked: Asked, named: readonly Named[]): Promise<ReadonlyMap<string, EntryLine>> {
  const byRegister = Map.groupBy(named, ({ register }) => register)
  const found = await Promise.all([...byRegister].map(([register, own]) => linesOf(asked, register, own)))
  return new Map(found.flat().map((line) => [line.id, line]))
}

async function linesOf({ store, actor }: Asked, name: string, named: readonly Named[]): Promise<readonly EntryLine[]> {
  const register = store.catalogue.get(name)
  if (!register) return []
  const values: unknown[] = []
  const bind = binder(values)
  const area = register.area ? quoted(columnName(register.area)) : `''`
  const text = `select id, no, state, ${titleColumn(register)}::text as title, ${area}::text as area from ${tableOf(store, register)}
    where id = any(${bind([...new Set(named.map(({ entry }) => entry))])}) and ${toSql(register.access['read'] ?? { always: false }, register, actor, bind)}`
  return (await ask(poolReader(store), text, values)).map((row) => lineOf(name, register, row))
}

/** A row with id, no, title, state and area as a line; the area is a code until its names are known. */
export function lineOf(
  name: string,
  { title, states }: Pick<Asked['store']['catalogue']['all'][number], 'title' | 'states'>,
  row: Row,
): EntryLine {
  const state = String(row['state'])
  return {
    register: name,
    registerTitle: title,
    id: String(row['id']),
    no: Number(row['no']),
    title: String(row['title'] ?? ''),
    state,
    stateLabel: states[state]!.label,
    tone: states[state]!.tone ?? 'plain',
    areaTitle: String(row['area'] ?? ''),
  }
}

/** A line without its words, for who may no longer read the entry. */
export function unreadable(asked: Asked, { register, entry }: Named): EntryLine {
  const { title } = asked.store.catalogue.need(register)
  return {
    register,
    registerTitle: title,
    id: entry,
    no: 0,
    title: '',
    state: '',
    stateLabel: { zh: '', en: '' },
    tone: 'plain',
    areaTitle: '',
  }
}
