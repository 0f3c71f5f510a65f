/** What a secrecy mark says: 绝密, 机密, 秘密 (《保守国家秘密法》), 内部 and 工作秘密. */
export type MarkKind = 'top_secret' | 'secret' | 'confidential' | 'internal' | 'work_secret'

export interface SecrecyMark {
  readonly kind: MarkKind
  /** The line it stands in, from 0. */
  readonly line: number
}

/** What the marks are called to people. */
export const MARK_WORDS = {
  top_secret: { zh: '绝密', en: 'top secret' },
  secret: { zh: '机密', en: 'secret' },
  confidential: { zh: '秘密', en: 'confidential' },
  internal: { zh: '内部', en: 'internal' },
  work_secret: { zh: '工作秘密', en: 'work secret' },
} as const satisfies Record<MarkKind, { readonly zh: string; readonly en: string }>

/** Whether the text is that of a header or footer, where a level beside other words is a mark too. */
export interface MarkOptions {
  readonly header?: boolean
}

/**
 * Secrecy marks in a text: a level with ★ wherever it stands unquoted, or a level, 内部… or 工作秘密 as a line of its own. Words in
 * running text, such as 商业秘密, 保密制度, 内部控制, are none.
 */
export function secrecyMarks(text: string, { header = false }: MarkOptions = {}): readonly SecrecyMark[] {
  if (!MARKING.test(text)) return []
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map(folded)
  return lines.flatMap((line, at) => {
    const kind = starred(line) ?? ownLine(line, lines[at - 1] ?? '') ?? bracketed(line) ?? (header ? besideOthers(line) : undefined)
    return kind === undefined ? [] : [{ kind, line: at }]
  })
}

/** What every mark holds, whatever blanks and invisible signs stand in it: 密 and 内 alone stand in many texts (国内, 内容). */
const MARKING = /[绝机秘㊙][\s\p{Cf}\p{Cc}]*密|内[\s\p{Cf}\p{Cc}]*部/u

/** One width, no invisible characters. NFKC makes full-width signs, digits and blanks ordinary ones. */
function folded(line: string): string {
  return line
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, (sign) => (sign === '\t' ? ' ' : ''))
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

const GAP = String.raw`\s*`
const LEVEL = `(?<level>绝${GAP}密|机${GAP}密|秘${GAP}密)`
const TERM = `(?:\\d{1,3}${GAP}(?:年|个月|月|日|天)|长${GAP}期|启${GAP}[用封]${GAP}前|公${GAP}布${GAP}前|解${GAP}密)`
const STAR = '[★☆⭐✩✪✭✮✯]'
const STARRED = new RegExp(`(?<before>.?)${LEVEL}${GAP}${STAR}(?<rest>.*)`, 'u')

/** 机密★10年, 绝 密 ★ 启用前; quoted as an example, it marks nothing. */
function starred(line: string): MarkKind | undefined {
  const match = STARRED.exec(line)
  const { before = '', level, rest = '' } = match?.groups ?? {}
  if (match === null || level === undefined || (OPENING.test(before) && CLOSING.test(rest))) return undefined
  return /工\s*作\s*$/u.test(line.slice(0, match.index) + before) ? 'work_secret' : kindOfLevel(level)
}

