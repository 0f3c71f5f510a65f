import fc from 'fast-check'
import type { Row } from '#engine/access/holds.ts'
import { type Register, register } from '#engine/define/register.ts'
import type { FieldDefinition, KindName } from '#engine/kinds/index.ts'

/** A field of every kind there is, named after it; a kind without a line here does not compile. */
const FIELDS = {
  area: { kind: 'area', label: { zh: '属地', en: 'Area' } },
  check: { kind: 'check', label: { zh: '承诺', en: 'Pledge' } },
  choice: {
    kind: 'choice',
    label: { zh: '类别', en: 'Category' },
    codes: { one: { zh: '甲', en: 'One' }, two: { zh: '乙', en: 'Two' }, three: { zh: '丙', en: 'Three' } },
  },
  day: { kind: 'day', label: { zh: '日期', en: 'Day' } },
  decimal: { kind: 'decimal', label: { zh: '比率', en: 'Ratio' }, unit: '%' },
  files: { kind: 'files', label: { zh: '附件', en: 'Files' }, most: 3 },
  integer: { kind: 'integer', label: { zh: '数量', en: 'Count' }, least: -1000, most: 1_000_000, unit: '台' },
  json: { kind: 'json', label: { zh: '依据', en: 'Reasons' } },
  mail: { kind: 'mail', label: { zh: '邮箱', en: 'Mail' } },
  money: { kind: 'money', label: { zh: '经费', en: 'Budget' } },
  paragraph: { kind: 'paragraph', label: { zh: '说明', en: 'Notes' }, longest: 400 },
  phone: { kind: 'phone', label: { zh: '手机', en: 'Phone' } },
  ref: { kind: 'ref', label: { zh: '单位', en: 'Unit' }, to: 'org_unit' },
  rows: {
    kind: 'rows',
    label: { zh: '明细', en: 'Details' },
    most: 4,
    columns: {
      name: { kind: 'text', label: { zh: '名称', en: 'Name' }, needed: true },
      type: { kind: 'choice', label: { zh: '类型', en: 'Type' }, codes: { a: { zh: '甲类', en: 'A' }, b: { zh: '乙类', en: 'B' } } },
      place: { kind: 'area', label: { zh: '地点', en: 'Place' } },
      on: { kind: 'day', label: { zh: '日期', en: 'Day' } },
      count: { kind: 'integer', label: { zh: '数量', en: 'Count' } },
      cost: { kind: 'money', label: { zh: '金额', en: 'Cost' } },
      papers: { kind: 'files', label: { zh: '文件', en: 'Papers' } },
      field: { kind: 'term', label: { zh: '领域', en: 'Field' }, scheme: 'future_fields' },
      unit: { kind: 'ref', label: { zh: '单位', en: 'Unit' }, to: 'org_unit' },
    },
  },
  term: { kind: 'term', label: { zh: '所属领域', en: 'Field' }, scheme: 'future_fields' },
  text: { kind: 'text', label: { zh: '名称', en: 'Name' }, longest: 60 },
  uscc: { kind: 'uscc', label: { zh: '信用代码', en: 'Credit code' } },
  year: { kind: 'year', label: { zh: '年度', en: 'Year' } },
} as const satisfies Record<KindName, FieldDefinition>

const ANYBODY = { always: true }

/** A register that holds every kind, open to everybody: laws about kinds, conditions and lists go through it. */
export const everyKind = register({
  name: 'every_kind',
  title: { zh: '各类字段', en: 'Every kind' },
  basis: '测试',
  titleField: 'text',
  area: 'area',
  fields: { ...FIELDS, owner: { kind: 'ref', label: { zh: '负责人', en: 'Owner' }, to: 'person' } },
  initial: 'open',
  states: {
    open: { label: { zh: '开放', en: 'Open' }, moves: { close: 'closed' }, editable: true },
    closed: { label: { zh: '关闭', en: 'Closed' }, moves: { reopen: 'open' }, tone: 'good' },
  },
  moves: { close: { label: { zh: '关闭', en: 'Close' } }, reopen: { label: { zh: '重开', en: 'Reopen' } } },
  access: { read: ANYBODY, create: ANYBODY, edit: ANYBODY, close: ANYBODY, reopen: ANYBODY },
  search: ['text', 'paragraph', 'uscc'],
  sorts: ['text', 'day', 'integer', 'money', 'decimal', 'area', 'choice'],
})

/** Areas of the demonstration and some outside it, so that conditions about areas meet both. */
export const AREAS = ['320000', '320100', '320115', '320500', '320583', '3205Z1', '320505', '321000', '321003', '330100', '110101'] as const

/** What fields refer to; any unit or person of the world. */
export interface Known {
  readonly units: readonly string[]
  readonly people: readonly string[]
  readonly files: readonly { sha256: string; name: string; size: number; type: string }[]
}

const digits = (count: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count })
// What people type: Chinese, letters in both cases and widths, digits, signs, quotes, and what needs two UTF-16 units.
const letter = fc.oneof(
  fc.constantFrom(...'量子芯片突破新能源汽车省市县', ...'ABCxyzÉé', ...'019', ...' -%_\\\'"<>&,。、()〔〕Ａ９Ⅲ①', '𠮷', '😀', 'ﬁ'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
)
const words = (longest: number) =>
  fc
    .string({ unit: letter, minLength: 1, maxLength: longest })
    .map((text) => text.slice(0, longest).toWellFormed().replaceAll('\0', '').trim())
    .filter((text) => text !== '')
const money = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999_999_999 }), fc.constantFrom('', '.5', '.05', '.00', '.99'))
  .map(([whole, part]) => `${whole}${part}`)
