import type { FacetsAnswer, RegisterDescription } from '#contract/entries.ts'
import type { Titles } from '../../api/types.ts'
import type { Language } from '../../texts/words.ts'
import { printValue } from '../../values/print.ts'

type Facet = FacetsAnswer['facets'][number]

/** A value of a facet as it is shown. */
export interface FacetOption {
  readonly code: string
  readonly title: string
  readonly count: number
}

/** States and choices as the register orders them, years from the latest, units as answered; what was chosen stays though nothing is left of it. */
export function inOrder(facet: Facet, description: RegisterDescription, chosen: readonly string[]): Facet['values'] {
  const gone = chosen.filter((code) => !facet.values.some((value) => value.code === code)).map((code) => ({ code, count: 0 }))
  const values = [...facet.values, ...gone]
  if (facet.refersTo !== undefined) return values
  if (facet.by === 'year') return values.toSorted((a, b) => (a.code < b.code ? 1 : -1))
  const order = codesOf(facet.field, description)
  const place = (code: string) => (code === '' ? Number.MAX_SAFE_INTEGER : order.includes(code) ? order.indexOf(code) : order.length)
  return values.toSorted((a, b) => place(a.code) - place(b.code) || b.count - a.count)
}

function codesOf(field: string, { states, fields }: RegisterDescription): readonly string[] {
  if (field === 'state') return states.map(({ code }) => code)
  return fields.find(({ name }) => name === field)?.codes?.map(({ code }) => code) ?? []
}

interface Around {
  readonly description: RegisterDescription
  readonly titles: Titles
  readonly language: Language
}

/** The value in words. */
export function titleOfValue({ field, by }: Facet, code: string, { description, titles, language }: Around): string {
  if (field === 'state') return description.states.find((state) => state.code === code)?.label[language] ?? code
  const known = description.fields.find(({ name }) => name === field)
  if (!known || by === 'year') return code
  const value = known.control === 'check' ? code === 'true' : code
  return printValue(known, value, { titles, language })
}

/** Places of a facet as a short tree: the cities, and the counties of the city that is looked at. */
export function placesShown(values: Facet['values'], chosen: string | undefined): readonly { code: string; count: number; depth: 0 | 1 }[] {
  const codes = new Set(values.map(({ code }) => code))
  const isCity = (code: string) => code.endsWith('00')
  const isShown = (code: string) => isCity(code) || !codes.has(cityOf(code)) || (chosen !== undefined && cityOf(chosen) === cityOf(code))
  const gone = chosen !== undefined && !codes.has(chosen) ? [{ code: chosen, count: 0 }] : []
  return [...values.filter(({ code }) => code !== ''), ...gone]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .filter(({ code }) => isShown(code))
    .map(({ code, count }) => ({ code, count, depth: isCity(code) ? 0 : 1 }))
}

function cityOf(code: string): string {
  return `${code.slice(0, 4)}00`
}