const OPENING = /[“"'‘「『]/u
const CLOSING = /^[^“"'‘「『]{0,12}[”"'’」』]/u
const FRAME_OPEN = String.raw`[\[(【〔《<〈{*#\-\s]*`
const FRAME_CLOSE = String.raw`[\])】〕》>〉}*#\-\s。.!]*`
const HEADING = `(?:(?:密${GAP}级|保${GAP}密${GAP}等${GAP}级|秘${GAP}密${GAP}等${GAP}级|涉${GAP}密${GAP}等${GAP}级)${GAP}[::]?${GAP})?`
const COPY_NUMBER = String.raw`(?:(?:份号|编号|NO\.?|№)?\s*[::]?\s*\d{1,8}\s+)?`
const OWN_LEVEL = new RegExp(
  `^${COPY_NUMBER}${FRAME_OPEN}${HEADING}${FRAME_OPEN}${LEVEL}(?:${GAP}级)?${GAP}[*·.]?${GAP}${TERM}?${FRAME_CLOSE}$`,
  'u',
)
const CARE = `(?:请${GAP})?(?:注意保管|注意保存|注意保密|妥善保管|妥善保存|不得外传|请勿外传|严禁外传|切勿外传|不得公开|不得扩散|严禁复制|严禁翻印|用后收回|阅后收回|阅后即焚|仅限内部使用)`
const INTERNAL = `(?:仅供|限)?${GAP}内${GAP}部${GAP}(?:资${GAP}料|文${GAP}件|材${GAP}料|使${GAP}用|传${GAP}阅|参${GAP}考|掌${GAP}握|刊${GAP}物|电${GAP}报)`
const WORK_SECRET = `工${GAP}作${GAP}秘${GAP}密`
const BETWEEN = String.raw`[\s,.;:、。·★☆!\-—]*`
const OWN_INTERNAL = new RegExp(`^${COPY_NUMBER}${FRAME_OPEN}${HEADING}${INTERNAL}${FRAME_CLOSE}(?:${BETWEEN}${CARE})*${FRAME_CLOSE}$`, 'u')
const INTERNAL_WITH_CARE = new RegExp(
  `^${COPY_NUMBER}${FRAME_OPEN}(?<what>${INTERNAL}|${WORK_SECRET})${FRAME_CLOSE}${BETWEEN}${CARE}(?:[\\s)\\]】〕,.。!]|$)`,
  'u',
)
const OWN_WORK_SECRET = new RegExp(`^${COPY_NUMBER}${FRAME_OPEN}${HEADING}${WORK_SECRET}${GAP}${TERM}?${FRAME_CLOSE}$`, 'u')
const IN_BRACKETS = new RegExp(`[\\[(【〔]${GAP}(?<what>${INTERNAL}|${WORK_SECRET})${BETWEEN}${CARE}${GAP}[\\])】〕]`, 'u')

/** A line that says nothing but the mark. */
function ownLine(line: string, before: string): MarkKind | undefined {
  if (line.length > LONGEST_OWN_LINE) return careAtStart(line.slice(0, LONGEST_OWN_LINE))
  if (OWN_WORK_SECRET.test(line)) return isBroken(before) ? undefined : 'work_secret'
  if (OWN_INTERNAL.test(line)) return isBroken(before) ? undefined : 'internal'
  const cared = careAtStart(line)
  if (cared !== undefined) return cared
  const level = OWN_LEVEL.exec(line)?.groups?.['level']
  return level === undefined || isBroken(before) ? undefined : kindOfLevel(level)
}

/** No mark is longer; patterns with several gaps in a row are kept from long lines, where they would take the square of the length. */
const LONGEST_OWN_LINE = 200

/** 内部资料 注意保管 关于…: what follows the mark was a line of its own before the text was flattened. */
function careAtStart(line: string): MarkKind | undefined {
  const what = INTERNAL_WITH_CARE.exec(line)?.groups?.['what']
  return what === undefined ? undefined : kindOfWords(what)
}

/** The line before breaks off, as lines of a converted page do: 保守商业 | 秘密. */
function isBroken(before: string): boolean {
  return /(?:商业|国家|技术|工作|企业|保守|保护|泄露|窃取|侵犯|涉及|属于|的|和|与|及|或|、|,|本单位|单位|公司|经营)$/u.test(before)
}

/** …(内部资料,注意保管). */
function bracketed(line: string): MarkKind | undefined {
  const what = IN_BRACKETS.exec(line)?.groups?.['what']
  return what === undefined ? undefined : kindOfWords(what)
}

const BESIDE = new RegExp(`(?:^|[\\s|/])${LEVEL}(?=$|[\\s|/])`, 'u')
const INTERNAL_BESIDE = new RegExp(`(?:^|[\\s|/])(?<what>${INTERNAL}|${WORK_SECRET})(?=$|[\\s|/,.。])`, 'u')

/** In a header: 省科技厅 | 机密. */
function besideOthers(line: string): MarkKind | undefined {
  const level = BESIDE.exec(line)?.groups?.['level']
  if (level !== undefined) return kindOfLevel(level)
  const what = INTERNAL_BESIDE.exec(line)?.groups?.['what']
  return what === undefined ? undefined : kindOfWords(what)
}

function kindOfLevel(level: string): MarkKind {
  return level.startsWith('绝') ? 'top_secret' : level.startsWith('机') ? 'secret' : 'confidential'
}

function kindOfWords(words: string): MarkKind {
  return words.startsWith('工') ? 'work_secret' : 'internal'
}
