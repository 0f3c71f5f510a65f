import type { Comparison, Expression, Scalar } from '#engine/define/expression.ts'
import { isDay } from '#engine/define/period.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { isStorable } from '#engine/kinds/kind.ts'

/**
 * Why a condition makes no sense for a register: fields it has not, and comparisons that a field cannot make, such as
 * “完成日期 含 abc”. Told in words before the condition meets the database, whoever wrote it: a definition or an address.
 */
export function misfits(expression: Expression, register: Register): readonly Words[] {
  if ('all' in expression) return expression.all.flatMap((each) => misfits(each, register))
  if ('any' in expression) return expression.any.flatMap((each) => misfits(each, register))
  if ('not' in expression) return misfits(expression.not, register)
  if ('field' in expression) return misfitsOfComparison(expression, register)
  if ('ownUnit' in expression) return misfitsOfOwn(register, expression.ownUnit)
  if ('ownPerson' in expression) return misfitsOfOwn(register, expression.ownPerson)
  if ('withinArea' in expression) return misfitsOfField(register, expression.withinArea, 'within')
  return []
}

/** Only a field that names an entry can name the own unit or oneself. */
function misfitsOfOwn(register: Register, field: string): readonly Words[] {
  const column = columnOf(register, field)
  if (column?.type === 'uuid') return []
  return column ? [{ zh: `“${field}”不指向单位或人员`, en: `${field} cannot be compared with a unit or a person` }] : unknown(field)
}

function unknown(field: string): readonly Words[] {
  return [{ zh: `没有名为 ${field} 的字段`, en: `no field is named ${field}` }]
}

function misfitsOfComparison(expression: Comparison, register: Register): readonly Words[] {
  const { field, ...rest } = expression
  const [comparison, given] = Object.entries(rest)[0] as [ComparisonName, unknown]
  const scalars = comparison === 'filled' || comparison === 'some' ? [] : [given].flat()
  const own = misfitsOfField(register, field, comparison, ...(scalars as readonly Scalar[]))
  return own.length === 0 && 'some' in expression ? misfitsInRow(expression.some, columnsOf(register, field)) : own
}

type ComparisonName = 'is' | 'oneOf' | 'atLeast' | 'atMost' | 'filled' | 'has' | 'within' | 'some'

function misfitsOfField(register: Register, field: string, comparison: ComparisonName, ...scalars: readonly Scalar[]): readonly Words[] {
  const column = columnOf(register, field)
  if (!column) return unknown(field)
  const fit = FITS[column.type.replace(/\(.*/, '')]
  const label = register.fields[field]?.label ?? { zh: field, en: field }
  if (comparison !== 'filled' && !fit?.comparisons.includes(comparison)) {
    return [cannot(label, comparison, fit?.comparisons ?? [])]
  }
  const wrong = scalars.find((scalar) => !fit?.takes(String(scalar)))
  return wrong === undefined
    ? []
    : [{ zh: `“${label.zh}”不能与“${String(wrong)}”比较`, en: `${label.en} cannot be compared with “${String(wrong)}”` }]
}

/** What was asked, and what can be asked instead. */
function cannot(label: Words, comparison: ComparisonName, possible: readonly ComparisonName[]): Words {
  const instead = [...possible, 'filled' as const].map((name) => COMPARISONS[name])
  return {
    zh: `“${label.zh}”不能用“${COMPARISONS[comparison].zh}”比较，可用：${instead.map(({ zh }) => zh).join('、')}`,
    en: `${label.en} cannot be compared by “${COMPARISONS[comparison].en}”, only by: ${instead.map(({ en }) => en).join(', ')}`,
  }
}

const COMPARISONS: Readonly<Record<ComparisonName, Words>> = {
  is: { zh: '等于', en: 'is' },
  oneOf: { zh: '是其中之一', en: 'is one of' },
  atLeast: { zh: '不小于（不早于）', en: 'is at least' },
  atMost: { zh: '不大于（不晚于）', en: 'is at most' },
  filled: { zh: '已填或未填', en: 'is filled in or empty' },
  has: { zh: '含', en: 'contains' },
  within: { zh: '在其范围内', en: 'lies in' },
  some: { zh: '有一行', en: 'has a row' },
}

interface Fit {
  readonly comparisons: readonly ComparisonName[]
  readonly takes: (scalar: string) => boolean
}

const ORDERED = ['is', 'oneOf', 'atLeast', 'atMost'] as const
const LARGEST_INTEGER = 2_147_483_647
const isInteger = (scalar: string) => /^-?\d{1,10}$/.test(scalar) && Math.abs(Number(scalar)) <= LARGEST_INTEGER

/** What the columns of each PostgreSQL type can be compared by, and with. */
const FITS: Readonly<Record<string, Fit>> = {
  text: { comparisons: [...ORDERED, 'has', 'within'], takes: isStorable },
  uuid: { comparisons: ['is', 'oneOf'], takes: (scalar) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(scalar) },
  integer: { comparisons: ORDERED, takes: isInteger },
  bigint: { comparisons: ORDERED, takes: isInteger },
  numeric: { comparisons: ORDERED, takes: (scalar) => /^-?\d{1,14}(\.\d{1,6})?$/.test(scalar) },
  date: { comparisons: ORDERED, takes: isDay },
  timestamptz: {
    comparisons: ORDERED,
    takes: (scalar) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(scalar) && isDay(scalar.slice(0, 10)),
  },
  boolean: { comparisons: ['is', 'oneOf'], takes: (scalar) => scalar === 'true' || scalar === 'false' },
  jsonb: { comparisons: ['some'], takes: () => true },
}

type Columns = Readonly<Record<string, { readonly kind: string }>>

function columnsOf(register: Register, field: string): Columns {
  const definition: object = register.fields[field] ?? {}
  return 'columns' in definition ? (definition.columns as Columns) : {}
}

const IN_ROW = ['is', 'oneOf', 'filled']

function misfitsInRow(expression: Expression, columns: Columns): readonly Words[] {
  if ('all' in expression) return expression.all.flatMap((each) => misfitsInRow(each, columns))
  if ('any' in expression) return expression.any.flatMap((each) => misfitsInRow(each, columns))
  if ('not' in expression) return misfitsInRow(expression.not, columns)
  if ('always' in expression) return []
  if ('field' in expression && columns[expression.field] && IN_ROW.some((name) => name in expression)) return []
  if ('ownUnit' in expression && columns[expression.ownUnit]?.kind === 'ref') return []
  const what = 'field' in expression ? expression.field : Object.keys(expression).join()
  return [
    {
      zh: `表内行只能按其栏目用 is、oneOf、filled 判断，指向单位的栏目可用 ownUnit，不能用“${what}”`,
      en: `inside a row only its columns can be asked for, by is, oneOf or filled, and by ownUnit where they name a unit; not ${what}`,
    },
  ]
}
