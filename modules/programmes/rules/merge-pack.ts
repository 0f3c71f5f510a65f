/** Parts of a pack by key (targets/…, tasks/…), each with the fields that a new version may change. */
export type Parts = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Where the province and the new version both changed the same; `field` is “” when the new version leaves the whole part out. */
export interface Conflict {
  readonly key: string
  readonly field: string
  readonly own: unknown
  readonly next: unknown
}

export interface Merge {
  /** Fields that the province left as they were installed and the new version changes. */
  readonly follow: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Parts that only the new version has. */
  readonly add: readonly string[]
  /** Parts that the new version no longer has and the province never touched. */
  readonly leaveOut: readonly string[]
  readonly conflicts: readonly Conflict[]
}

/**
 * Three-way merge of a pack: as installed, as the province has it now, as the new version says. What the province did not touch
 * follows; what it touched stays, and where the new version wants something else there it is listed for decision.
 * A part that the province took out stays out.
 */
export function mergePack(base: Parts, own: Parts, next: Parts): Merge {
  const follow: Record<string, Record<string, unknown>> = {}
  const conflicts: Conflict[] = []
  const leaveOut: string[] = []
  for (const [key, before] of Object.entries(base)) {
    const ours = own[key]
    if (!ours) continue
    const theirs = next[key]
    if (!theirs) {
      if (same(ours, before)) leaveOut.push(key)
      else conflicts.push({ key, field: '', own: ours, next: null })
      continue
    }
    for (const [field, wanted] of Object.entries(theirs)) {
      if (same(wanted, before[field]) || same(wanted, ours[field])) continue
      if (same(ours[field], before[field])) follow[key] = { ...follow[key], [field]: wanted }
      else conflicts.push({ key, field, own: ours[field] ?? null, next: wanted })
    }
  }
  return { follow, conflicts, leaveOut, add: Object.keys(next).filter((key) => !base[key] && !own[key]) }
}

/** Equal as data: key order does not matter, null and absent are one. */
function same(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right)
}

function canonical(value: unknown): string {
  if (value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const filled = Object.entries(value).filter(([, each]) => each !== undefined && each !== null)
  return `{${filled
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join()}}`
}
