/** Opens the entries behind a number: of a measure, of a city, of a month, of a class, of what was recorded since a day. */
export interface DoorTo {
  readonly measure: string
  readonly area?: string
  readonly group?: string
  readonly month?: string
  readonly since?: string
  readonly by?: string
  readonly class?: string
  /** Instead of the period of the page: the column of a comparison. */
  readonly period?: string
}

/** See `DoorTo`. */
export type OpenDoor = (door: DoorTo) => void

/** The address of a figure page without the door that was opened on it: what it shows, as of when, and how it compares stays. */
export function doorClosed<Search extends Partial<DoorTo>>(search: Search): Omit<Search, Exclude<keyof DoorTo, 'period'>> {
  const { measure: _measure, area: _area, group: _group, month: _month, since: _since, by: _by, class: _class, ...kept } = search
  return kept
}
