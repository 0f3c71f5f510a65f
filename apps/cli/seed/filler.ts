import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { FieldDefinition } from '#engine/kinds/index.ts'
import { creditCode } from './directory.ts'
import type { Random } from './random.ts'

/** What the values of one invented entry are made from. */
export interface Facts {
  readonly random: Random
  readonly number: number
  readonly area: string
  readonly unit: string
  readonly unitTitle: string
  /** The day the work was finished. */
  readonly completedOn: string
  readonly file: Readonly<Record<string, unknown>>
  /** The codes of a classification. */
  readonly terms: (scheme: string) => readonly string[]
}

/**
 * Values for every field that must be filled and most of those that may, from the definition alone: a register that is added has a
 * demonstration at once. What a story needs to say is given as `said` and wins.
 */
export function filled(register: Register, facts: Facts, said: Row): Row {
  const own = Object.entries(register.fields)
    .filter(([name, field]) => !field.system && !(name in said) && (field.required || field.needed || facts.random.below(10) < 6))
    .map(([name, field]) => [name, valueOf(field, facts)] as const)
    .filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(own), ...said }
}

type Maker = (field: Options, facts: Facts) => unknown

interface Options {
  readonly label: { readonly zh: string }
  readonly [option: string]: unknown
}

// Every kind that a form can fill; json has no control and is never invented.
const MAKERS: Readonly<Record<Exclude<FieldDefinition['kind'], 'json'>, Maker>> = {
  area: (_field, { area }) => area,
  check: () => true,
  choice: ({ codes }, { random }) => random.pick(Object.keys(codes as object)),
  day: (_field, { completedOn }) => completedOn,
  decimal: (_field, { random }) => String(10 + random.below(900) / 10),
  files: (_field, { file }) => [file],
  integer: ({ least = 1, most = 200 }, { random }) =>
    Number(least) + random.below(Math.max(1, Math.min(Number(most), Number(least) + 200) - Number(least))),
  mail: (_field, { number }) => `clerk${number}@example.cn`,
  money: (_field, { random }) => `${(20 + random.below(9000)) * 10_000}.00`,
  paragraph: ({ label }, { unitTitle }) => `${unitTitle}:${label.zh}（演示文字，由程序生成）。`,
  phone: (_field, { number }) => `138${String(10_000_000 + number).slice(-8)}`,
  ref: ({ to }, { unit }) => (to === 'org_unit' ? unit : undefined),
  rows: ({ columns }, facts) => [rowOf(columns as Readonly<Record<string, Options & { kind: FieldDefinition['kind'] }>>, facts)],
  term: ({ scheme }, { random, terms }) => random.pick(terms(String(scheme))),
  text: ({ label, longest = 60 }, { number, unitTitle }) =>
    [...(/单位|机构|权利人/u.test(label.zh) ? unitTitle : `${label.zh}${number}`)].slice(0, Number(longest)).join(''),
  uscc: (_field, { area, number }) => creditCode(area, 5000 + (number % 4999)),
  year: (_field, { completedOn }) => Number(completedOn.slice(0, 4)),
}

function valueOf(field: FieldDefinition, facts: Facts): unknown {
  return field.kind === 'json' ? undefined : MAKERS[field.kind](field as unknown as Options, facts)
}

function rowOf(columns: Readonly<Record<string, Options & { kind: FieldDefinition['kind'] }>>, facts: Facts): Row {
  return Object.fromEntries(
    Object.entries(columns)
      .map(([name, column]) => [name, valueOf(column as unknown as FieldDefinition, facts)] as const)
      .filter(([, value]) => value !== undefined),
  )
}
