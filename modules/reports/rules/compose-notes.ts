import type { FrozenReturn, ReportFacts } from '#contract/reports.ts'
import { addDecimals, negated } from '#engine/define/decimals.ts'
import { dayInChinese } from '#engine/define/period.ts'
import { frozen } from './compose-runs.ts'

/** What differs from the last edition, figure by figure; a restated series says so, with its document where there is one. */
export function differencesOf(codes: readonly string[], facts: ReportFacts): readonly string[] {
  const { previous } = facts
  const restated = codes.flatMap((code) =>
    frozen(facts, code, 'total').restated.map((words) => `${frozen(facts, code, 'total').title}：${words}`),
  )
  if (!previous) return ['本期为首期，无上期可比。', ...restated]
  const changes = codes.flatMap((code) => {
    const { title, unit, value } = frozen(facts, code, 'total')
    const was = previous.figures[code]
    if (was === undefined) return [`${title}为本期新增内容`]
    const by = addDecimals([value, negated(was)])
    return by === '0'
      ? []
      : [`${title}由${was}${unit}变为${value}${unit}（${by.startsWith('-') ? '减少' : '增加'}${by.replace('-', '')}${unit}）`]
  })
  const than = `与上期《${previous.title}》（截至${dayInChinese(previous.asOf)}）相比，`
  return [changes.length === 0 ? `${than}各项累计数未变。` : `${than}${changes.join('；')}。`, ...restated]
}

/** What cities and zones wrote, and who has not confirmed. */
export function returnsOf(show: 'unconfirmed' | 'problems' | 'suggestions', { returns }: ReportFacts): readonly string[] {
  if (returns === null) return show === 'unconfirmed' ? ['本期未组织调度填报。'] : []
  return show === 'unconfirmed' ? [completeness(returns)] : told(returns, show)
}

function completeness(returns: readonly FrozenReturn[]): string {
  const missing = returns.filter(({ confirmed }) => !confirmed)
  const named = (said: string, places: readonly FrozenReturn[]) =>
    places.length === 0 ? [] : [`${said}：${places.map(({ title }) => title).join('、')}`]
  return `${[
    `本期应填报${returns.length}家，已确认${returns.length - missing.length}家`,
    ...named(
      '未按期确认',
      missing.filter(({ awaited }) => awaited !== true),
    ),
    ...named(
      '调度尚未截止，待确认',
      missing.filter(({ awaited }) => awaited === true),
    ),
  ].join('；')}。`
}

/** The same words of several places are told once; 无 is not told. */
function told(returns: readonly FrozenReturn[], show: 'problems' | 'suggestions'): readonly string[] {
  const said = returns.flatMap((each) => {
    const words = each[show]?.replaceAll(/\s+/g, ' ').trim() ?? ''
    return each.confirmed && words !== '' && !NOTHING_SAID.test(words) ? [{ title: each.title, words }] : []
  })
  return [...Map.groupBy(said, ({ words }) => words)].map(
    ([words, places]) => `${places.map(({ title }) => title).join('、')}：${sentence(words)}`,
  )
}

const sentence = (words: string) => (/[。！？；….!?]$/u.test(words) ? words : `${words}。`)

const NOTHING_SAID = /^(?:无|没有|暂无)[。.]?$/
