import type { Area } from '../api/queries.ts'

/** An area with what lies in it. */
export interface AreaNode {
  readonly value: string
  readonly title: string
  readonly children: readonly AreaNode[]
}

/** Province → cities → counties and zones, in the order of their codes; an area whose parent is missing stands at the top. */
export function areaTree(areas: readonly Area[]): readonly AreaNode[] {
  const codes = new Set(areas.map(({ code }) => code))
  const below = Map.groupBy(areas, ({ parent, code }) => (parent !== null && parent !== code && codes.has(parent) ? parent : ''))
  const nodesUnder = (parent: string): readonly AreaNode[] =>
    (below.get(parent) ?? []).map(({ code, title }) => ({ value: code, title, children: nodesUnder(code) }))
  return nodesUnder('')
}
