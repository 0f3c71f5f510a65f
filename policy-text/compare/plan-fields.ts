import { FIELD_SCHEMES, type SchemeTerm, schemePlaces } from '../field-terms.ts'
import type { FieldMention } from '../plan-draft.ts'
import type { Text } from '../text.ts'
import { fieldKey, fieldKinship } from './field-names.ts'
import { nameReason, type Pairing, pairUp, reasons } from './pair-up.ts'
import type { FieldGroup, PlanPair } from './plans-compared.ts'

/** What belongs together by name is paired, the closest first; everything else is not, however alike it is spelt. */
const PAIRED = 1
const APART = -2
const SAME_PLACE = 0.1

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
  least: PAIRED,
  speaksFor: (one, other) =>
    (samePlace(one, other) ? SAME_PLACE : 0) + (isOne(one, other) || fieldKinship(one.label, other.label) ? PAIRED : APART),
  verdict: (one, other) => {
    const [left, right] = [one, other].map(({ label }) => label) as [string, string]
    if (!isOne(one, other)) return { kind: 'offered', why: reasons(fieldKinship(left, right), samePlace(one, other)) }
    return { kind: 'same', why: reasons(nameReason(left, right), left === right ? null : ALIAS, samePlace(one, other)) }
  },
}

const isOne = (one: FieldMention, other: FieldMention) => fieldKey(one.label) === fieldKey(other.label)

const ALIAS: Text = { zh: '同一领域的不同写法', en: 'two ways to write one field' }
const STANDINGS = {
  heading: { zh: '单列标题', en: 'a heading of its own' },
  list: { zh: '列举', en: 'in a list' },
  mention: { zh: '正文提到', en: 'in the text' },
} as const satisfies Readonly<Record<FieldMention['standing'], Text>>

/** An alias belongs where the name it stands for belongs. */
function placesOf({ label, crosswalk }: FieldMention): readonly SchemeTerm[] {
  return crosswalk.length > 0 ? crosswalk : schemePlaces(fieldKey(label))
}

function samePlace(one: FieldMention, other: FieldMention): Text | null {
  const places = placesOf(other)
  const place = placesOf(one).find(({ scheme, code }) => places.some((each) => each.scheme === scheme && each.code === code))
  return place ? { zh: `同属“${place.title.zh}”`, en: `both may belong to “${place.title.en}”` } : null
}
