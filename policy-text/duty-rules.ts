import type { Sentence } from './passages.ts'
import type { DutyRule } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'
import { isUnitName, splitNames } from './unit-names.ts'

// “以下均需各市政府配合,不再列出”, “以上各项工作均需…参与”, “各项任务均由…落实”
const RULE =
  /(?<reach>以下|以上|上述|各项|所有)(?:各?项?)?(?:重点)?(?:任务|工作|措施|事项|内容)?,?(?:均|都|一律)(?:需要?|由|须|要|应)(?<units>[^。;]{2,80}?)(?<part>配合|参与|落实|负责|实施|抓好落实)/
const UNLISTED = /^[^。;]{0,40}?,?未(?:列|列入|明确)(?:的|出的?)?(?<part>配合|责任|牵头)单位[^。;]{2,80}/

/** Duties that the text lays down once for many tasks, with how far they reach. */
export function findDutyRules(reading: Reading, sentences: readonly Sentence[]): readonly DutyRule[] {
  return sentences.flatMap((sentence): readonly DutyRule[] => {
    const rule = RULE.exec(sentence.text)
    const { units = '', reach = '', part = '' } = rule?.groups ?? {}
    if (!rule) return unlisted(reading, sentence)
    const from = sentence.start + rule.index + rule[0].indexOf(units, reach.length)
    const named = splitNames(units).filter(({ name }) => isUnitName(name))
    if (named.length === 0) return []
    return [
      {
        ...quoteOf(reading, sentence.start + rule.index, sentence.start + rule.index + rule[0].length),
        units: named.map(({ name, start }) => wordsOf(reading, from + start, from + start + name.length)),
        part: /负责|落实|实施/.test(part) ? 'lead' : 'support',
        reach: reach === '以下' ? 'after' : reach === '以上' || reach === '上述' ? 'before' : 'all',
        clause: sentence.clause,
        confidence: 0.9,
        why: { zh: `“${reach}…均…${part}”一次写明，适用于多项任务`, en: 'said once and meant for many tasks' },
      },
    ]
  })
}

/** “未列入的配合单位按职责参与”: nobody is named, but the rule is kept for the reader. */
function unlisted(reading: Reading, sentence: Sentence): readonly DutyRule[] {
  const found = UNLISTED.exec(sentence.text)
  if (!found) return []
  return [
    {
      ...quoteOf(reading, sentence.start, sentence.start + found[0].length),
      units: [],
      part: found.groups?.['part'] === '配合' ? 'support' : 'lead',
      reach: 'all',
      clause: sentence.clause,
      confidence: 0.6,
      why: { zh: '对未列明的单位作出规定', en: 'a rule for units that are not listed' },
    },
  ]
}
