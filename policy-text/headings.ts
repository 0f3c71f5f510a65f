import { fromOf, toOf } from './copy.ts'
import { decimalMark, type HeadingMark, headingMark, isSecondDecimal, type Opening } from './heading-marks.ts'
import type { Body, Paragraph } from './layout.ts'

/** A heading found in the body copy; all positions are positions in that copy. */
export interface FoundHeading {
  readonly mark: HeadingMark
  readonly level: number
  readonly depth: number
  /** The numbers of all headings above and this one: “二/(三)/7”. */
  readonly path: string
  readonly paragraph: number
  readonly start: number
  readonly textStart: number
  readonly end: number
}

// Past this many characters a numbered first sentence is a task, not a heading.
const LONGEST = 60
const LONGEST_CHAPTER = 40

/** Finds the numbered headings by their marks and nests them by order of appearance, never by the value of a number. */
export function findHeadings(body: Body, source: string): readonly FoundHeading[] {
  const found: FoundHeading[] = []
  const stack: Nested[] = []
  const hasParts = body.paragraphs.some((paragraph) => headingMark(textOf(body, paragraph))?.mark.name === 'part')
  const openingOf = openingsOf(body)
  const numbersProse = numbersItsProse(body)
  let inAttachments = false
  let inList = false
  body.paragraphs.forEach((paragraph, index) => {
    const text = textOf(body, paragraph)
    const opening = openingOf(text)
    inAttachments = /^(?:附件\d*:?|(?:注|注释|备注|说明) ?:?$)/.test(text) || (inAttachments && opening?.mark.name === 'third')
    if (!opening || inAttachments || (numbersProse && opening.mark.name === 'third')) return
    // “(一)…;(二)…;(三)…。”: what stands after an item that ends so is the last item of the list, not a heading.
    const afterItem = inList
    inList = text.endsWith(';') && text.indexOf('。') < 0
    if (afterItem && !inList && text.indexOf('。') === text.length - 1) return
    const whole = headingLength(body, paragraph, opening)
    const length = withoutDuty(text, gapLength({ body, source }, paragraph, opening.length, whole) ?? whole)
    if (length === null) return
    const number = plainNumber(text.slice(0, opening.length))
    const rank = rankIn(stack, opening.mark, number)
    while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= rank) stack.pop()
    stack.push({ rank, number })
    found.push({
      mark: opening.mark,
      level: hasParts && opening.mark.rank > 1 && opening.mark.rank < 4 ? opening.mark.level + 1 : opening.mark.level,
      depth: stack.length,
      path: stack.map((entry) => entry.number).join('/'),
      paragraph: index,
      start: paragraph.start,
      textStart: paragraph.start + opening.length,
      end: paragraph.start + length,
    })
  })
  return found
}

interface Nested {
  readonly rank: number
  readonly number: string
}

const BOX_RANK = 9

/** “专栏1” and then “1.”, “2.”: the items of a box nest in it; a number that goes on counting from before the box ends it. */
function rankIn(stack: readonly Nested[], mark: HeadingMark, number: string): number {
  const box = stack.findIndex((entry) => entry.rank === BOX_RANK)
  if (box < 0 || mark.rank < THIRD_RANK || mark.rank >= BOX_RANK) return mark.rank
  const inner = BOX_RANK + mark.rank / 100
  const before = stack.find((entry) => entry.rank === mark.rank)
  const inside = stack.slice(box + 1).find((entry) => entry.rank === inner)
  if (Number(number) === 1 || Number(number) === Number(inside?.number) + 1) return inner
  return before && Number(number) === Number(before.number) + 1 ? mark.rank : inner
}

const THIRD_RANK = 6

/** A text with two headings “1.1 …” is numbered throughout in that way; in others “2.1” is a figure. */
function openingsOf(body: Body): (text: string) => Opening | null {
  const decimals = body.paragraphs.filter((paragraph) => isSecondDecimal(textOf(body, paragraph))).length >= 2
  return (text) => headingMark(text) ?? (decimals ? decimalMark(text) : null)
}

function textOf(body: Body, paragraph: Paragraph): string {
  return body.copy.text.slice(paragraph.start, paragraph.end)
}

/** “二、” → “二”, “(三)” stays, “7.” → “7”. */
function plainNumber(number: string): string {
  return number.replace(/[、.: ]+$/, '').replaceAll(' ', '')
}

