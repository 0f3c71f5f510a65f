import { z } from 'zod'
import type { Conflict } from './merge-pack.ts'

const kept = z.array(z.object({ key: z.string(), field: z.string(), own: z.unknown(), next: z.unknown() }))

/** The differences that an installed pack still has to have decided. */
export function conflictsOf(value: unknown): readonly Conflict[] {
  return kept.parse(value ?? []).map(({ key, field, own, next }) => ({ key, field, own: own ?? null, next: next ?? null }))
}