const day = fc.integer({ min: 0, max: 60_000 }).map((at) => new Date(Date.UTC(1900, 0, 1) + at * 86_400_000).toISOString().slice(0, 10))
/** Areas of another province exist nowhere here, so no entry can lie there. */
const areaCode = fc.constantFrom(...AREAS.filter((code) => code.startsWith('32')))
const termCode = fc.constantFrom('quantum', 'semiconductor', 'new_energy', 'other')

/** Values a person may give to a field of each kind. */
export function goodValues(known: Known): Record<KindName, fc.Arbitrary<unknown>> {
  const files = fc.subarray([...known.files], { maxLength: Math.min(3, known.files.length) })
  const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })
  return {
    area: areaCode,
    check: fc.boolean(),
    choice: fc.constantFrom('one', 'two', 'three'),
    day,
    decimal: fc
      .tuple(fc.constantFrom('', '-'), fc.integer({ min: 0, max: 99_999_999_999_999 }), fc.option(digits(6)))
      .map(([sign, whole, part]) => `${sign}${whole}${part === null ? '' : `.${part}`}`),
    files,
    integer: fc.oneof(fc.integer({ min: -1000, max: 1_000_000 }), fc.integer({ min: -3, max: 9 })),
    json: fc
      .jsonValue({ maxDepth: 3, noUnicodeString: true })
      .map((value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')) as unknown)
      .filter((value) => typeof value !== 'string' || value.trim() !== ''),
    mail: digits(9).map((rest) => `clerk.${rest}@kjj.example.cn`),
    money,
    paragraph: words(400),
    phone: digits(9).map((rest) => `13${rest}`),
    ref: fc.constantFrom(...known.units),
    rows: fc.array(
      fc.record(
        {
          name: words(20),
          type: optional(fc.constantFrom('a', 'b')),
          place: optional(areaCode),
          on: optional(day),
          count: optional(fc.integer({ min: -9, max: 99 })),
          cost: optional(money),
          papers: optional(files),
          field: optional(termCode),
          unit: optional(fc.constantFrom(...known.units)),
        },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 4 },
    ),
    term: termCode,
    text: words(60),
    uscc: fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), minLength: 18, maxLength: 18 }),
    year: fc.integer({ min: 1900, max: 2199 }),
  }
}

/** Values of an entry of `everyKind`, any of them missing. */
export function entryValues(known: Known): fc.Arbitrary<Row> {
  const values = { ...goodValues(known), owner: fc.constantFrom(...known.people) }
  return fc.record(
    Object.fromEntries(Object.entries(values).map(([field, arbitrary]) => [field, fc.option(arbitrary, { nil: null, freq: 4 })])),
  )
}

const FILE = { sha256: 'a'.repeat(64), name: 'a.pdf', size: 1, type: 'application/pdf' }

/** Values nobody may give, by kind. */
export const BAD_VALUES: Readonly<Record<KindName, readonly unknown[]>> = {
  area: ['32', '江苏省', '32058a', 320_583, ['320583']],
  check: ['yes', 1, 'true', []],
  choice: ['four', 'One', 'constructor', '__proto__', 1],
  day: ['2026-02-30', '2026/03/31', '31.03.2026', '2026-3-1', '0000-01-01', 20_260_331, 'infinity', 'today'],
  decimal: ['1,000', '1e5', 'NaN', 'Infinity', '.5', '5.', '１２', 2.5, '1234567890123456'],
  files: [
    [{ ...FILE, sha256: 'abc' }],
    [{ ...FILE, name: '' }],
    [{ ...FILE, size: -1 }],
    [{ ...FILE, more: 1 }],
    'a.pdf',
    [FILE, FILE, FILE, FILE],
    [{ ...FILE, name: 'a\0.pdf' }],
  ],
  year: ['2026', 26, 2026.5, 20_260, '2026年', -2026, Number.NaN],
  integer: ['5', 2.5, 1_000_001, -1001, 4e12, Number.NaN],
  json: ['a\0b', { 'a\0': 1 }, ['\ud800']],
  mail: ['clerk', 'a@', '@b.cn', 'z****@b.cn@c', 'a b@c.cn', 'a@b.cn\r\nBcc: c@d.cn', `${'a'.repeat(120)}@b.cn`, 5],
  money: ['-5', '12.345', '五万元', '1,000', 5, '999999999999999', '1e5'],
  paragraph: ['x'.repeat(401), 5, ['a'], 'a\0b', '\ud800'],
  phone: ['12345', '138****5678', 'phone', 13_812_345_678, '138123456789'],
  ref: ['abc', '苏州市科技局', 7, { id: 1 }],
  rows: [
    [{ type: 'a' }],
    [{ name: '' }],
    [{ name: 'x', type: 'c' }],
    [{ name: 'x', more: 1 }],
    'x',
    [{ name: 'a\0' }],
    [{ name: 'x', field: 'not a code' }],
    [{ name: 'x', unit: '苏州市科技局' }],
    Array.from({ length: 5 }, () => ({ name: 'x' })),
  ],
  term: ['量子 科技', 'x'.repeat(61), 5, ['quantum'], "a'b"],
  text: ['长'.repeat(61), 5, 'a\0b', 'a\ud800', { text: 'x' }],
  uscc: ['91320583MADEM0001', '91320583MADEM0001I', 'x', 913_205_830],
}

/** Everything `everyKind` is, as any register: for functions that take one. */
export const everyKindRegister: Register = everyKind
