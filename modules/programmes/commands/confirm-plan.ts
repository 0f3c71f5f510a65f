import { confirmPlanInput } from '#contract/programmes.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { ValuesOf } from '#engine/define/register.ts'
import { type Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import {
  countedIndicators,
  PLANNER,
  type PlanItem,
  type PolicyDocument,
  plan,
  planItem,
  policyDocument,
  target,
} from '#modules/plans/index.ts'

type Choices = Readonly<Record<string, string | null>>

/** A checked document becomes a plan that runs: its items are confirmed, its targets stand in the programme and count from now on. */
export const confirmPlan = command({
  name: 'programmes.confirm-plan',
  label: { zh: '确认方案', en: 'Confirm a plan' },
  input: confirmPlanInput,
  right: PLANNER,
  async run(call, { document: id, indicators = {} }) {
    const document = await call.read(policyDocument, id)
    if (document.state !== 'draft') return alreadyConfirmed(document)
    const all = await call.find(planItem, { field: 'document', is: id })
    const items = all.filter(({ state }) => state === 'found' || state === 'checked')
    const targets = items.filter(({ itemKind }) => itemKind === 'target').map((item) => ({ item, indicator: chosen(item, indicators) }))
    const fault = faultOf(call, targets)
    if (fault) return fault

    const [made] = call.create(plan, [
      { title: document.title, document: document.id, fromOn: day(document.fromYear, '01-01'), untilOn: day(document.toYear, '12-31') },
    ])
    call.create(
      target,
      targets.map(({ item, indicator }) => targetValues(item, indicator, document, made!)),
    )
    call.move(planItem, all, 'confirm')
    call.move(policyDocument, [document], 'confirm')
    return { plan: made!, targets: targets.length, counted: targets.filter(({ indicator }) => indicator !== null).length }
  },
})

function chosen(item: PlanItem, choices: Choices): string | null {
  return Object.hasOwn(choices, item.id) ? (choices[item.id] ?? null) : item.indicator
}

/** A restated target must not be counted twice, and an indicator must exist. */
function faultOf(call: Call, targets: readonly { item: PlanItem; indicator: string | null }[]): Refusal | undefined {
  const known = new Set(countedIndicators(call.facts.store.catalogue).map(({ code }) => code))
  const tied = targets.filter(({ indicator }) => indicator !== null)
  const unknown = tied.find(({ indicator }) => !known.has(indicator!))
  if (unknown)
    return refuse(
      'invalid',
      'plan.unknown-indicator',
      `“${unknown.item.label}”所选的计数指标不存在`,
      `“${unknown.item.label}” is tied to an indicator that does not exist`,
    )
  const twice = tied.find(({ indicator }, at) => tied.findIndex((other) => other.indicator === indicator) !== at)
  if (twice)
    return refuse(
      'invalid',
      'plan.indicator-twice',
      `两个目标选了同一个计数指标(“${twice.item.label}”);请只保留一个,其余为重复表述`,
      `two targets are tied to the same indicator (“${twice.item.label}”); keep one of them`,
    )
  return undefined
}

function targetValues(
  item: PlanItem,
  indicator: string | null,
  document: PolicyDocument,
  made: ValuesOf<typeof target>['plan'],
): ValuesOf<typeof target> {
  const { label: title, low, high, unit, comparator, qualifier, deadline, period, quote, start, end, clause } = item
  return {
    title,
    plan: made,
    document: document.id,
    item: item.id,
    indicator,
    low,
    high,
    unit,
    comparator,
    qualifier,
    deadline,
    period,
    quote,
    start,
    end,
    clause,
  }
}

function alreadyConfirmed({ state, title }: PolicyDocument): Refusal {
  return state === 'confirmed'
    ? refuse(
        'conflict',
        'plan.already-confirmed',
        `“${title}”已经确认过,不能重复确认;请到“方案目标”查看`,
        `“${title}” has been confirmed before; see its targets`,
      )
    : refuse('state', 'plan.discarded', `“${title}”已弃用,不能确认`, `“${title}” was discarded and cannot be confirmed`)
}

function day(year: number | null, rest: string): string | null {
  return year === null ? null : `${year}-${rest}`
}
