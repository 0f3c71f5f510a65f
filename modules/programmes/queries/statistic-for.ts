import { type KnownStatistic, knownStatistic } from '#policy-text/index.ts'
import type { ProposedTarget } from './propose.ts'

/** The statistic that publishes what a target aims at, where no register counts it and it does not repeat another. */
export function statisticFor({ indicator, relation, source }: ProposedTarget): KnownStatistic | undefined {
  if (indicator !== null || relation === 'restated') return undefined
  return knownStatistic(source.label, source.unit) ?? undefined
}
