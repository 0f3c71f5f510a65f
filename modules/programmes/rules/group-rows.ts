import { areaRange } from '#engine/define/area-code.ts'

/** Areas that are counted together, such as a 科创圈. */
export interface NamedGroup {
  readonly code: string
  readonly title: string
  readonly members: readonly { readonly area: string }[]
}

/** Groups of one kind as rows of a comparison: `group:circle` are 科创圈. */
const PREFIX = 'group:'

/** The kind of groups that a comparison is cut by; undefined when it is cut by something else. */
export function groupKindOf(by: string): string | undefined {
  return by.startsWith(PREFIX) ? by.slice(PREFIX.length) : undefined
}

/** How a comparison by groups of a kind is asked for. */
export function byGroupKind(kind: string): string {
  return `${PREFIX}${kind}`
}

type Members = Pick<NamedGroup, 'members'>

/** Whether an area lies in a group; a county in the city that is a member, too. */
export function isInGroup(area: string, { members }: Members): boolean {
  return members.some((member) => {
    const [from, below] = areaRange(member.area)
    return area >= from && area < below
  })
}

/** The cells of each group, those of areas in several of them once in each. */
export function cellsByGroup<Cell extends { readonly area: string }>(
  cells: readonly Cell[],
  groups: readonly NamedGroup[],
): readonly (Cell & { readonly row: string })[] {
  return groups.flatMap((group) => cells.filter(({ area }) => isInGroup(area, group)).map((cell) => ({ ...cell, row: group.code })))
}

/** The titles of the other groups that share areas with this one, in their order. */
export function overlapping(own: NamedGroup, groups: readonly NamedGroup[]): readonly string[] {
  return groups.filter(({ code, members }) => code !== own.code && shareAreas(own.members, members)).map(({ title }) => title)
}

function shareAreas(one: Members['members'], other: Members['members']): boolean {
  return one.some((a) =>
    other.some((b) => {
      const [from, below] = areaRange(a.area)
      const [start, end] = areaRange(b.area)
      return from < end && start < below
    }),
  )
}
