/** Largest first, in their old order where equal, which share a rank: 1, 2, 2, 4. */
export function ranked<Row extends { readonly figure: string }>(rows: readonly Row[]): readonly (Row & { readonly rank: number })[] {
  const sorted = rows.toSorted((one, other) => Number(other.figure) - Number(one.figure))
  return sorted.map((row) => ({ ...row, rank: sorted.findIndex(({ figure }) => Number(figure) === Number(row.figure)) + 1 }))
}
