import type { Sentence } from './passages.ts'
import type { RelativeTarget } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'
import { clausesIn } from './sentences.ts'
import { LOOKING_BACK, PAST } from './targets/words.ts'
import { yearsIn } from './targets/years.ts'

const BENCHMARK =
  /(?<metric>[^,;:。]{2,40}?)(?:力争|争取|努力|总体|基本|始终|要|均)*(?<relation>达到|达|不低于|高于|超过|优于|快于|赶上|接近|进入|位居|保持|处于)(?<benchmark>(?:全国|全省|全市|全球|国际|世界|国内|同期|同类|东部|中部|西部|地区|行业|同级)[^,;:。\d]{0,14}?(?:平均水平|平均增速|平均|先进水平|领先水平|前列|第一方阵|先进行列|领先地位|增长速度|增速|总体水平))|(?<metric2>[^,;:。]{2,40}?)(?<relation2>高于|快于|不低于|超过)(?<benchmark2>(?:GDP|地区生产总值|经济|财政[^,;。\d]{0,12}|规上工业|全部工业)[^,;:。\d]{0,8}(?:增速|增长速度|增幅|增长))/

// Most sentences name no benchmark; one look saves the search.
const MAY_BE = /水平|增速|增幅|增长|前列|行列|地位|方阵|平均/

/** Targets that name a benchmark and no number: “增速高于全国平均水平”, “进入全国前列”. */
export function findRelativeTargets(reading: Reading, sentences: readonly Sentence[]): readonly RelativeTarget[] {
  let aim: { readonly heading: string; readonly year: string } | null = null
  return sentences.flatMap((sentence) => {
    const year =
      yearsIn(sentence.text)
        .find((mention) => mention.role === 'deadline')
        ?.year.toString() ?? null
    if (year !== null) aim = { heading: sentence.heading, year }
    if (!MAY_BE.test(sentence.text)) return []
    if (LOOKING_BACK.test(sentence.heading) || (PAST.test(sentence.text) && year === null)) return []
    return relativesIn(reading, sentence, year ?? (aim?.heading === sentence.heading ? aim.year : null))
  })
}

function relativesIn(reading: Reading, sentence: Sentence, deadline: string | null): readonly RelativeTarget[] {
  return clausesIn(sentence.blotted, { start: 0, end: sentence.blotted.length }).flatMap((clause): RelativeTarget[] => {
    const found = BENCHMARK.exec(sentence.text.slice(clause.start, clause.end).slice(0, 120))
    const part = found?.groups
    if (!found || !part) return []
    const [metric, relation, benchmark] = [
      part['metric'] ?? part['metric2'],
      part['relation'] ?? part['relation2'],
      part['benchmark'] ?? part['benchmark2'],
    ]
    if (!metric || !relation || !benchmark || /\d/.test(metric.slice(-6))) return []
    const start = sentence.start + clause.start + found.index
    return [
      {
        ...quoteOf(reading, start, start + found[0].length),
        metric: wordsOf(reading, start, start + metric.length).replace(/^到?20\d\d年(?:底)?/, ''),
        relation: /高于|超过|优于|快于/.test(relation) ? 'above' : /不低于|保持|达/.test(relation) ? 'at_least' : 'reach',
        benchmark,
        deadline,
        clause: sentence.clause,
        confidence: 0.7,
        why: {
          zh: `以“${benchmark}”为参照，没有数值；考核前须补充参照值`,
          en: 'measured against a benchmark, without a number; the benchmark must be filled in',
        },
      },
    ]
  })
}
