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
  const fresh = Object.entries(next).filter(([key]) => !base[key])
  for (const [key, theirs] of fresh) conflicts.push(...differences(key, own[key], theirs))
  return { follow, conflicts, leaveOut, add: fresh.flatMap(([key]) => (own[key] ? [] : [key])) }
}

/** A new part that the province has already, of its own: it stays, and every other value is listed. */
function differences(key: string, ours: Parts[string] | undefined, theirs: Parts[string]): readonly Conflict[] {
  if (!ours) return []
  return Object.entries(theirs).flatMap(([field, wanted]) =>
    same(wanted, ours[field]) ? [] : [{ key, field, own: ours[field] ?? null, next: wanted }],
  )
}

/** Differences of an earlier upgrade that nobody has decided yet and that this version still asks for: none is lost by upgrading again. */
export function stillOpen(open: readonly Conflict[], own: Parts, next: Parts, listed: readonly Conflict[]): readonly Conflict[] {
  return open.filter(({ key, field, next: asked }) => {
    const [ours, theirs] = [own[key], next[key]]
    if (!ours || listed.some((each) => each.key === key && each.field === field)) return false
    return field === '' ? theirs === undefined : theirs !== undefined && same(theirs[field], asked) && !same(ours[field], asked)
  })
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
