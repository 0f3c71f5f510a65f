/** Opens the entries behind a number: of a measure, of a city, of a month. */
export type OpenDoor = (door: {
  readonly measure: string
  readonly area?: string
  readonly group?: string
  readonly month?: string
}) => void
