import { type Measure, toSimplified } from '#policy-text/index.ts'
import type { Pack } from './pack-format.ts'

type PackAction = Pack['tasks'][number]['actions'][number]

const LONGEST_OBJECT = 24
const LONGEST_DELIVERABLE = 200

/** The measures of a task, short: an object that lists many things is named by the first of them. */
export function draftActions(found: readonly Measure[], clause: string | null): PackAction[] {
  return found
    .filter((measure) => measure.clause === clause)
    .map(({ action, object, strength, deliverable, start, end }) => {
      const [whole, proof] = [toSimplified(object), toSimplified(deliverable.zh)]
      const short = shortened(whole)
      return {
        action,
        object: short,
        strength,
        deliverable: proof.replace(whole, () => short).slice(0, LONGEST_DELIVERABLE),
        standing: 'proposed',
        start,
        end,
      }
    })
}

function shortened(object: string): string {
  if (object.length <= LONGEST_OBJECT) return object
  const stop = object.lastIndexOf('、', LONGEST_OBJECT - 1)
  return stop > 1 ? `${object.slice(0, stop)}等` : `${object.slice(0, LONGEST_OBJECT - 1)}…`
}

/** The kind of action that most measures of a task ask for; of several the first. */
export function usualAction(measures: readonly PackAction[]): PackAction['action'] | null {
  const counts = new Map<PackAction['action'], number>()
  for (const { action } of measures) counts.set(action, (counts.get(action) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
