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

/** The address of a figure page. */
interface FigureSearch extends Partial<DoorTo> {
  readonly asOf?: string
  readonly rows?: string
  readonly columns?: string
  readonly view?: string
}

/** The page without the door that was opened on it: what it shows and how it compares stays. */
export function doorClosed({ asOf, period, rows, columns, view }: FigureSearch): FigureSearch {
  return {
    ...(asOf && { asOf }),
    ...(period && { period }),
    ...(rows && { rows }),
    ...(columns && { columns }),
    ...(view && { view }),
  }
}
