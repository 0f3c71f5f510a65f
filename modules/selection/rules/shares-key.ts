import type { Row } from '#engine/access/holds.ts'

/** Whether two entries are known by one and the same key. */
export function sharesKey(one: Row, other: Row, field: string): boolean {
  const keys = new Set(listOf(one[field]))
  return listOf(other[field]).some((key) => keys.has(key))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
