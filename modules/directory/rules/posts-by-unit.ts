import type { PostsOfUnits } from '#contract/posts.ts'
import type { Words } from '#engine/define/words.ts'

/** A post with one tenure of it, or none. */
export interface PostRow {
  readonly unit: string
  readonly unitTitle: string
  readonly area: string
  readonly post: string
  readonly title: string
  readonly duty: string | null
  readonly person: string | null
  readonly name: string | null
  readonly fromOn: string | null
  readonly untilOn: string | null
  readonly mayHandOver: boolean
}

/** What every unit must have. */
const NEEDED = ['leader', 'liaison', 'filler']

/** Units with their posts, who holds each on a day and who takes it next, and which parts nobody has. */
export function postsByUnit(rows: readonly PostRow[], duties: Readonly<Record<string, Words>>, day: string): PostsOfUnits['units'] {
  return [...Map.groupBy(rows, ({ unit }) => unit).values()].map((own) => {
    const posts = [...Map.groupBy(own, ({ post }) => post).values()].map((tenures) => postOn(tenures, duties, day))
    const filled = new Set(posts.filter(({ holder }) => holder !== null).map(({ duty }) => duty))
    return {
      unit: own[0]!.unit,
      title: own[0]!.unitTitle,
      area: own[0]!.area,
      posts,
      missing: NEEDED.filter((duty) => !filled.has(duty)).map((duty) => ({ duty, title: duties[duty]! })),
      people: [...new Map(own.flatMap(({ person, name }) => (person && name ? [[person, { person, name }] as const] : []))).values()],
    }
  })
}

function postOn(
  tenures: readonly PostRow[],
  duties: Readonly<Record<string, Words>>,
  day: string,
): PostsOfUnits['units'][number]['posts'][number] {
  const [{ post, title, duty, mayHandOver }] = tenures as readonly [PostRow, ...PostRow[]]
  const held = tenures.filter(({ person }) => person !== null)
  const holder = held.find(({ fromOn, untilOn }) => fromOn! <= day && (untilOn === null || untilOn >= day))
  const next = held.filter(({ fromOn }) => fromOn! > day).toSorted((a, b) => (a.fromOn! < b.fromOn! ? -1 : 1))[0]
  return { post, title, duty, dutyTitle: (duty && duties[duty]) || null, holder: asHolder(holder), next: asHolder(next), mayHandOver }
}

function asHolder(row: PostRow | undefined) {
  return row ? { person: row.person!, name: row.name!, fromOn: row.fromOn! } : null
}
