/** Rows after one number and up to another. */
export interface RowRange {
  readonly after: number
  readonly upTo: number
}
