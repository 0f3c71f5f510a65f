import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { kindOf } from '#engine/kinds/index.ts'

/** A field by which a list is broken down, with counts. */
export interface Facet {
  readonly field: string
  readonly label: Words
  /** Its values one by one, places with the places around them, or the years of its days. */
  readonly by: 'value' | 'place' | 'year'
  /** The values are entries of another register: many, so only those with most entries are told. */
  readonly refersTo?: string
}

/** Each is one more column to group by, in a list that must be there at once. */
const MOST_GROUPED = 5
const MOST_REFERRED = 1
const STATE: Words = { zh: '状态', en: 'State' }

/** State and area first, then what the list shows as columns, then other short lists of codes in the order of the form. */
export function facetsOf(register: Register): readonly Facet[] {
  const shown = (register.columns ?? []).filter((name) => name !== register.area)
  const rest = Object.keys(register.fields).filter(
    (name) => !shown.includes(name) && name !== register.area && !register.fields[name]!.system && isShort(register, name),
  )
  const named = [...(register.area ? [register.area] : []), ...shown, ...rest].flatMap((name) => facetOf(register, name) ?? [])
  const states = Object.keys(register.states).length > 1 ? [{ field: 'state', label: STATE, by: 'value' } as const] : []
  const grouped = [...states, ...named.filter(({ refersTo }) => refersTo === undefined)].slice(0, MOST_GROUPED)
  return [...grouped, ...named.filter(({ refersTo }) => refersTo !== undefined).slice(0, MOST_REFERRED)]
}

function facetOf(register: Register, name: string): Facet | undefined {
  const field = register.fields[name]
  if (!field) return undefined
  const kind = kindOf(field)
  const { facet } = kind
  const target = kind.refersTo?.(field)
  // `area=` in an address means the one field that says where an entry lies.
  if (facet === 'place' && name !== register.area) return undefined
  return facet && { field: name, label: field.label, by: facet, ...(target !== undefined && { refersTo: target }) }
}

/** Codes of a short list; days, and units among thousands, are facets only where the list shows them. */
function isShort(register: Register, name: string): boolean {
  const field = register.fields[name]!
  return kindOf(field).facet === 'value' && kindOf(field).refersTo?.(field) === undefined
}

const YEAR = /^\d{4}$/

/** What it means to choose these values of a field in an address: `f.completedOn=2026`; an empty value stands for “not filled”. */
export function chosenValues(register: Register, field: string, values: readonly string[]): Expression {
  const definition = Object.hasOwn(register.fields, field) ? register.fields[field] : undefined
  const isDay = definition !== undefined && kindOf(definition).facet === 'year'
  const years = isDay ? values.filter((value) => YEAR.test(value)) : []
  const codes = values.filter((value) => value !== '' && !years.includes(value))
  const parts: readonly Expression[] = [
    ...(codes.length > 0 ? [{ field, oneOf: codes }] : []),
    ...years.map((year) => ({
      all: [
        { field, atLeast: `${year}-01-01` },
        { field, atMost: `${year}-12-31` },
      ],
    })),
    ...(values.includes('') ? [{ field, filled: false }] : []),
  ]
  return parts.length === 1 ? parts[0]! : { any: parts }
}

/** Whether a choice can be made by the facet alone: whole years for days, any value otherwise. */
export function isOfFacet({ by }: Facet, values: readonly string[]): boolean {
  return by !== 'year' || values.every((value) => value === '' || YEAR.test(value))
}
