import { dayInChinese } from '#engine/define/period.ts'
import type { Words } from '#engine/define/words.ts'
import { pathTo } from './pace.ts'

export interface LightFacts {
  /** The counted figure now. */
  readonly actual: number
  readonly target: number
  /** First and last day of the plan's path; without them no pace can be asked for. */
  readonly from: string | null
  readonly until: string | null
  readonly today: string
  readonly unit: Words
}

export interface Light {
  readonly code: 'done' | 'normal' | 'warning' | 'behind' | 'not_started'
  readonly title: Words
  readonly why: Words
}

const TITLES = {
  done: { zh: '完成', en: 'Done' },
  normal: { zh: '正常', en: 'On track' },
  warning: { zh: '预警', en: 'At risk' },
  behind: { zh: '滞后', en: 'Behind' },
  not_started: { zh: '未开始', en: 'Not started' },
} as const satisfies Record<Light['code'], Words>

/** Product choice, no national rule: ≥ 1.0 of the pace is on track, 0.8 to 1.0 at risk, below that behind (domain rules 6.1). */
const ON_TRACK = 1
const AT_RISK = 0.8

/** A light with the arithmetic that led to it: the pace is a straight line from the plan's first to its last day. */
export function lightOf(facts: LightFacts): Light {
  const { actual, target, from, until, today, unit } = facts
  if (actual >= target)
    return light(
      'done',
      `已公布${actual}${unit.zh}，达到目标${target}${unit.zh}`,
      `${actual} published, the target of ${target} is reached`,
    )
  if (!from || !until) return light('warning', '方案没有起止时间，无法按进度判断', 'the plan has no dates, so no pace can be worked out')
  if (today < from) return light('not_started', `方案自${dayInChinese(from)}起执行`, `the plan begins on ${from}`)
  const { share, expected } = pathTo(target, from, until, today)
  const ratio = actual / expected
  const code = ratio >= ON_TRACK ? 'normal' : ratio >= AT_RISK ? 'warning' : 'behind'
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`
  return light(
    code,
    `时间已过${percent(share)}（${dayInChinese(from)}至${dayInChinese(until)}），按匀速应有${expected.toFixed(1)}${unit.zh}，实有${actual}${unit.zh}，为应有数的${percent(ratio)}；满100%为正常，80%以上不满100%为预警，不满80%为滞后`,
    `${percent(share)} of the time has passed (${from} to ${until}); an even pace asks for ${expected.toFixed(1)}, there are ${actual}: ${percent(ratio)} of the pace (on track from 100%, at risk from 80%)`,
  )
}

/** What a light is called. */
export function lightTitle(code: Light['code']): Words {
  return TITLES[code]
}

function light(code: Light['code'], zh: string, en: string): Light {
  return { code, title: TITLES[code], why: { zh, en } }
}
