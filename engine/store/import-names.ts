import type { Actor } from '#engine/define/actor.ts'
import { areaRange, cityOf, isProvince } from '#engine/define/area-code.ts'
import type { Register } from '#engine/define/register.ts'
import { aliasesIn } from '#engine/define/terms.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import type { NamesBy } from '#engine/kinds/kind.ts'
import { type Resolved, resolver } from '#engine/transfer/names.ts'
import { type CodeField, codeFields } from './codes.ts'
import { columnRefsOf } from './column-refs.ts'
import { type Store, tableOf, titleColumn } from './context.ts'
import { ask, type Reader, refsOf } from './read.ts'

/** How the texts of a sheet are turned into codes and ids, by field. */
export type Resolvers = ReadonlyMap<string, (text: string) => Resolved>

/** Of every field that holds codes, and every column of a sub-table (`rights.type`); a classification is read once, however many name it. */
export async function codeResolvers(reader: Reader, store: Store, register: Register, actor: Actor): Promise<Resolvers> {
  const fields = codeFields(register)
  const made = new Map<string, (text: string) => Resolved>()
  for (const by of fields) {
    const source = `${by.register}/${by.scheme ?? ''}`
    if (!made.has(source)) made.set(source, resolver(await namedIn(reader, store, by), inCityOf(actor)))
  }
  return new Map(fields.map((by) => [nameOf(by), made.get(`${by.register}/${by.scheme ?? ''}`)!]))
}

/** Within the city of who hands the sheet in; the province is near to none of its cities. */
function inCityOf({ area }: Actor): ((code: string) => boolean) | undefined {
  if (isProvince(area)) return undefined
  const [from, below] = areaRange(cityOf(area))
  return (code) => code >= from && code < below
}

const nameOf = ({ field, column }: CodeField) => (column === undefined ? field : `${field}.${column}`)

async function namedIn(reader: Reader, store: Store, by: NamesBy) {
  const target = store.catalogue.need(by.register)
  const aliases = target.fields['aliases'] ? 'own.aliases' : 'null'
  const nested = codeFields(target).some(({ field, register }) => field === 'parent' && register === target.name)
  const [parent, place] = nested ? [joined(store, target), 'up.title'] : ['', 'null']
  const ofScheme = by.scheme === undefined ? '' : 'where own.scheme = $1'
  const text = `select distinct on (own.code) own.code, own.title, ${aliases} as aliases, ${place} as place from ${tableOf(store, target)} own ${parent} ${ofScheme}
    order by own.code, own.until_on desc nulls first`
  const rows = await ask(reader, text, by.scheme === undefined ? [] : [by.scheme])
  return rows.map(({ code, title, aliases: also, place: city }) => ({
    code: String(code),
    title: String(title),
    aliases: aliasesIn(also as string | null),
    ...(typeof city === 'string' && { place: city }),
  }))
}

/** Both columns hold codes, with different collations. */
function joined(store: Store, target: Register): string {
  return `left join lateral (select title from ${tableOf(store, target)} above where above.code = own.parent collate "default" and above.level = 'city' limit 1) up on true`
}

/** What references of some rows mean, by title or by another thing the entry is known by (a credit code): one query a field. */
export async function refResolvers(
  reader: Reader,
  store: Store,
  register: Register,
  textsOf: (field: string) => readonly string[],
): Promise<Resolvers> {
  return await resolversOf(reader, store, refsOf(register), textsOf)
}

/** The same for the columns of sub-tables, by `lead.unit`. */
export async function columnRefResolvers(
  reader: Reader,
  store: Store,
  register: Register,
  textsOf: (place: string) => readonly string[],
): Promise<Resolvers> {
  const places = columnRefsOf(register).map(({ field, column, to }) => ({ field: `${field}.${column}`, target: to }))
  return await resolversOf(reader, store, places, textsOf)
}

async function resolversOf(
  reader: Reader,
  store: Store,
  places: readonly { readonly field: string; readonly target: string }[],
  textsOf: (field: string) => readonly string[],
): Promise<Resolvers> {
  const found = await Promise.all(
    places.map(async ({ field, target }) => {
      const texts = [...new Set(textsOf(field).filter((text) => text !== ''))]
      const known =
        texts.length === 0 ? new Map<string, readonly string[]>() : await idsNamed(reader, store, store.catalogue.need(target), texts)
      return [field, (text: string) => resolvedRef(text, known.get(text) ?? [], store.catalogue.need(target))] as const
    }),
  )
  return new Map(found)
}

async function idsNamed(
  reader: Reader,
  store: Store,
  target: Register,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const others = (target.likeness ?? []).filter((fields) => fields.length === 1 && target.keys?.[fields[0]!] === undefined).flat()
  const columns = new Set([titleColumn(target), ...others.map((field) => quoted(columnName(field)))])
  const text = [...columns]
    .map((column) => `select ${column}::text as name, id from ${tableOf(store, target)} where ${column} = any($1)`)
    .concat(`select id::text as name, id from ${tableOf(store, target)} where id = any($2)`)
    .join(' union ')
  const ids = texts.filter((each) => UUID.test(each))
  const named = Map.groupBy(await ask(reader, text, [texts, ids]), ({ name }) => String(name))
  return new Map([...named].map(([name, rows]) => [name, rows.map(({ id }) => String(id))]))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function resolvedRef(text: string, ids: readonly string[], target: Register): Resolved {
  if (ids.length === 1) return { code: ids[0]! }
  if (ids.length > 1)
    return {
      fault: {
        zh: `“${text}”在${target.title.zh}中有 ${ids.length} 条，请填写统一社会信用代码`,
        en: `“${text}” names ${ids.length} entries of ${target.title.en}; write the credit code instead`,
      },
    }
  return {
    fault: {
      zh: `${target.title.zh}中没有“${text}”，请填写系统中的全称或统一社会信用代码`,
      en: `there is no “${text}” in ${target.title.en}; write the full name as the system has it, or the credit code`,
    },
  }
}
