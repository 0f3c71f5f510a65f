import type { Call } from '#engine/store/call.ts'
import type { ProposedTarget } from '../queries/propose.ts'
import { statisticFor } from '../queries/statistic-for.ts'
import { statisticalIndicator } from '../registers/statistical-indicator.register.ts'

/** Targets that no register counts and that statistics publish are followed by those; what indicator is missing is made. */
export async function keepStatistics(call: Call, targets: readonly ProposedTarget[]): Promise<readonly ProposedTarget[]> {
  const known = new Map(
    targets.flatMap((target) => {
      const found = statisticFor(target)
      return found ? [[target, found] as const] : []
    }),
  )
  const wanted = new Map([...known.values()].map((each) => [each.code, each]))
  if (wanted.size === 0) return targets
  const there = new Set((await call.find(statisticalIndicator, { field: 'code', oneOf: [...wanted.keys()] })).map(({ code }) => code))
  const missing = [...wanted.values()].filter(({ code }) => !there.has(code))
  call.create(
    statisticalIndicator,
    missing.map(({ code, title, unit }) => ({ code, title: title.zh, titleEn: title.en, unit })),
  )
  return targets.map((target) => ({ ...target, indicator: target.indicator ?? known.get(target)?.code ?? null }))
}
