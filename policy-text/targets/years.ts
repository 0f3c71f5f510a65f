/** A year named in a sentence, and what it is there for. */
export interface YearMention {
  readonly year: number
  readonly start: number
  readonly end: number
  /** `deadline`: “到2027年”; `baseline`: “较2020年”; `plain`: “2025年,…”. */
  readonly role: 'deadline' | 'baseline' | 'plain'
  /** True for the year of one figure: “增至2034年的30间”. */
  readonly isOwn: boolean
  /** True for the cell of a table that says until when: it holds for the whole row. */
  readonly isCell: boolean
}

const FIVE_YEAR_PLANS: Readonly<Record<string, number>> = { 十二五: 2015, 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 }

// “到2027年底”, “2024-2026年”, “2025年底前”
const YEAR =
  /(?<before>到|至|截至|截止|力争|争取|确保|较|比|与|以|从|由|自|在|对标|相比|面向)?(?:20\d\d年?[-—~至])?(?<year>20\d\d)(?:-\d\d)?年(?:\d{1,2}月(?=底|末|前|之前|以前|或之前))?(?<after>底前|末前|年底前|底|末|前|之前|以前|或之前|或以前|的|相比|基础|以来|为基|起|开始|度)?/g
// “十四五”末, “十五五”期间; quotation marks may be blotted out, so the text as written is searched.
const PLAN = /(?<before>到|较|比)?[“"]?(?<plan>十[二三四五六]五)[”"]?(?<after>末|期末|期间|时期|以来|期)/g

/** All years of a sentence in order. */
export function yearsIn(sentence: string): readonly YearMention[] {
  const years = [...sentence.matchAll(YEAR)].map((match) => asCell(sentence, mention(match, Number(match.groups?.['year']))))
  const plans = [...sentence.matchAll(PLAN)].map((match) => mention(match, FIVE_YEAR_PLANS[match.groups?.['plan'] ?? ''] ?? 0))
  return [...years, ...plans].sort((a, b) => a.start - b.start)
}

// The rows of a division of tasks are parted by “;”: “…;市科技局;2031年12月”.
function asCell(sentence: string, found: YearMention): YearMention {
  const stands =
    sentence[found.start - 1] === ';' && /^(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底前|底|前|末)?(?:;|$)/.test(sentence.slice(found.end))
  return stands ? { ...found, role: 'deadline', isCell: true } : found
}

function mention(match: RegExpExecArray, year: number): YearMention {
  const before = match.groups?.['before'] ?? ''
  const after = match.groups?.['after'] ?? ''
  const isBase = BASE.test(match.input.slice(Math.max(0, match.index - 6), match.index))
  const baseline = isBase || /^(较|比|与|以|从|由|自|对标|相比|面向)$/.test(before) || /^(的|相比|基础|以来|为基|起|开始)$/.test(after)
  const deadline = !before.startsWith('截') && (/^(到|至|力争|争取|确保)$/.test(before) || /(前|底|末)/.test(after))
  return {
    year,
    start: match.index,
    end: match.index + match[0].length,
    isOwn: deadline && after === '的',
    isCell: false,
    role: baseline && !deadline ? 'baseline' : deadline ? 'deadline' : 'plain',
  }
}

// “较基准年(2018年)减少五成”
const BASE = /(?:基准年|基年|基期|现况|现状)\(?$/

// “今明两年”, “未来五年”, “用3年左右时间”, “三年内”
const SPAN = /(今明)两年|(?:未来|今后|再?用)([1-9]|[一二三四五十])年|([1-9]|[一二三四五十])年(?:左右)?(?:时间|内)/

/** The number of years a sentence gives itself: “力争用三年左右时间” → 3. */
export function yearsAhead(sentence: string): number | null {
  const match = SPAN.exec(sentence)
  if (match?.[1] !== undefined) return 1
  const printed = match?.[2] ?? match?.[3]
  if (printed === undefined) return null
  const index = '一二三四五六七八九十'.indexOf(printed)
  return index < 0 ? Number(printed) : index + 1
}
