import type { Paragraph } from './layout.ts'
import type { Reading } from './reading.ts'
import type { Range } from './sentences.ts'
import { isUnitName, splitNames } from './unit-names.ts'

/** A mark that names units for a task; all positions are positions in the body. */
export interface DutyMark extends Range {
  readonly lead: readonly Range[]
  readonly support: readonly Range[]
  /** Units named here once for all later marks. */
  readonly everywhere: readonly Range[]
  readonly joint: boolean
  /** Only who supports is named (and stands in `lead`): who leads, a heading above may say. */
  readonly supportsOnly: boolean
  readonly form: 'bracket' | 'label' | 'spoken'
  readonly confidence: number
}

const LEAD_LABEL =
  '牵头(?:责任)?(?:单位|部门|处室|领导)?|责任(?:主体)?(?:单位|部门|处室)|(?:主办|主管|主责|权责)(?:机关|局处)|主办(?:单位|部门)?|负责(?:单位|部门)|落实(?:单位|部门)|实施(?:单位|主体|部门)|责任主体|主责(?:单位|部门)|承办(?:单位|部门)'
const SUPPORT_LABEL =
  '配合(?:单位|部门|处室)?|协办(?:机关|单位|部门)?|参与(?:单位|部门)?|参加(?:单位|部门)?|协同(?:单位|部门)|支持(?:单位|部门)|协作(?:单位|部门)|责任单位'
// What stands beside the units and names none.
const OTHER_LABEL =
  '(?:完成|办结)?(?:时限|时间|期限)|进度(?:安排|要求)?|(?:责任|分管|牵头)领导|责任人|联系人|联系方式|备注|工作目标|成果形式'
const DUTY_WORD = new RegExp(`(${LEAD_LABEL}|${SUPPORT_LABEL}|负责|落实|牵头|配合|参与|会同)`)
// Between two labels on one line there may be nothing but a blank, which the body no longer has.
const LABELLED = new RegExp(
  `(?:^|[,;。、 ]|(?<=[局厅委部办院会署府行处心司团室区县市)]))(?<label>${LEAD_LABEL}|${SUPPORT_LABEL}|${OTHER_LABEL}):`,
  'g',
)
const LABEL_LINE =
  /^(?:牵头(?:责任)?(?:单位|部门)|责任(?:单位|部门|主体)|配合(?:单位|部门)|参与(?:单位|部门)|参加(?:单位|部门)|协办(?:单位|部门)|主责(?:单位|部门)|责任分工|协同单位):/

/** All marks of the body in order. */
export function marksIn(reading: Reading): readonly DutyMark[] {
  const found: DutyMark[] = []
  reading.body.paragraphs.forEach((paragraph) => {
    const text = reading.body.copy.text.slice(paragraph.start, paragraph.end)
    if (LABEL_LINE.test(text)) addLine(found, reading, paragraph, text)
    else if (addTail(found, paragraph, text)) return
    else for (const bracket of outerBrackets(text)) addBracket(found, paragraph, text, bracket)
  })
  return found
}

const TAIL =
  /(?<=[。;])(?:牵头(?:单位|部门)?|责任(?:单位|部门)|主办(?:单位)?|主责单位|落实单位):[^。]{2,300}(?:。(?:完成)?(?:时限|时间|期限|进度安排):[^。]{2,30})?。?$/

/** “…推动应用。责任单位:市科技局、市财政局” without brackets at the end of a task. */
function addTail(found: DutyMark[], paragraph: Paragraph, text: string): boolean {
  const tail = TAIL.exec(text)
  const inside = tail !== null && outerBrackets(text).some((bracket) => bracket.start < tail.index && tail.index < bracket.end)
  const mark = tail && !inside ? readMark(text, tail.index, text.length, paragraph.start) : spokenMark(text, paragraph.start)
  if (mark) found.push(mark)
  return mark !== null
}

// Longer than this a sentence tells of work, not of who does it.
const LONGEST_SPOKEN = 160

// “推出热点地图,由环境保护署牵头,渔农自然护理署协办”
const LAST_CLAUSE = /,由[^,]{2,60}(?:牵头|主办|统筹)(?:负责|推进|实施)?(?:,[^,]{2,100}(?:配合|参与|协办|协助|参加|协同))?$/

