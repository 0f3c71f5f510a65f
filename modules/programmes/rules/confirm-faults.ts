import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Relation } from './structure.ts'

/** What is looked at before a plan is confirmed: what each target is tied to and stands under. */
export interface TiedTarget {
  readonly item: string
  readonly label: string
  readonly relation: Relation
  readonly parent: string | null
  readonly indicator: string | null
  readonly part: string | null
}

/** An indicator that exists, with its named parts. */
export interface KnownIndicator {
  readonly code: string
  readonly parts: readonly string[]
}

/** The first thing that stands against confirming: what does not exist, what would count twice, what would hang in the air. */
export function faultOf(
  targets: readonly TiedTarget[],
  indicators: readonly KnownIndicator[],
  registers: ReadonlySet<string>,
  wanted: readonly string[],
): Refusal | undefined {
  return unknownIndicator(targets, indicators) ?? countedTwice(targets) ?? wrongParent(targets) ?? unknownRegister(wanted, registers)
}

function unknownIndicator(targets: readonly TiedTarget[], indicators: readonly KnownIndicator[]): Refusal | undefined {
  for (const { label, indicator, part } of targets) {
    if (indicator === null) continue
    const known = indicators.find(({ code }) => code === indicator)
    if (!known)
      return refuse(
        'invalid',
        'plan.unknown-indicator',
        `“${label}”所选的计数指标不存在`,
        `“${label}” is tied to an indicator that does not exist`,
      )
    if (part !== null && !known.parts.includes(part))
      return refuse(
        'invalid',
        'plan.unknown-part',
        `“${label}”所选的指标分项不存在`,
        `“${label}” is tied to a part that its indicator does not have`,
      )
  }
  return undefined
}

/** The same indicator and part twice would count twice; a target that only says a headline again counts nothing of its own. */
function countedTwice(targets: readonly TiedTarget[]): Refusal | undefined {
  const tied = targets.filter(({ indicator, relation }) => indicator !== null && relation !== 'restated')
  const key = ({ indicator, part }: TiedTarget) => `${indicator} ${part ?? ''}`
  const twice = tied.find((each, at) => tied.findIndex((other) => key(other) === key(each)) !== at)
  return (
    twice &&
    refuse(
      'invalid',
      'plan.indicator-twice',
      `两个目标选了同一个计数指标（“${twice.label}”）；请只保留一个，其余为重复表述`,
      `two targets are tied to the same indicator (“${twice.label}”); keep one of them`,
    )
  )
}

/** A headline stands under nothing; what is no headline stands under one. */
function wrongParent(targets: readonly TiedTarget[]): Refusal | undefined {
  const byItem = new Map(targets.map((target) => [target.item, target]))
  const wrong = targets.find(({ item, relation, parent }) => {
    if (relation === 'headline') return parent !== null
    return parent === null || parent === item || byItem.get(parent)?.relation !== 'headline'
  })
  return (
    wrong &&
    refuse(
      'invalid',
      'plan.wrong-parent',
      `“${wrong.label}”的上下级不对：总目标不能在别的目标之下，其他目标须在一个总目标之下；请重新选择`,
      `“${wrong.label}” stands in the wrong place: a headline stands under nothing, any other target under a headline; choose again`,
    )
  )
}

function unknownRegister(wanted: readonly string[], registers: ReadonlySet<string>): Refusal | undefined {
  const unknown = wanted.find((name) => !registers.has(name))
  return unknown === undefined
    ? undefined
    : refuse(
        'invalid',
        'plan.unknown-register',
        `没有名为 ${unknown} 的台账，请重新选择或选“未建”`,
        `no register is named ${unknown}; choose another or none`,
      )
}
