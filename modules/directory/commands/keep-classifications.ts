import { z } from 'zod'
import type { Actor } from '#engine/define/actor.ts'
import type { Id } from '#engine/define/id.ts'
import type { ValuesOf } from '#engine/define/register.ts'
import { command, execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { classification } from '../registers/classification.register.ts'
import { classificationTerm } from '../registers/classification-term.register.ts'

/** Who sets an installation up, before there is anybody else. */
const NOBODY_YET = '00000000-0000-7000-8000-000000000000'
export const INSTALLER: Actor = {
  person: NOBODY_YET as Id<'person'>,
  post: NOBODY_YET as Id<'post'>,
  unit: NOBODY_YET as Id<'org_unit'>,
  roles: new Set(['administrator']),
  area: '320000',
}

/** A classification with its classes, as a pack writes it. */
export type ClassificationGiven = ValuesOf<typeof classification> & {
  readonly terms: readonly Omit<ValuesOf<typeof classificationTerm>, 'scheme'>[]
}

/** Enters the classifications that a jurisdiction has not yet; what it has is its own, and is left alone. */
export async function keepClassifications(store: Store, given: readonly ClassificationGiven[]): Promise<void> {
  const install = command({
    name: 'installation.seed',
    label: { zh: '初始化', en: 'Seed' },
    input: z.object({}),
    right: { role: 'administrator' },
    async run(call) {
      const had = new Set((await call.find(classification, { always: true })).map(({ code }) => code))
      const fresh = given.filter(({ code }) => !had.has(code))
      call.create(
        classification,
        fresh.map(({ terms: _terms, ...head }) => head),
      )
      call.create(classificationTerm, fresh.flatMap(termsOf))
      return {}
    },
  })
  // The key makes a second process that starts at the same time wait for the first.
  const idempotencyKey = `classifications ${given.map(({ code }) => code).join()}`
  const outcome = await execute(store, install, { actor: INSTALLER, request: 'seed', idempotencyKey }, {})
  if (!outcome.ok) throw new Error(outcome.words.zh)
}

/** Every class is valid as long as its classification, and stands in the order written, unless it says otherwise. */
function termsOf({ code: scheme, fromOn, untilOn, terms }: ClassificationGiven): readonly ValuesOf<typeof classificationTerm>[] {
  return terms.map((term, at) => ({ order: (at + 1) * 10, fromOn: fromOn ?? null, untilOn: untilOn ?? null, ...term, scheme }))
}
