import type { Id } from './id.ts'

/** Who asks: a person acting as the holder of one post. Rights and duties belong to the post. */
export interface Actor {
  readonly person: Id<'person'>
  readonly post: Id<'post'>
  readonly unit: Id<'org_unit'>
  readonly roles: ReadonlySet<string>
  /** Area code (GB/T 2260, six characters) the post works for; 320000 covers the whole province. */
  readonly area: string
}
