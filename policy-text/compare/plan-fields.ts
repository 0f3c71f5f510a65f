import { FIELD_SCHEMES, type SchemeTerm, schemePlaces } from '../field-terms.ts'
import type { FieldMention } from '../plan-draft.ts'
import type { Text } from '../text.ts'
import { nameReason, type Pairing, pairUp, reasons } from './pair-up.ts'
import type { FieldGroup, PlanPair } from './plans-compared.ts'

/** Names that plans use for one field; the first stands for all. */
const ALIASES: readonly string[] = [
  '可控核聚变|核聚变|聚变能',
  '量子科技|量子信息',
  '低空经济|低空产业',
  '智能网联汽车|智能网联新能源汽车|车联网',
  '第三代半导体|宽禁带半导体',
  '具身智能|具身智能机器人',
  '类脑智能|类脑计算',
  '合成生物|合成生物学',
  '细胞与基因|细胞与基因治疗',
  '脑机接口|脑机交互',
  '卫星互联网|空天互联网',
  '新型储能|储能',
  '通用人工智能|通用智能',
]
const STANDARD = new Map(ALIASES.flatMap((names) => names.split('|').map((name): [string, string] => [name, names.split('|')[0]!])))
const AROUND = /^(?:未来|前沿)(?=.{3,}$)|(?:产业|技术|领域|方向|赛道|产业链)$/g

/** Fields are offered when they share this much of their words or one name holds the other. */
const LEAST_ALIKE = 0.65
const SAME_PLACE = 0.1
const HOLDS = 0.3

/** The fields of two plans: of one name or alias paired, of names that are only alike offered. */
export function fieldPairs(one: readonly FieldMention[], other: readonly FieldMention[]): readonly PlanPair[] {
  return pairUp(one, other, FIELDS)
}

/** Where the fields of both plans may belong in published classifications: every place that one of them has. */
export function fieldGroups(one: readonly FieldMention[], other: readonly FieldMention[]): readonly FieldGroup[] {
  return FIELD_SCHEMES.flatMap(({ name, title: scheme, terms }) =>
    terms.map(({ code, title }): FieldGroup => {
      const here = (fields: readonly FieldMention[]) =>
        fields.filter((field) => placesOf(field).some((place) => place.scheme === name && place.code === code)).map(({ label }) => label)
      return { scheme, title, one: here(one), other: here(other) }
    }),
  ).filter(({ one: left, other: right }) => left.length + right.length > 0)
}

const FIELDS: Pairing<FieldMention> = {
  subject: 'field',
  keyOf: ({ label }) => fieldKey(label),
  findingOf: ({ label, standing, mentions, quote, start, end, clause }) => ({
    name: label,
    says: { zh: `${STANDINGS[standing].zh}，提及${mentions}处`, en: `${STANDINGS[standing].en}; mentions: ${mentions}` },
    quote,
    start,
    end,
    clause,
  }),
  least: LEAST_ALIKE,
  speaksFor: (one, other) => (samePlace(one, other) ? SAME_PLACE : 0) + (holds(one, other) ? HOLDS : 0),
  verdict: (one, other) => {
    const [left, right] = [one, other].map(({ label }) => label) as [string, string]
    const alias = left !== right && fieldKey(left) === fieldKey(right) ? ALIAS : null
    const isSame = fieldKey(left) === fieldKey(right)
    return { kind: isSame ? 'same' : 'offered', why: reasons(nameReason(left, right), alias, samePlace(one, other)) }
  },
}

const ALIAS: Text = { zh: '同一领域的不同写法', en: 'two ways to write one field' }
const STANDINGS = {
  heading: { zh: '单列标题', en: 'a heading of its own' },
  list: { zh: '列举', en: 'in a list' },
  mention: { zh: '正文提到', en: 'in the text' },
} as const satisfies Readonly<Record<FieldMention['standing'], Text>>

/** “基因和细胞产业” and “细胞与基因” are one field. */
function fieldKey(label: string): string {
  const bare = label.replace(/[“”"《》\s]/g, '').replace(AROUND, '')
  const parts = bare
    .split(/[与和及、]/)
    .map((part) => part.replace(AROUND, ''))
    .filter((part) => part !== '')
  const joined = (parts.length > 1 ? parts.toSorted((a, b) => b.localeCompare(a, 'zh')) : parts).join('与')
  return STANDARD.get(label) ?? STANDARD.get(bare) ?? STANDARD.get(joined) ?? (joined || label)
}

/** An alias belongs where the name it stands for belongs. */
function placesOf({ label, crosswalk }: FieldMention): readonly SchemeTerm[] {
  return crosswalk.length > 0 ? crosswalk : schemePlaces(fieldKey(label))
}

function holds(one: FieldMention, other: FieldMention): boolean {
  const [short, long] = [one, other].map(({ label }) => fieldKey(label)).toSorted((a, b) => a.length - b.length) as [string, string]
  return short.length >= 2 && long.includes(short)
}

function samePlace(one: FieldMention, other: FieldMention): Text | null {
  const places = placesOf(other)
  const place = placesOf(one).find(({ scheme, code }) => places.some((each) => each.scheme === scheme && each.code === code))
  return place ? { zh: `同属“${place.title.zh}”`, en: `both may belong to “${place.title.en}”` } : null
}