/** “…。由省农业厅牵头,省科技厅参与。”: a last sentence that consists of units and their parts in the task. */
function spokenMark(text: string, offset: number): DutyMark | null {
  const stop = text.endsWith('。') ? text.length - 1 : text.length
  const start = Math.max(text.lastIndexOf('。', stop - 1), text.lastIndexOf(';', stop - 1)) + 1
  const sentence = text.slice(start, stop)
  if (sentence.length > LONGEST_SPOKEN || /^[([]/.test(sentence) || !/(牵头|负责|参与|配合|落实)(?!单位|部门|人)/.test(sentence))
    return null
  const clause = LAST_CLAUSE.exec(sentence)
  if (start === 0 && !clause) return null
  const mark = readMark(text, clause ? start + clause.index + 1 : start, stop, offset)
  const units = mark ? [...mark.lead, ...mark.support] : []
  const areUnits = units.every((unit) => isListOfUnits(text.slice(unit.start - offset, unit.end - offset)))
  return mark && areUnits ? { ...mark, form: 'spoken', confidence: 0.85 } : null
}

/** “牵头单位:…” and the line “配合单位:…” after it are one mark. */
function addLine(found: DutyMark[], reading: Reading, paragraph: Paragraph, text: string): void {
  const last = found.at(-1)
  const mark = readMark(text, 0, text.length, paragraph.start)
  if (!mark) return
  const supportsLast =
    last &&
    /^(配合|参与|参加|协办|协同|责任)/.test(text) &&
    reading.body.copy.text.slice(last.end, paragraph.start).trim() === '' &&
    last.support.length === 0
  if (!supportsLast || !last) found.push(mark)
  else found[found.length - 1] = { ...last, end: mark.end, support: [...mark.lead, ...mark.support], joint: false }
}

function addBracket(found: DutyMark[], paragraph: Paragraph, text: string, bracket: Range): void {
  const inside = text.slice(bracket.start + 1, bracket.end - 1)
  if (inside.length < 3 || inside.length > 600) return
  // At the end of the task, or of its heading: “(四)强化支撑(省科技厅、省教育厅)。…”
  const atEnd = /^[。;.]?$/.test(text.slice(bracket.end)) || (text[bracket.end] === '。' && !/[。;]/.test(text.slice(0, bracket.start)))
  if (!DUTY_WORD.test(inside) && !(atEnd && isListOfUnits(inside))) return
  const mark = readMark(text, bracket.start + 1, bracket.end - 1, paragraph.start)
  if (mark) found.push({ ...mark, form: 'bracket', start: paragraph.start + bracket.start, end: paragraph.start + bracket.end })
}

const OFFICE =
  /(部|委|厅|局|办|院|会|署|行|政府|各市|各县|各区|部门|单位|高新区|开发区|新区|公司|办公室|管委会|中心|处|科|站|所|大学|学院|集团|银行|分局|支队|协会|科协|工商联|妇联|残联|侨联|文联|联合会|高校)(\([^()]*\))*$/
// Beside an office of the government they take part; alone they may be anything.
const BODY = /^(?:各|有关|相关|驻).{0,8}(?:机构|企业|园区|乡镇|街道|镇|乡|平台)$/

/** “(市科技局、市财政局)” at the end of a task, without any verb. */
function isListOfUnits(inside: string): boolean {
  const names = splitNames(inside)
  return (
    names.some(({ name }) => OFFICE.test(name)) && names.every(({ name }) => isUnitName(name) && (OFFICE.test(name) || BODY.test(name)))
  )
}

/** Brackets not inside other brackets: “〔…各市(地)政府(行署)…〕” is one. */
function outerBrackets(text: string): readonly Range[] {
  const found: Range[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(' || text[at] === '[') {
      if (depth === 0) start = at
      depth += 1
    } else if ((text[at] === ')' || text[at] === ']') && depth > 0) {
      depth -= 1
      if (depth === 0) found.push({ start, end: at + 1 })
    }
  }
  return found
}

const EVERYWHERE =
  /[。;,](?:以下|以上)?(?:各项|任务|工作)?均(?:需|由|须|要)(.{2,60}?)(?:配合|参与|落实)[,。]?(?:以下)?不再(?:一一)?(?:列出|列示|重复)/

function readMark(text: string, start: number, end: number, offset: number): DutyMark | null {
  const inside = text.slice(start, end)
  const rule = EVERYWHERE.exec(inside)
  const own = rule ? inside.slice(0, rule.index) : inside
  const everywhere = rule?.[1] === undefined ? [] : ranges(rule[1], offset + start + rule.index + rule[0].indexOf(rule[1]))
  const parts = partsOf(own, offset + start)
  if (parts.lead.length === 0) return null
  return {
    start: offset + start,
    end: offset + end,
    everywhere,
    ...parts,
    joint: parts.support.length === 0 && parts.lead.length > 1,
    form: 'label',
    confidence: 0.95,
  }
}

interface Parts {
  readonly lead: readonly Range[]
  readonly support: readonly Range[]
  readonly supportsOnly: boolean
}

function partsOf(inside: string, offset: number): Parts {
  const labels = [...inside.matchAll(LABELLED)]
  return labels.length > 0 ? labelledParts(inside, labels, offset) : verbParts(inside, offset)
}

/** “牵头单位:A、B,配合单位:C”; 责任单位 after a 牵头单位 supports it. */
function labelledParts(inside: string, labels: readonly RegExpExecArray[], offset: number): Parts {
  const first = labels[0]?.index ?? 0
  // “省委宣传部牵头,完成时限:长期”
  const spoken = first > 0 ? verbParts(inside.slice(0, first), offset) : null
  const lead: Range[] = spoken && DUTY_WORD.test(inside.slice(0, first)) ? [...spoken.lead] : []
  const support: Range[] = spoken && lead.length > 0 ? [...spoken.support] : []
  labels.forEach((label, at) => {
    const from = label.index + label[0].length
    const names = ranges(inside.slice(from, labels[at + 1]?.index ?? inside.length), offset + from)
    const name = label.groups?.['label'] ?? ''
    if (new RegExp(`^(${OTHER_LABEL})$`).test(name)) return
    const leads = !new RegExp(`^(${SUPPORT_LABEL})$`).test(name) || (name.startsWith('责任') && lead.length === 0)
    if (leads && !(name.startsWith('责任') && lead.length > 0)) lead.push(...names)
    else support.push(...names)
  })
  if (lead.length > 0) return { lead, support, supportsOnly: false }
  return { lead: support, support: [], supportsOnly: labels.every((label) => !label.groups?.['label']?.startsWith('责任')) }
}

// “A、B,列第一位者为牵头单位”
const FIRST_LEADS = /(?:列|排)(?:名|在)?(?:第一|首)位?/

/** “A牵头,B、C配合”, “A、B按职责分工负责”, “A会同B负责”. */
function verbParts(inside: string, offset: number): Parts {
  const leading =
    /^(.*?)(?:牵头(?:负责|落实|组织)?|总牵头|负责牵头|主办)(?:[,;、。]|会同|$)/.exec(inside) ??
    /^([^,;]*?)负责[,;](?=.*(?:配合|参与|协助|协同|参加|落实))/.exec(inside) ??
    /^([^,;]*?)(?=会同)/.exec(inside)
  if (!leading?.[1]) {
    const all = ranges(inside, offset)
    const leads = FIRST_LEADS.test(inside) ? 1 : all.length
    return { lead: all.slice(0, leads), support: all.slice(leads), supportsOnly: false }
  }
  const together = leading[1].indexOf('会同')
  const from = together > 0 ? together + 2 : leading[0].length
  return {
    lead: ranges(together > 0 ? leading[1].slice(0, together) : leading[1], offset),
    support: ranges(inside.slice(from), offset + from),
    supportsOnly: false,
  }
}

function ranges(list: string, offset: number): readonly Range[] {
  return splitNames(list).map(({ name, start }) => ({ start: offset + start, end: offset + start + name.length }))
}
