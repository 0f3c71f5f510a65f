import type { ComparedArea } from '#contract/comparison.ts'

/** Reads the search part of an address; what does not fit is dropped, so that an old link still opens. */
export type Search = Readonly<Record<string, unknown>>

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A text of the address that is set. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
/** A day of the address, if it is one. */
export const day = (value: unknown): string | undefined => (typeof value === 'string' && DAY.test(value) ? value : undefined)

/** The area of a plan that is compared: a code, or what a person typed of its size. */
export function comparedArea(value: unknown): ComparedArea | undefined {
  if (typeof value !== 'object' || value === null) return text(value)
  const { name, year, population, gdp } = value as Readonly<Record<string, unknown>> // from the address; each is looked at
  const [ownName, ownYear] = [text(name), text(year)]
  if (ownName === undefined || ownYear === undefined) return undefined
  return { name: ownName, year: ownYear, ...given({ population: text(population), gdp: text(gdp) }) }
}

/** Only the parameters that are set, as exact optional properties want it. */
export function given<Parameters extends Readonly<Record<string, unknown>>>(
  parameters: Parameters,
): { [Name in keyof Parameters]?: NonNullable<Parameters[Name]> } {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Parameters]?: NonNullable<Parameters[Name]>
  }
}

/** The search part of a list's address. */
export interface ListSearch {
  readonly asOf?: string
  readonly q?: string
  readonly state?: string
  readonly area?: string
  readonly sort?: string
  readonly cursor?: string
  readonly page?: number
  readonly peek?: string
  /** A condition of the list, as JSON. */
  readonly filter?: string
  /** Only what is overdue. */
  readonly late?: 1
  readonly f?: Readonly<Record<string, readonly string[]>>
  /** The saved view that was opened; `all` stands for none. */
  readonly view?: string
  /** Columns in their order, with commas between. */
  readonly columns?: string
  readonly density?: 'comfortable' | 'compact'
  readonly as?: ListKind
  /** For the board: the field by which cards stand in columns. */
  readonly by?: string
}

/** What a list looks like besides a table. */
export type ListKind = 'board' | 'map' | 'grid'

const LIST_KINDS: readonly ListKind[] = ['board', 'map', 'grid']
const DENSITIES = ['comfortable', 'compact'] as const

/** How the list is shown, from the address. */
export function shownAs({ view, columns, density, as, by }: Search) {
  return {
    view: text(view),
    columns: text(columns),
    density: DENSITIES.find((one) => one === density),
    as: LIST_KINDS.find((kind) => kind === as),
    by: text(by),
  }
}

/** A condition: the router reads JSON in addresses by itself, so it may come as text or read. */
export const condition = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : text(value)

/** { domain: ['ai', 'bio'] }, from the address. */
export function fieldFilters(value: unknown): Readonly<Record<string, readonly string[]>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value).map(([name, list]) => [name, (Array.isArray(list) ? list : [list]).map(String)] as const)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
