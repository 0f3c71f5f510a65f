import { numberOf } from '../numerals.ts'
import { UNIT_PATTERN, type UnitClass, unitClass } from './units.ts'

/** A number with its unit in a sentence: “30-40项”, “1.5万名左右”, “7%以上”. Positions are those of the searched text. */
export interface Quantity {
  readonly start: number
  /** End of number and unit, before words like 以上 and 左右. */
  readonly unitEnd: number
  readonly end: number
  readonly value: number | readonly [number, number]
  readonly unit: string
  /** Where the unit stands, so that it can be cut from the text as printed. */
  readonly unitStart: number
  readonly unitClass: UnitClass
  /** 以上, 左右, 以内 … or nothing. */
  readonly tail: string
  /** True for numbers written in characters: 一百, 两. */
  readonly written: boolean
  /** True for a number that is passed by something: “10余条”, “过半”. */
  readonly andMore: boolean
  /** True for a share that is no number with a unit: “三分之一”, “过半”. */
  readonly isFraction: boolean
}

const DIGITS = '\\d+万\\d{1,3},?\\d{3}(?!\\d)|\\d+万\\d千|\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
// “百家”, “千万人次”: a power of ten before a unit is a number of its own; “百亿级” names a size.
const HAN =
  '[一二三四五六七八九两][十百千]?[一二三四五六七八九十百千]{0,5}|[十百千](?=[余多]?[万亿]?(?:人次|家次|场次|元|家|个|项|名|人|件|场|所|条|支|座|台|种|张|户|亩|吨|公里|篇|部|套|间|处|枚|只|辆)(?!级))|[千万](?=亿级)'
const TAIL = '以上|左右|上下|以内|之内|以下|及以上|及以下|内(?![^,;、。)]{0,1}[部涵容需外])'
const QUANTITY = new RegExp(
  `(?<half>(?<![通超经不])过半数?(?![年天日月小径程生])|超半数|(?<![一二三四五六七八九])(?:一半|半数)(?=以上))(?<halfTail>以上)?` +
    `|(?<parts>[二三四五六七八九十])分之(?<of>[一二三四五六七八九])(?<partTail>${TAIL})?` +
    `|(?<![\\d/.])(?<upper>[1-9])/(?<lower>[2-9])(?![\\d/万])(?<slashTail>${TAIL})?` +
    `|(?<tenths>[一二三四五六七八九])成(?<rest>[一二三四五六七八九半])(?<tenthTail>${TAIL})?` +
    `|(?:新台币|人民币|港币|美金)?(?:(?<percent>[百千万])分之)?(?:(?<a>${DIGITS})(?:(?: ?(?<au>${UNIT_PATTERN}))?[-—~至到](?<b>${DIGITS}))?|(?<h>(?:零|${HAN})(?:点[零一二三四五六七八九]{1,3})?)|(?<fold>(?<=翻)(?=番)))(?: ?(?<unit>${UNIT_PATTERN}))?(?<tail>${TAIL})?`,
  'g',
)

/** All quantities of a piece of text, in order. Numbers without a unit are among them: a ratio may be “达到2.8”. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  const pattern = new RegExp(QUANTITY)
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const first = firstOfTwo(match)
    const quantity = fraction(match) ?? tenths(match) ?? read(first ?? match)
    if (quantity) found.push(quantity)
    if (first) pattern.lastIndex = first.index + first[0].length
  }
  return found
}

/** “提高10个百分点至45%” is no range: its two numbers have different units, and each stands for itself. */
function firstOfTwo(match: RegExpExecArray): Matched | null {
  const { au, unit } = match.groups ?? {}
  if (au === undefined || unit === undefined || au.endsWith(unit) || unit.endsWith(au) || unit.startsWith(au)) return null
  const words = match[0].slice(0, match[0].indexOf(au) + au.length)
  return { 0: words, index: match.index, groups: { a: match.groups?.['a'] ?? '', unit: au } }
}

type Matched = Pick<RegExpExecArray, 0 | 'index'> & { readonly groups?: Readonly<Record<string, string>> | undefined }

/** “三分之一”, “3/4”, “过半”: shares that are told in words, in per cent to two places. */
function fraction(match: RegExpExecArray): Quantity | null {
  const { half, halfTail, parts, of, partTail, upper, lower, slashTail } = match.groups ?? {}
  const [over, under] = [numberOf(of ?? upper ?? '1'), numberOf(parts ?? lower ?? '2')]
  if ((half === undefined && parts === undefined && lower === undefined) || over === null || under === null || over >= under) return null
  const tail = halfTail ?? partTail ?? slashTail ?? ''
  const end = match.index + match[0].length
  return {
    start: match.index,
    unitEnd: end - tail.length,
    end,
    value: Math.round((over / under) * 10_000) / 100,
    unit: '%',
    unitStart: end - tail.length,
    unitClass: 'share',
    tail,
    written: false,
    andMore: half?.startsWith('过') || half?.startsWith('超') || false,
    isFraction: true,
  }
}

/** “八成五” is 8.5 tenths. */
function tenths(match: RegExpExecArray): Quantity | null {
  const { tenths: whole, rest, tenthTail: tail = '' } = match.groups ?? {}
  const [tens, part] = [numberOf(whole ?? ''), rest === '半' ? 5 : numberOf(rest ?? '')]
  if (tens === null || part === null) return null
  const end = match.index + match[0].length
  return {
    start: match.index,
    unitEnd: end - tail.length,
    end,
    value: tens + part / 10,
    unit: '成',
    unitStart: match.index + 1,
    unitClass: 'share',
    tail,
    written: true,
    andMore: false,
    isFraction: false,
  }
}

function read(match: Matched): Quantity | null {
  const part = match.groups ?? {}
  // “翻番” is “翻一番”.
  const first = part['fold'] === undefined ? numberOf(part['a'] ?? part['h'] ?? '') : 1
  const second = part['b'] === undefined ? null : numberOf(part['b'])
  if (first === null) return null
  const tail = part['tail'] ?? ''
  // “5-10%” has its unit once, “3家至5家” twice; in “30项” it was taken as the first.
  const printed = part['unit'] ?? part['au'] ?? ''
  const unitEnd = match.index + match[0].length - tail.length
  const plain = printed.replace(/[余多]/, '')
  // “达到3:1” is a bare ratio.
  const unit = part['percent'] === undefined ? plain.replace(':1', '') : part['percent'] === '千' ? '‰' : '%'
  return {
    start: match.index,
    unitEnd,
    end: match.index + match[0].length,
    // “万分之五” is 0.05 per cent.
    value: part['percent'] === '万' ? first / 100 : second === null ? first : [first, second],
    unit,
    unitStart: unitEnd - printed.length,
    unitClass: unit === '' ? 'none' : unitClass(unit),
    tail,
    written: part['h'] !== undefined && part['percent'] === undefined,
    andMore: plain !== printed,
    isFraction: false,
  }
}
