import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'

/** What a call says of who may hand in what, as far as a decision needs it. */
export interface CallTerms {
  readonly title: string
  readonly state: string
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly channels: readonly { readonly channel: string }[]
  readonly quotas: readonly { readonly area: string; readonly most: number }[]
}

export interface Place {
  readonly city: string
  readonly cityTitle: string
}

/** How many a city has recommended under a call, and how many it is about to. */
export interface RecommendedCount {
  readonly before: number
  readonly now: number
}

/** What stands against handing something in under a call today: its state, its days, its channels. */
export function decideSubmission(call: CallTerms, channel: string | null, today: string): readonly Words[] {
  const { opensOn, closesOn, channels, title } = call
  return [
    ...decideState(call),
    ...say(opensOn !== null && today < opensOn, `“${title}”${opensOn} 起受理申报`, `“${title}” opens on ${opensOn}`),
    ...say(
      closesOn !== null && today > closesOn,
      `“${title}”已于 ${closesOn} 截止申报；确需提交请联系省级主管处室延期`,
      `“${title}” closed on ${closesOn}; ask the provincial division to extend it`,
    ),
    ...say(
      channels.length > 0 && channel !== null && !channels.some((allowed) => allowed.channel === channel),
      `“${title}”不接受此推荐渠道，请核对“推荐渠道”`,
      `“${title}” takes nothing through this channel; check the channel`,
    ),
  ]
}

/** What stands against a city's recommending more: whether the call was cancelled, and its quota. A closed window does not matter: checks take their time. */
export function decideRecommendation(call: CallTerms, { city, cityTitle }: Place, { before, now }: RecommendedCount): readonly Words[] {
  const most = quotaOf(call, city)
  return [
    ...say(call.state === 'cancelled', `“${call.title}”已取消`, `“${call.title}” was cancelled`),
    ...say(
      most !== undefined && before + now > most,
      `${cityTitle}名额 ${most} 项，已推荐 ${before} 项`,
      `the quota of ${cityTitle} is ${most}, and ${before} have been recommended`,
    ),
  ]
}

/** How many a city may recommend; undefined when the call names none. */
export function quotaOf({ quotas }: Pick<CallTerms, 'quotas'>, city: string): number | undefined {
  return quotas.find(({ area }) => area === city)?.most
}

/** A call that was not closed by a person is closed by its last day all the same. */
export function isOpen({ state, opensOn, closesOn }: Pick<CallTerms, 'state' | 'opensOn' | 'closesOn'>, today: string): boolean {
  return state === 'open' && opensOn !== null && closesOn !== null && opensOn <= today && today <= closesOn
}

function decideState({ title, state }: CallTerms): readonly Words[] {
  return [
    ...say(state === 'draft', `“${title}”尚未发布`, `“${title}” has not been published`),
    ...say(state === 'closed', `“${title}”已截止申报`, `“${title}” is closed`),
    ...say(state === 'cancelled', `“${title}”已取消`, `“${title}” was cancelled`),
  ]
}

/** What stands against publishing a call, or against new days of it. */
export function againstTerms({ opensOn, closesOn, quotas }: CallTerms): readonly Words[] {
  const areas = quotas.map(({ area }) => area)
  const noCities = areas.filter((area) => !/^\d{4}00$/.test(area))
  const twice = areas.filter((area, at) => areas.indexOf(area) !== at)
  return [
    ...say(
      opensOn !== null && closesOn !== null && closesOn < opensOn,
      `申报截止 ${closesOn} 早于开始 ${opensOn}`,
      `the call closes (${closesOn}) before it opens (${opensOn})`,
    ),
    ...say(noCities.length > 0, `名额应按设区市分配：${noCities.join('、')}`, `quotas are given to cities: ${noCities.join(', ')}`),
    ...say(twice.length > 0, `名额重复：${[...new Set(twice)].join('、')}`, `two quotas for: ${[...new Set(twice)].join(', ')}`),
  ]
}

/**
 * The states of entries that have been recommended, whatever became of them since: those that cannot be reached past the state
 * that the move leads to. Another way into that state, such as a department's own, recommends as well.
 */
export function statesBeyond(register: Register, move: string): readonly string[] {
  const targets = Object.values(register.states).flatMap(({ moves }) => (moves[move] ? [moves[move]] : []))
  const before = reached(register, [register.initial], targets)
  return [...reached(register, targets)].filter((state) => !before.has(state))
}

function reached(register: Register, from: readonly string[], closed: readonly string[] = []): ReadonlySet<string> {
  const found = new Set(from)
  for (const state of found) for (const to of Object.values(register.states[state]?.moves ?? {})) if (!closed.includes(to)) found.add(to)
  return found
}

function say(stands: boolean, zh: string, en: string): readonly Words[] {
  return stands ? [{ zh, en }] : []
}
