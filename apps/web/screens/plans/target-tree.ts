interface Placed {
  readonly parent: string | null
}

/** Headlines in their order, each followed by what stands under it. */
export function asTree<Row extends Placed>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const keys = new Set(rows.map(keyOf))
  const under = Map.groupBy(rows, ({ parent }) => parent)
  return rows.filter(({ parent }) => parent === null || !keys.has(parent)).flatMap((row) => [row, ...(under.get(keyOf(row)) ?? [])])
}
