import { fromOf } from './copy.ts'
import type { Paragraph } from './layout.ts'
import { type Reading, wordsOf } from './reading.ts'

/** The title of the plan as printed, and where in the body the plan begins after it. */
export interface FoundTitle {
  readonly title: string | null
  readonly planStart: number
}

const KIND =
  '方案|规划|计划|意见|措施|办法|细则|纲要|行动|工程|清单|要点|决定|政策|分工|条例|规定|指南|行动方案|若干条|工作安排|任务书|蓝图|建议|通知|通告|分解表|任务表|分工表|责任清单|主要指标|公报|报告|白皮书|策略|检讨|解读|(?:责任|任务|工作)分解|(?:运行|完成|进展)情况|总结'
const ENDS_LIKE_TITLE = new RegExp(`(?:${KIND})(?:\\([^()]{1,20}\\)|”)*$`)
// “印发《某某行动方案》的通知”, “现将《某某规划》印发给你们”, “制定了《某某方案》”
const NAMED = [
  /印发(?:给)?(?:了)?《((?:[^《》]|《[^《》]*》)+)》/,
  /关于印发([^《》。,;]{4,80}?)的通知/,
  /现将《((?:[^《》]|《[^《》]*》)+)》/,
  /制定了?《((?:[^《》]|《[^《》]*》)+)》/,
  /^《((?:[^《》]|《[^《》]*》)+)》(?:已经|业经)/m,
]
const NOT_A_TITLE = /^(附件|附表|来源|作者|\(|\[|第.{1,3}[条章节篇]|为|根据|各)|[。;,:、]$/
const BEFORE_FIRST_HEADING = 12_000

export function titleOf(reading: Reading): FoundTitle {
  const text = reading.body.copy.text
  const head = text.slice(0, BEFORE_FIRST_HEADING)
  const explains = explanationTitle(reading)
  if (explains) return explains
  for (const pattern of NAMED) {
    const name = pattern.exec(head)?.[1]
    const found = name === undefined ? null : lastPrinting(reading, name)
    if (found) return found
  }
  return standing(reading) ?? fromNotice(reading, head) ?? headline(reading) ?? { title: null, planStart: 0 }
}

// What explains a document names it again and again; its own title stands first.
function explanationTitle(reading: Reading): FoundTitle | null {
  const at = reading.body.paragraphs.slice(0, FIRST_LINES).findIndex((paragraph) => EXPLAINS.test(textOf(reading, paragraph)))
  return at < 0 ? null : titleFrom(reading, at, at)
}

const FIRST_LINES = 8
const EXPLAINS = /^(?:一图读懂|图解|关于)?[《“]?[^。;,:]{4,80}[》”]?(?:的)?(?:政策|文件)?(?:解读|答记者问|起草说明|编制说明)$/

/** News: the line above the one that says when and where it was published. */
function headline(reading: Reading): FoundTitle | null {
  const { lines } = reading
  const published = lines.slice(0, FIRST_LINES).findIndex(({ text }) => PUBLISHED.test(text))
  const above = lines.slice(0, Math.max(0, published)).findLast(({ text, noise }) => !noise && text.length >= 6 && !/[。;,:]/.test(text))
  const from = above && fromOf(reading.page, above.start)
  const paragraph = reading.body.paragraphs.find(({ start }) => fromOf(reading.body.copy, start) === from)
  return paragraph ? { title: wordsOf(reading, paragraph.start, paragraph.end), planStart: paragraph.end } : null
}

const PUBLISHED = /^(?:20\d\d[-年./]\d{1,2}[-月./]\d{1,2}日? ?\d{0,2}:?|(?:发布(?:时间|日期)|时间|来源|记者) ?:)/

/** The last place before the plan's text where the named title stands on lines of its own; it may be broken over three. */
function lastPrinting(reading: Reading, name: string): FoundTitle | null {
  const wanted = bare(name)
  const { paragraphs } = reading.body
  // A page may repeat the title in its foot; the plan's own headings come after the right one.
  const limit = Math.min(BEFORE_FIRST_HEADING, reading.headings[reading.headings.length >> 1]?.start ?? BEFORE_FIRST_HEADING)
  let found: FoundTitle | null = null
  paragraphs.forEach((paragraph, at) => {
    if (paragraph.start > limit || !wanted.startsWith(bare(textOf(reading, paragraph)).slice(0, 200))) return
    let joined = ''
    for (let last = at; last < Math.min(at + 4, paragraphs.length); last += 1) {
      const piece = paragraphs[last]
      if (!piece) return
      joined += bare(textOf(reading, piece))
      if (joined === wanted) found = titleFrom(reading, at, last)
    }
  })
  return found
}

/** The lines of a title, with the period that may stand in brackets under it: “(2031—2035年)”. */
function titleFrom(reading: Reading, first: number, last: number): FoundTitle {
  const below = reading.body.paragraphs[last + 1]
  const end = below && /^\((20\d\d年?[-—~至]20\d\d年?|征求意见稿|试行|送审稿)\)$/.test(textOf(reading, below)) ? last + 1 : last
  return { title: printedTitle(reading, first, end), planStart: reading.body.paragraphs[end]?.end ?? 0 }
}

function printedTitle(reading: Reading, first: number, last: number): string {
  return reading.body.paragraphs
    .slice(first, last + 1)
    .map((paragraph) => wordsOf(reading, paragraph.start, paragraph.end))
    .join('')
    .replace(/^《(.*)》$/, '$1')
}

function textOf(reading: Reading, paragraph: Paragraph): string {
  return reading.body.copy.text.slice(paragraph.start, paragraph.end)
}

function bare(title: string): string {
  return title.replace(/[《》“”"〈〉<> ]/g, '')
}

/** Without a covering notice: the last line before the first heading that ends like a title. */
function standing(reading: Reading): FoundTitle | null {
  const { paragraphs } = reading.body
  const first = reading.headings.find((heading) => heading.mark.rank <= 4)?.paragraph ?? Math.min(paragraphs.length, 30)
  const candidates = paragraphs.slice(0, first).map((_, at) => at)
  const titles = candidates.filter((at) => isTitle(textOf(reading, paragraphs[at] ?? { start: 0, end: 0, firstLine: 0 })))
  const plans = titles.filter((at) => !/(通知|通告)$/.test(textOf(reading, paragraphs[at] ?? { start: 0, end: 0, firstLine: 0 })))
  // Before a heading the last title is the plan's own; without headings the first line that looks like one is.
  const chosen = reading.headings.length > 0 ? plans.at(-1) : plans[0]
  const paragraph = chosen === undefined ? undefined : paragraphs[chosen]
  if (chosen === undefined || !paragraph) return null
  return titleFrom(reading, withLineBefore(reading, chosen), chosen)
}

function isTitle(text: string): boolean {
  return text.length >= 5 && text.length <= 90 && ENDS_LIKE_TITLE.test(text) && !NOT_A_TITLE.test(text) && !/[。;,]/.test(text)
}

/** “某省人民政府办公厅 / 关于…的意见” and “加快建设 / 创新中心行动方案” are one title over two lines. */
function withLineBefore(reading: Reading, at: number): number {
  const [before, own] = [reading.body.paragraphs[at - 1], reading.body.paragraphs[at]]
  if (!before || !own) return at
  const [first, second] = [textOf(reading, before), textOf(reading, own)]
  if (NOT_A_TITLE.test(first) || ENDS_LIKE_TITLE.test(first) || first.length > 40 || /[\d号日]$/.test(first)) return at
  if (UNIT.test(first)) return second.startsWith('关于') && !opensHead(reading, at - 2) ? at - 1 : at
  if (reading.lines[own.firstLine]?.blankBefore) return at
  return second.length <= 22 && /^[\u4e00-\u9fff“”+]+$/.test(first) && !/(全文|首页|正文|频道|新闻|文件|历史|网)$/.test(first) ? at - 1 : at
}

const UNIT = /(政府|办公厅|办公室|委员会|厅|局|委)$/

/** Several units one below another are the letterhead, not the begin of the title. */
function opensHead(reading: Reading, at: number): boolean {
  const above = reading.body.paragraphs[at]
  return above !== undefined && /[厅局部委署院会]$/.test(textOf(reading, above))
}

/** Only a notice is there: the plan is named in it. */
function fromNotice(reading: Reading, head: string): FoundTitle | null {
  for (const pattern of NAMED) {
    const match = pattern.exec(head)
    if (!match?.[1]) continue
    const start = match.index + match[0].indexOf(match[1])
    return { title: wordsOf(reading, start, start + match[1].length), planStart: 0 }
  }
  const notice = reading.body.paragraphs.find((paragraph) => isTitle(textOf(reading, paragraph)))
  return notice ? { title: wordsOf(reading, notice.start, notice.end), planStart: notice.end } : null
}
