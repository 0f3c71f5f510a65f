import type { Outline } from './clauses.ts'
import { FIELD_WORDS, schemePlaces } from './field-terms.ts'
import type { Sentence } from './passages.ts'
import type { FieldMention } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'

const FIELD_SECTION = /(?:重点|主攻|优先|前沿|发展|攻关)(?:领域|方向|产业|赛道)|产业方向|未来产业重点|创新链|产业链|领域布局|产业布局/
// “聚焦固态电池、液流电池等领域”
const LISTED =
  /(?:聚焦|围绕|面向|瞄准|布局|发展|在|针对|以|突破)(?<list>[^,。;:、等]{2,16}(?:[、和及][^,。;:、等]{2,16}){1,12}?)(?:等)?(?:\d+|[一二三四五六七八九十]+)?(?:个|大|条|类)?(?:重点|未来|新兴|前沿|关键|优势|特色|细分)*(?:领域|产业|方向|赛道|行业|产业链|技术路线)/
const LONGEST = 12
// What stands in such lists and is no field: kinds of technology, links of a chain, what is done.
const NO_FIELD =
  /^(?:关键|核心|共性|基础)?(?:技术|材料|软件|零部件|工艺|装备)$|^(?:构建|探索|开展|加强|推动|建设|推进|实施|提升|完善|促进|深化)|环节|产品及|评价$|^(?:教育|娱乐|政务|交通|城市|民生|金融|医疗|文化|旅游|农业|工业|制造)$|技术研发|体系$|能力$|创新$/

interface Draft {
  readonly field: FieldMention
  readonly key: string
  /** Where the last mention ends: a heading is also a sentence, and counts once. */
  readonly until: number
}

/**
 * The fields and technologies a plan speaks of: a draft of its own classification, in the order of the text, with proposals
 * of where each belongs in published schemes. Fields that stand as headings or in a list of fields come with more confidence.
 */
export function findFields(reading: Reading, outline: Outline, sentences: readonly Sentence[]): readonly FieldMention[] {
  const drafts = [
    ...headed(reading, outline),
    ...sentences.flatMap((sentence) => [...listed(reading, sentence), ...named(reading, sentence)]),
  ]
  const byKey = new Map<string, Draft>()
  for (const draft of drafts.sort((a, b) => a.field.start - b.field.start)) {
    const before = byKey.get(draft.key)
    byKey.set(draft.key, before ? merged(before, draft) : draft)
  }
  return [...byKey.values()].map(({ field }) => field)
}

function merged(before: Draft, again: Draft): Draft {
  const surer = again.field.confidence > before.field.confidence
  const { confidence, why, parent, standing } = surer ? again.field : before.field
  const mentions = before.field.mentions + (again.field.start >= before.until ? 1 : 0)
  return {
    ...before,
    field: { ...before.field, confidence, why, parent, standing, mentions },
    until: Math.max(before.until, again.until),
  }
}

/** “三、重点领域 / (一)人工智能 / 1.具身智能”: the headings below are the plan's own classes. */
function headed(reading: Reading, outline: Outline): readonly Draft[] {
  const path: { readonly depth: number; readonly text: string; readonly inFields: boolean }[] = []
  return outline.headings.flatMap((heading, at): Draft[] => {
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop()
    const parent = path.at(-1)
    const inFields = parent?.inFields === true
    path.push({ depth: heading.depth, text: heading.text, inFields: inFields || FIELD_SECTION.test(heading.text) })
    const found = reading.headings[at]
    const plain = reading.body.copy.text.slice(found?.textStart, found?.end)
    if (!inFields || !found || plain.length > LONGEST || /行动|工程|机制|保障|组织|[,。]/.test(plain)) return []
    return [
      draftOf(
        reading,
        { start: found.textStart, end: found.end, plain, clause: heading.clause },
        'heading',
        parent && !FIELD_SECTION.test(parent.text) ? parent.text : null,
      ),
    ]
  })
}

function listed(reading: Reading, sentence: Sentence): readonly Draft[] {
  const found = LISTED.exec(sentence.text)
  const list = found?.groups?.['list']
  if (!found || !list) return []
  let at = sentence.start + found.index + found[0].indexOf(list)
  return list.split(/[、和及]/).flatMap((name): Draft[] => {
    const start = at
    at += name.length + 1
    const plain = name.replace(/^(?:和|及|与)|等$/g, '')
    if (
      plain.length < 2 ||
      plain.length > LONGEST ||
      /[的个项]|企业|高校|院所|机构|平台|项目|政府|部门|建设|推进/.test(plain) ||
      NO_FIELD.test(plain)
    )
      return []
    return [draftOf(reading, { start, end: start + plain.length, plain, clause: sentence.clause }, 'list', null)]
  })
}

function named(reading: Reading, sentence: Sentence): readonly Draft[] {
  return [...sentence.text.matchAll(FIELD_WORDS)].map((match) => {
    const start = sentence.start + match.index
    return draftOf(reading, { start, end: start + match[0].length, plain: match[0], clause: sentence.clause }, 'mention', null)
  })
}

const STANDINGS = {
  heading: { confidence: 0.95, zh: '“重点领域”一类标题下的分项标题', en: 'a heading below one that announces fields' },
  list: { confidence: 0.8, zh: '“聚焦……等领域”的列举', en: 'named in a list of fields' },
  mention: { confidence: 0.6, zh: '正文提到的领域或技术名称', en: 'a field or technology that the text names' },
} as const

interface Place {
  readonly start: number
  readonly end: number
  readonly plain: string
  readonly clause: string
}

function draftOf(reading: Reading, { start, end, plain, clause }: Place, standing: FieldMention['standing'], parent: string | null): Draft {
  const { confidence, zh, en } = STANDINGS[standing]
  const quote = quoteOf(reading, start, end)
  return {
    until: quote.end,
    key: plain.replace(/[“”"]/g, '').replace(/(?:产业|技术|领域)$/, ''),
    field: {
      ...quote,
      label: wordsOf(reading, start, end).replace(/^[“"]|[”"]$/g, ''),
      parent,
      standing,
      mentions: 1,
      crosswalk: schemePlaces(plain),
      clause,
      confidence,
      why: { zh, en },
    },
  }
}
