import type { Sentence } from './passages.ts'
import type { Instrument, InstrumentAmount, InstrumentKind, Target } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'
import { type Quantity, quantitiesIn } from './targets/quantities.ts'

// First that fits: a subsidy of interest is 贴息, not 补贴.
const KINDS: readonly (readonly [InstrumentKind, RegExp])[] = [
  ['interest', /贴息|贷款利息|利息补助|利息补贴/],
  ['tax', /加计扣除|免征|减按|减征|所得税|增值税|税前扣除|税收优惠|退税|抵扣/],
  ['voucher', /创新券|科技券|服务券|算力券|数据券|消费券|模型券/],
  ['risk', /风险补偿|风险分担|代偿|担保费|保费补贴|不良贷款/],
  ['exemption', /免租|租金减免|免费提供|免收|免申报|费用减免|减免/],
  ['award', /奖励|奖补|表彰|一次性奖/],
  [
    'subsidy',
    /补助|补贴|资助|配套(?!率|企业|产业|设施|能力|体系|措施|服务|半径)|经费支持|资金支持|支持经费|给予[^,。;]{0,20}\d[^,。;]{0,10}(?:万元|元|%)[^,。;]{0,6}(?:支持|扶持)?/,
  ],
]
const GIVES =
  /给予|补助|补贴|奖励|奖补|资助|贴息|配套(?!率|企业|产业|设施|能力|体系|措施|服务|半径)|免征|减按|减征|加计扣除|补偿|免租|减免|兑付|发放|抵扣|扣除|支持|申领/
const ADDRESSED = /(?:对|向|为)(?<who>[^,;。]{2,60}?)(?=,|给予|按|予以|实行|免|发放|减|提供|的?一次性)/
const RECIPIENT =
  /(?:^|[,;:。])?(?:\d{1,2}[.、]|[([][一二三四五六七八九十]{1,3}[)\]])?(?:对|向|支持|鼓励|每家|每户|单家|单户|每个|给)?(?<who>[^,;。]{0,60}?(?:企业(?!所得税)|单位|机构|团队|人才|个人|高校|院所|项目|平台|园区|实验室|中心|合作社|科研人员|基地|孵化器|装备|产品))/
const CEILING = /(?:最高|不超过|上限(?:为|是)?|最多|封顶|累计不超过|总额不超过|以内|限额)[^,。;\d]{0,12}$/
const RATE_OF = /按(?:照)?(?<base>[^,。;]{2,40}?)的?$/
const PER = /(每家企业|每户|单家|单户|单个项目|单个|单项|每项|每人|每个|每年|年度|一次性)/g

/** Benefits that the text promises: who gets what on which conditions, as a draft for rules that a program can check. */
export function findInstruments(reading: Reading, sentences: readonly Sentence[]): readonly Instrument[] {
  const found: Instrument[] = []
  for (const sentence of sentences) {
    if (!GIVES.test(sentence.text) || !/\d|百分之|[一二三五十]成|免|全额/.test(sentence.text)) continue
    for (const part of partsOf(sentence.text)) {
      const one = instrumentIn(reading, sentence, part, found.at(-1))
      if (one) found.push(one)
    }
  }
  return found
}

interface Part {
  readonly text: string
  readonly at: number
}

/** Benefits beside each other are parted by “;”, by “。” and before a new “对”: “对新认定的…,对通过评估的…”. */
function partsOf(text: string): readonly Part[] {
  const cuts = [...text.matchAll(/[;。]|,(?=对[^,。;]{2,40}(?:的|企业|单位|项目|给予))/g)].map((match) => match.index)
  return [...cuts, text.length].map((stop, at) => {
    const from = at === 0 ? 0 : (cuts[at - 1] ?? 0) + 1
    return { text: text.slice(from, stop), at: from }
  })
}

