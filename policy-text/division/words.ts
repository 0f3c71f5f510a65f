import type { Range } from '../sentences.ts'
import { isUnitName, splitNames } from '../unit-names.ts'

/** The words of one cell, and for each character its place on the page: a cell may run over several lines. */
export interface CellWords {
  readonly text: string
  readonly at: readonly number[]
}

export const NO_WORDS: CellWords = { text: '', at: [] }

/** Stands for a character that is not printed. */
const NOWHERE = -1

/** A range of the page as words of a cell: blanks stay only between Latin words. */
export function wordsIn(page: string, { start, end }: Range): CellWords {
  let text = ''
  const at: number[] = []
  for (let place = start; place < end; place += 1) {
    const character = page[place] ?? ''
    if (character === ' ' && !(LATIN.test(text.at(-1) ?? '') && LATIN.test(page[place + 1] ?? ''))) continue
    text += character
    at.push(place)
  }
  return { text, at }
}

const LATIN = /[A-Za-z]/

/** What stands on the next line of the same cell. */
export function continued(one: CellWords, more: CellWords): CellWords {
  if (one.text === '') return more
  if (!partsUnits(one.text, more.text)) return { text: one.text + more.text, at: [...one.at, ...more.at] }
  return { text: `${one.text}、${more.text}`, at: [...one.at, NOWHERE, ...more.at] }
}

const OPENS_UNIT = /^(?:[省市县区州旗各]|国家|中央|中国|人民|自治|团[省市县]|有关|相关|驻)/

/** “市农业农村局 / 市财政局” are two units without a mark between them; “省人力资源社会 / 保障厅” is one. */
function partsUnits(before: string, after: string): boolean {
  const last = splitNames(before).at(-1)?.name ?? ''
  const next = splitNames(after)[0]?.name ?? ''
  return last !== '' && before.endsWith(last) && isUnitName(last) && OPENS_UNIT.test(next) && isUnitName(next)
}

/** Without what was put between two units. */
export function printedOnly({ text, at }: CellWords): CellWords {
  if (!at.includes(NOWHERE)) return { text, at }
  const kept = at.flatMap((place, index) => (place === NOWHERE ? [] : [index]))
  return { text: kept.map((index) => text[index]).join(''), at: kept.map((index) => at[index] ?? 0) }
}

export function part({ text, at }: CellWords, from: number, to: number): CellWords {
  return { text: text.slice(from, to), at: at.slice(from, to) }
}

/** Where the first character of a cell stands and where the last ends; null for an empty cell. */
export function rangeOf(cells: readonly CellWords[]): Range | null {
  let start = Number.POSITIVE_INFINITY
  let end = NOWHERE
  for (const { at } of cells)
    for (const place of at) {
      if (place === NOWHERE) continue
      if (place < start) start = place
      if (place >= end) end = place + 1
    }
  return end < 0 ? null : { start, end }
}

/** The units named in a cell. */
export function unitsIn(cell: CellWords): readonly CellWords[] {
  return splitNames(cell.text).map(({ name, start }) => part(cell, start, start + name.length))
}

// “搭建服务平台” ends like the name of a unit, but says what is to be done.
const WORK =
  /^(?:\d|建设(?!局|厅|委|部|和|银行)|搭建|打造|建立|建成|推进|推动|组织(?!部)|开展|完善|加强|加快|培育|引进|制定|支持|鼓励|实施|落实|健全|提升|优化|深化|强化|创建|举办|编制)/

/** True for a cell that names units and nothing else. */
export function isUnitCell(cell: string): boolean {
  const names = splitNames(cell.replace(/[。;]$/, ''))
  return names.length > 0 && names.every(({ name }) => isUnitName(name) && !WORK.test(name))
}

const TIME =
  /^(20\d\d年.*|\d{1,2}月.*|(持续|长期|全年|定期|常态化|按[年季月周]度?|每(年|季度|半年|月|周))(推进|坚持|实施|落实|开展|更新|报送)?|年(底|内)前?(完成)?|第?[一二三四]季度(末|底)?前?)$/

/** “2029年6月底前”, “持续推进”: a cell that says by when. */
export function isTime(cell: string): boolean {
  return TIME.test(cell) && cell.length <= 14
}