/** Where the heading ends in its paragraph, counted from the paragraph's start; null for a numbered item that is no heading. */
function headingLength(body: Body, paragraph: Paragraph, opening: Opening): number | null {
  const text = textOf(body, paragraph)
  const rest = text.slice(opening.length)
  // “一、2030年工作回顾” is one, “1、5%以上” is not.
  if (rest === '' || /^(?!20\d\d年)\d+[%年月]/.test(rest)) return null
  if (opening.mark.name === 'letter') return rest.length <= LONGEST_PHRASE && !/[。;,:]/.test(rest) ? text.length : null
  if (opening.mark.rank <= 3) return rest.length <= LONGEST_CHAPTER ? text.length : null
  const named = NAMED_IN_BRACKETS.exec(rest)
  if (named) return opening.length + named[0].length
  const stop = firstStop(rest)
  if (stop === null) return rest.length <= LONGEST ? text.length : null
  if (isListItem(rest, stop)) return null
  return stop <= LONGEST ? opening.length + stop : null
}

// “(三)强化攻关(省科技厅牵头)”: who does it is no part of the heading.
const DUTY_IN_HEADING = /[([](?:[^()[\]]*(?:牵头|负责|单位:|配合)[^()[\]]*|[^()[\]]{2,}[厅局委部办府](?:、[^()[\]]{2,})*)[)\]]$/

function withoutDuty(text: string, length: number | null): number | null {
  const duty = length === null ? null : DUTY_IN_HEADING.exec(text.slice(0, length))
  return length !== null && duty && duty.index >= 6 ? duty.index : length
}

const LONGEST_PHRASE = 30
// “第三条【用房支持】老旧小区…”: the article's name stands in brackets before its words.
const NAMED_IN_BRACKETS = /^ ?\[[\u4e00-\u9fff、“”]{2,24}\](?=.)/
const FEWEST_NUMBERED = 4

/**
 * Papers of Hong Kong number every paragraph from the first to the last, over the headings between them. Such numbers stand before
 * whole sentences, never begin anew, and no 一、 or (一) stands above them.
 */
function numbersItsProse(body: Body): boolean {
  let last = 0
  let prose = 0
  for (const paragraph of body.paragraphs) {
    const text = textOf(body, paragraph)
    const opening = headingMark(text)
    if (opening && opening.mark.rank < THIRD_RANK) return false
    const number = opening?.mark.name === 'third' ? Number.parseInt(text, 10) : Number.NaN
    if (Number.isNaN(number) || !opening) continue
    if (number <= last) return false
    last = number
    if (isSentence(text.slice(opening.length))) prose += 1
  }
  return prose >= FEWEST_NUMBERED && prose >= last * 0.6
}

// “我们会建立…,供…查阅。”, “香港的海岸公园…”: a sentence with a comma, a duty bracket never closes it.
function isSentence(rest: string): boolean {
  return (
    rest.endsWith('。') &&
    rest.length >= 15 &&
    /[们已曾会将须在亦]|,/.test(rest.slice(0, firstStop(rest) ?? 0)) &&
    !/^[^,。]{2,12}。/.test(rest)
  )
}

/** The end of the heading's sentence: “人工智能。聚焦…” → 4; “工作目标:到2027年…” → 4. */
function firstStop(rest: string): number | null {
  const sentence = rest.search(/[。!?;]/)
  const colon = rest.search(/:/)
  if (colon > 0 && colon <= 20 && (sentence < 0 || colon < sentence)) return colon
  return sentence < 0 ? null : sentence
}

/** “1.具有独立法人资格;” is one of a list inside a sentence. */
function isListItem(rest: string, stop: number): boolean {
  return rest[stop] === ';' && stop >= rest.length - 1
}

const SHORTEST = 4
const SHORT_HEADING = /^(?:前言|序言|背景|目标|原则|任务|概述|总则|附则|引言|结语)/

/** “(一)加强组织领导 各部门要…”: a blank of the page, not a line break, parts a short heading from its text. */
function gapLength(
  { body, source }: { readonly body: Body; readonly source: string },
  paragraph: Paragraph,
  from: number,
  whole: number | null,
): number | null {
  const text = textOf(body, paragraph)
  const limit = Math.min(from + 24, text.length - 10)
  const short = SHORT_HEADING.exec(text.slice(from, from + 4))?.[0].length ?? SHORTEST
  for (let at = from + short; at <= limit; at += 1) {
    if (/[,、。:;!?(“《]/.test(text[at - 1] ?? '') || (whole !== null && at >= whole)) return null
    const place = paragraph.start + at
    const gap = source.slice(toOf(body.copy, place - 1), fromOf(body.copy, place))
    if (gap !== '' && !gap.includes('\n')) return evenlySpaced(body, paragraph.start + from, place) ? null : at
  }
  return null
}

// Justified text has blanks between all characters: “加 强 组 织 领 导”.
function evenlySpaced(body: Body, start: number, end: number): boolean {
  let gaps = 0
  for (let at = start + 1; at < end; at += 1) if ((fromOf(body.copy, at) ?? 0) > (toOf(body.copy, at - 1) ?? 0)) gaps += 1
  return gaps > 0
}
