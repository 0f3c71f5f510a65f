import { type ActionClass, CLASS_VERBS, classOfVerb, proofOf } from './action-classes.ts'
import type { Sentence } from './passages.ts'
import type { Measure } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'
import { clausesIn } from './sentences.ts'
import { LOOKING_BACK } from './targets/words.ts'

// Who is moved to act, and the words that say how: “支持龙头企业”, “鼓励高校院所”, “加快”.
const HOW =
  '(?:到20\\d\\d年底?|力争|争取|努力|积极|大力|加快|加强|着力|持续|深入|全面|稳步|有序|统筹|重点|优先|支持|鼓励|引导|推动|推进|促进|探索|依托|聚焦|围绕|面向|实施|开展|组织|定期|动态|联合|择优|每年|高水平|高标准|一体化|进一步|主动|并|要)'
// A verb must stand near the head of its clause; twenty characters hold “支持有条件的高校和科研院所联合”.
// “应用场景”, “孵化器”, “研发机构”: the verb is the first half of a noun, as it is before “的”, “、” and “和…”.
const NOT_A_NOUN =
  '(?!场景|体系|技术|研究|示范|试验|器|载体|育成|服务|企业|区|带动|工程|基地|机构|投入|费用|经费|活动|人员|项目|上下游|实验室|激励|评价|发展格局|方向|任务|率|额|量|情况|主体|周期|成本|水平|能力|力度|利用|运用|机制|格局|局|厅|委(?!托)|办(?!法|理)|的|、|[和与及](?!(?:完善|开放|培育|推广|建设|发布|实施|引进|转化|攻克|制定|修订|共享|健全)))'
const ACTING = new RegExp(
  `^(?<number>[([]?[一二三四五六七八九十\\d]{1,3}[)\\]、.])?(?<how>${HOW}*)(?<who>[^、]{0,16}?)(?<verb>${CLASS_VERBS})${NOT_A_NOUN}(?:(?:和|并|及|与)?(?:${CLASS_VERBS})${NOT_A_NOUN})?(?<object>.+)$`,
)
const WEAK = /^(?:积极|深入|重点)*(?:探索|鼓励|支持|推动|引导|促进)/
const AIMS = /目标|指导思想|总体要求|总体思路|基本原则|意义|背景|形势|附则/
// A heading this short announces measures; a longer one is a task itself.
const LONGEST_TITLE = 18
// “转化率”, “应用场景建设情况”, “制定本方案”, “突破900家”
const NO_OBJECT =
  /^(?:率|情况|额|量|者|商|费|期|性|后|前|水平|能力|成本|周期|主体责任|如下|本[^,]{0,4}(?:方案|意见|措施|规划|计划|细则|办法)|以下|为|等(?:方式|多种)|[\d.,]+[万亿]*[^\d]{0,3}$)/
const SHORTEST_OBJECT = 3
const LONGEST_OBJECT = 60
const LONGEST_CLAUSE = 200

/** The measures of a plan, clause by clause: what sort of work, on what, and a proposal of what would prove it done. */
export function findMeasures(reading: Reading, sentences: readonly Sentence[]): readonly Measure[] {
  return sentences
    .filter(
      ({ inHeading, heading, text }) =>
        (!inHeading || text.length > LONGEST_TITLE) && !AIMS.test(heading) && !LOOKING_BACK.test(heading) && text.length > 5,
    )
    .flatMap((sentence) => measuresIn(reading, sentence))
}

function measuresIn(reading: Reading, sentence: Sentence): readonly Measure[] {
  return clausesIn(sentence.blotted, { start: 0, end: sentence.blotted.length }).flatMap((clause): Measure[] => {
    const found = ACTING.exec(sentence.blotted.slice(clause.start, Math.min(clause.end, clause.start + LONGEST_CLAUSE)))
    const { number = '', how = '', who = '', verb = '', object = '' } = found?.groups ?? {}
    const bare = object.replace(/\ue001.*$/, '')
    if (
      !found ||
      bare.length < SHORTEST_OBJECT ||
      NOMINAL.test(who + verb + object) ||
      NO_OBJECT.test(object) ||
      /^(?:\ue001|[对按单]|为(?:深入|全面|贯彻|加快|推动|进一步|了))/.test(who + verb)
    )
      return []
    const start = sentence.start + clause.start + number.length
    const objectStart = start - number.length + found[0].length - object.length
    const shown = wordsOf(reading, objectStart, objectStart + Math.min(bare.length, LONGEST_OBJECT))
    return [measure({ reading, sentence, start, end: sentence.start + clause.end }, { how, verb, who, object: shown })]
  })
}

// “建设水平明显提升”, “应用场景不断丰富”: the verb is part of a noun.
const NOMINAL = /^[^,]{0,12}(水平|能力|体系|规模|质量|环境|效率|率|力|场景|成效)(明显|显著|不断|持续|大幅|更加|进一步)/

interface Place {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
}

function measure(
  { reading, sentence, start, end }: Place,
  { how, verb, who, object }: { readonly how: string; readonly verb: string; readonly who: string; readonly object: string },
): Measure {
  const action: ActionClass = classOfVerb(verb)
  const encouraged = WEAK.test(how)
  return {
    ...quoteOf(reading, start, end),
    action,
    verb,
    object,
    strength: encouraged ? 'encourage' : 'do',
    deliverable: { ...proofOf(action, object), proposed: true },
    clause: sentence.clause,
    confidence: who === '' ? (encouraged ? 0.7 : 0.85) : 0.6,
    why: {
      zh: `动词“${verb}”领起分句，宾语为“${object}”${encouraged ? '；“鼓励、支持、探索”一类措辞，成果须由人工确定' : ''}`,
      en: `the verb “${verb}” governs the clause${encouraged ? '; it only encourages, so a person must say what the result is' : ''}`,
    },
  }
}
