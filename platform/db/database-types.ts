import pg from 'pg'

const { types } = pg

/**
 * How values of PostgreSQL arrive: a day as '2026-09-30', an instant as '2026-09-30T08:00:00.000Z', numeric as its
 * digits (money is never a float), bigint as a number while it is safe. Given per pool: pg's own table is global.
 */
export const databaseTypes: pg.CustomTypesConfig = { getTypeParser: parserOf }

type Parser = (text: string) => unknown

function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  return (format === 'binary' ? undefined : OWN[oid]) ?? types.getTypeParser(oid, format)
}

const asIs: Parser = (text) => text
const TEXT_ARRAY: number = 1009 // pg's own list of type ids has no arrays
const stringsOf: (text: string) => Nested = types.getTypeParser(TEXT_ARRAY, 'text')

type Nested = readonly (string | null | Nested)[]

const OWN: Readonly<Record<number, Parser>> = {
  20: safeInteger,
  1016: arrayOf(safeInteger),
  1082: asIs,
  1182: arrayOf(asIs),
  1114: asIs,
  1115: arrayOf(asIs),
  1184: instant,
  1185: arrayOf(instant),
  1700: asIs,
  1231: arrayOf(asIs),
}

function arrayOf(parse: Parser): Parser {
  const each = (items: Nested): unknown[] =>
    items.map((item) => (item === null ? null : typeof item === 'string' ? parse(item) : each(item)))
  return (text) => each(stringsOf(text))
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`The bigint ${text} does not fit a number; select it as text.`)
  return value
}

/** Sessions run in UTC, so '2026-09-30 08:00:00.123456+00' is the usual form; the slow way is for anything else. */
function instant(text: string): string {
  const parts = UTC.exec(text)
  if (parts) return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`
  const parsed: unknown = types.getTypeParser(1184, 'text')(text)
  return parsed instanceof Date ? parsed.toISOString() : text
}

const UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/