function instrumentIn(reading: Reading, sentence: Sentence, { text, at }: Part, before: Instrument | undefined): Instrument | null {
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0]
  const given = text.search(GIVEN)
  const amounts = quantitiesIn(text).flatMap((quantity) => amountOf(text, quantity, given))
  const benefits = amounts.filter(({ role, counted }) => role !== 'condition' && !counted)
  if (!kind || (benefits.length === 0 && !/免征|免收|免租|减按|减半/.test(text))) return null
  const who = (ADDRESSED.exec(text) ?? RECIPIENT.exec(text))?.groups?.['who'] ?? ''
  const start = sentence.start + at
  const whoStart = start + text.indexOf(who)
  const recipient =
    who === '' ? (before?.clause === sentence.clause ? before.recipient : null) : wordsOf(reading, whoStart, whoStart + who.length)
  return {
    ...quoteOf(reading, start, start + text.length),
    kind,
    recipient: recipient === null ? null : recipient.replace(/^(?:对|向|支持|给)/, ''),
    conditions: amounts.filter(({ role }) => role === 'condition').map(plain),
    benefits: benefits.map(plain),
    per: [...new Set([...text.matchAll(PER)].map((match) => match[0]))],
    clause: sentence.clause,
    confidence: who !== '' && benefits.length > 0 ? 0.85 : 0.6,
    why: {
      zh: `“${(GIVES.exec(text)?.[0] ?? '').slice(0, 8)}”表示给予，数额不是要完成的指标，而是兑现条件`,
      en: 'words of giving: the amounts are benefits and conditions, not targets',
    },
  }
}

/** A figure of a benefit; things that are counted are no benefit by themselves. */
interface Amount extends InstrumentAmount {
  readonly counted: boolean
}

function plain({ role, text, value, unit, of }: Amount): InstrumentAmount {
  return { role, text, value, unit, of }
}

// What a figure belongs to stands this near before it.
const NEAR = 80
// “补贴兑付率达到98%” is a target; “利率”, “费率” belong to what is given.
const RATE_REACHED = /(?<![利费税])率(?:达到|达|提高到|不低于|超过|保持在)*$/
const GIVEN = /给予|补助|补贴|奖励|资助|贴息|按|最高|兑付|上限|免租|补偿/

function amountOf(text: string, quantity: Quantity, given: number): readonly Amount[] {
  const lead = text.slice(Math.max(0, quantity.start - NEAR), quantity.start)
  if (quantity.unitClass === 'none' || (quantity.unitClass === 'span' && !/期限|贴息|租|不超过|最长/.test(lead))) return []
  if (RATE_REACHED.test(lead)) return []
  const isShare = quantity.unitClass === 'share'
  const base = isShare ? RATE_OF.exec(lead)?.groups?.['base'] : undefined
  const role = CEILING.test(lead)
    ? 'ceiling'
    : isConditional(text, quantity, given)
      ? 'condition'
      : isShare
        ? 'rate'
        : quantity.unitClass === 'span'
          ? 'duration'
          : 'amount'
  const metric =
    /[,;。的]?(?<metric>[^,;。\d]{2,20}?)(?:达到|达|超过|不低于|不少于|不超过|高于|低于|为)?$/.exec(lead)?.groups?.['metric'] ?? ''
  return [
    {
      counted: quantity.unitClass === 'count',
      role,
      text: text.slice(Math.max(0, quantity.start - 12), quantity.end),
      value: quantity.value,
      unit: quantity.unit,
      of: base ?? (role === 'condition' ? metric : null),
    },
  ]
}

/** Before the word of giving, or followed by “的(企业)”: a condition on who gets it. */
function isConditional(text: string, quantity: Quantity, given: number): boolean {
  const rest = text.slice(quantity.end, quantity.end + 40)
  return given < 0 || given > quantity.start + NEAR
    ? /^(?:以上|及以上)?[^,;。]{0,20}的(?:企业|单位|项目|机构)/.test(rest)
    : quantity.start < given || /^(?:以上)?的(?:企业|单位|项目|机构|,)/.test(rest)
}

const PER_HEAD = /每[家户人个项]|单[家户个项]|按|最高|上限|封顶/

/** What somebody gets is no target: “每家企业每年不超过30万元” beside the benefit that it limits. */
export function withoutBenefits(targets: readonly Target[], instruments: readonly Instrument[]): readonly Target[] {
  let at = 0
  const kept = targets.filter(({ start, end, comparator, quote, unit }) => {
    while (at < instruments.length && (instruments[at]?.end ?? 0) < end) at += 1
    const inside = (instruments[at]?.start ?? Number.POSITIVE_INFINITY) <= start
    return !inside || !/[元%]|百分点/.test(unit ?? '') || !(comparator === 'at_most' || PER_HEAD.test(quote))
  })
  return kept.length === targets.length ? targets : withoutLooseEnds(kept)
}

function withoutLooseEnds(targets: readonly Target[]): readonly Target[] {
  const ids = new Set(targets.map(({ id }) => id))
  return targets.map(({ restates, partOf, ...target }) => ({
    ...target,
    ...(restates !== undefined && ids.has(restates) ? { restates } : {}),
    ...(partOf !== undefined && ids.has(partOf) ? { partOf } : {}),
  }))
}
