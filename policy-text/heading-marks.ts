/** A numbering style of headings, outermost first. */
export interface HeadingMark {
  readonly name: string
  /** Order on the ladder 篇 > 章 > 节 > 一、 > （一） > 1. > （1） > ①. */
  readonly rank: number
  readonly level: number
  readonly pattern: RegExp
}

const HAN = '[一二三四五六七八九十百零〇]{1,5}'

// The official ladder is 一、（一） 1. （1） ① (GB/T 9704-2012, 7.3.3); 章 and 节 come from regulations and five-year plans.
const HEADING_MARKS = [
  { name: 'part', rank: 1, level: 1, pattern: new RegExp(`^第${HAN}(篇|部分|编)[ :、]?`) },
  { name: 'chapter', rank: 2, level: 1, pattern: new RegExp(`^第(${HAN}|\\d{1,2})章[ :、]?`) },
  { name: 'section', rank: 3, level: 2, pattern: new RegExp(`^第(${HAN}|\\d{1,2})节[ :、]?`) },
  // Articles of measures and regulations; “第三条规定” names one.
  { name: 'article', rank: 3.5, level: 3, pattern: new RegExp(`^第(${HAN}|\\d{1,3})条(?![例款项规所至和及第之的中、])[ :]?`) },
  // “壹、貳、” in Taiwan; they stand above 一、.
  { name: 'formal', rank: 3.7, level: 1, pattern: /^[壹贰叁参肆伍陆柒捌玖拾]{1,3} ?[、.]/ },
  { name: 'first', rank: 4, level: 1, pattern: new RegExp(`^${HAN} ?(?:、|\\.(?!\\d))`) },
  { name: 'second', rank: 5, level: 2, pattern: new RegExp(`^(\\( ?${HAN} ?\\)|[㈠-㈩])[、.]?`) },
  // “行动一:种业振兴”, “重点工程三、…”, “任务1:…”
  {
    name: 'named',
    rank: 5.5,
    level: 2,
    pattern: /^(?:重点|重大|主要|专项)?(行动|工程|任务|专项|举措|措施|计划)([一二三四五六七八九十]{1,2}|\d{1,2}) ?[:、.](?!\d)/,
  },
  { name: 'third', rank: 6, level: 3, pattern: /^(\d{1,3} ?(\.(?![\d])|、)|[⒈-⒛])/ },
  { name: 'fourth', rank: 7, level: 4, pattern: /^(\( ?\d{1,2} ?\)|[⑴-⒇]|\d{1,2}\)(?!\d))[、.]?/ },
  // Hong Kong: “(a) 擴大海岸公園” on a line of its own.
  { name: 'letter', rank: 7.5, level: 4, pattern: /^\( ?[a-z] ?\)/ },
  { name: 'fifth', rank: 8, level: 5, pattern: /^[①-⑳㉑-㉟]/ },
  { name: 'box', rank: 9, level: 4, pattern: /^专栏 ?(\d{1,2}|[一二三四五六七八九十]{1,3})[ :、.]?/ },
] as const satisfies readonly HeadingMark[]

// “——坚持创新引领。…” opens a paragraph of its own but is not numbered.
const BULLET = /^(——|•|●|■|◆|▪|★|※|[-*] )/

// “牵头单位:…”, “完成时限:…” stand on lines of their own.
const LABEL = /^[\u4e00-\u9fff]{2,8}:/

// Technical style: “1 目标”, “2.1 开展攻关”, “2.1.3 …”. “2.1亿元” opens no heading.
const DECIMAL = /^(\d{1,2})((?:\.\d{1,2}){0,2})(\.?) ?(?=[\u4e00-\u9fff“])(?![%万亿千百倍个家项元名人件年月日号台套种左以之余多至到])/
const DECIMAL_MARKS: readonly HeadingMark[] = [
  { name: 'decimal', rank: 4, level: 1, pattern: DECIMAL },
  { name: 'decimal', rank: 5, level: 2, pattern: DECIMAL },
  { name: 'decimal', rank: 6, level: 3, pattern: DECIMAL },
]

/** A heading mark at the head of a line, and how much of the line it takes up. */
export interface Opening {
  readonly mark: HeadingMark
  readonly length: number
}

/** “2.1 开展攻关” in a text that numbers its headings so; anything else has no such mark. */
export function decimalMark(line: string): Opening | null {
  const found = DECIMAL.exec(line)
  const mark = found && DECIMAL_MARKS[(found[2] ?? '').split('.').length - 1]
  return found && mark ? { mark, length: found[0].length } : null
}

/** True for “2.1 …”: the sign by which a text numbered in this way is known. */
export function isSecondDecimal(line: string): boolean {
  return decimalMark(line)?.mark.rank === 5
}

/** The heading mark a line opens with, if any, and its length. */
export function headingMark(line: string): Opening | null {
  for (const mark of HEADING_MARKS) {
    const found = mark.pattern.exec(line)
    if (found) return { mark, length: found[0].length }
  }
  return null
}

/** True for a line that must begin a paragraph whatever stands before it. */
export function opensParagraph(line: string): boolean {
  return BULLET.test(line) || headingMark(line) !== null || /^附(件|表|录)\d*[:\s]?/.test(line) || LABEL.test(line) || isSecondDecimal(line)
}
