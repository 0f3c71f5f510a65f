import type { FacetsAnswer } from '#contract/entries.ts'

type Values = FacetsAnswer['facets'][number]['values']

/**
 * The cities of a facet by place with their entries, in the order of their codes, and what lies in none of them. A facet counts a place with all in
 * it: the province holds its cities, so the rest is the province without them.
 */
export function placeCounts(values: Values): { readonly cities: Values; readonly elsewhere: number; readonly total: number } {
  const cities = values.filter(({ code }) => isCity(code)).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const inCities = cities.reduce((sum, { count }) => sum + count, 0)
  const whole = values.filter(({ code }) => code.endsWith('0000')).reduce((sum, { count }) => sum + count, 0)
  const empty = values.find(({ code }) => code === '')?.count ?? 0
  return { cities, elsewhere: Math.max(0, whole - inCities) + empty, total: Math.max(whole, inCities) + empty }
}

function isCity(code: string): boolean {
  return code.endsWith('00') && !code.endsWith('0000')
}
