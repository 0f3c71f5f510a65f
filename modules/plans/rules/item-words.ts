import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { type Excerpt, readExcerpt } from '#policy-text/index.ts'
import type { PlanItem } from '../registers/plan-item.register.ts'
import { cut } from './items-of.ts'

type Kind = PlanItem['itemKind']

/** A piece of a document's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The longest words an item may stand for: a long paragraph, not a chapter. */
const LONGEST = 5000

/** The selected words without the blanks around them, as they stand in the text; a refusal when there are none or too many. */
export function spanIn(text: string, { start, end }: Span): Span | Refusal {
  if (end > text.length || start >= end)
    return refuse(
      'invalid',
      'plan.outside-text',
      `所选文字（第 ${start} 至 ${end} 字）不在原文内，原文共 ${text.length} 字；请刷新后重新选择`,
      `the words from ${start} to ${end} are not inside the text of ${text.length} characters; reload and select again`,
    )
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length - (isLowHalf(text, start) ? 1 : 0)
  const to = end - (words.length - words.trimEnd().length) + (isLowHalf(text, end) ? 1 : 0)
  if (words.trim() === '')
    return refuse('invalid', 'plan.no-words', '所选处没有文字，请选中要添加的词句', 'nothing but blanks was selected; select the words')
  if (to - from > LONGEST)
    return refuse(
      'invalid',
      'plan.words-too-long',
      `选了 ${to - from} 字，一个条目最多 ${LONGEST} 字；请只选中这一处的词句`,
      `${to - from} characters were selected, an item has at most ${LONGEST}; select the words of this one only`,
    )
  return { start: from, end: to }
}

/** The second half of a character of two UTF-16 units: no selection ends inside a character. */
function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

type Standing = Pick<PlanItem, 'id' | 'itemKind' | 'state' | 'start' | 'end' | 'label' | 'clause' | 'quote'>

export const isAlive = ({ state }: Pick<PlanItem, 'state'>) => state === 'found' || state === 'checked'

export interface Wanted extends Span {
  readonly itemKind: Kind
  readonly label: string
}

/**
 * Two items of a kind over the same words: a sentence may hold two targets, so another metric may stand beside it once a person
 * has seen the first; the same thing twice would be counted twice and is refused.
 */
export function rivalRefusal(wanted: Wanted, items: readonly Standing[], beside: readonly string[]): Refusal | undefined {
  const over = items.filter(
    (item) => isAlive(item) && item.itemKind === wanted.itemKind && item.start < wanted.end && item.end > wanted.start,
  )
  const double = over.find((item) => isSame(item, wanted))
  if (double)
    return refuse(
      'conflict',
      'plan.item-double',
      `这些文字已有同类条目“${double.label}”，不能重复添加；需要改动请修改该条目`,
      `“${double.label}” stands over these words already; change that item instead`,
    )
  const unseen = over.filter(({ id }) => !beside.includes(id))
  if (unseen.length === 0) return undefined
  const named = unseen.map(({ label }) => `“${label}”`).join('、')
  return refuse(
    'conflict',
    'plan.item-overlaps',
    `这些文字与同类条目${named}重叠；若是同一句中的另一项，请确认后再添加`,
    `these words are shared with ${named} of the same kind; add it once you are sure that it is another one`,
    { current: unseen.map(({ id }) => id) },
  )
}

function isSame(item: Standing, wanted: Wanted): boolean {
  if (plain(item.label) === plain(wanted.label)) return true
  return wanted.itemKind !== 'target' && item.start === wanted.start && item.end === wanted.end
}

const plain = (label: string) => label.replaceAll(/[\s\p{P}]/gu, '')

/** The heading under which a place of the text lies, with its clause. */
export function headingOver(place: number, items: readonly Standing[]): Standing | undefined {
  return items
    .filter((item) => item.itemKind === 'heading' && isAlive(item) && item.start <= place)
    .reduce<Standing | undefined>((last, item) => (last && last.start >= item.start ? last : item), undefined)
}

/** Where an item of some words stands and what they say, as fields of the item; the year is inherited where the words name none. */
export function itemFrom(
  { text, toYear }: { readonly text: string | null; readonly toYear: number | null },
  { start, end }: Span,
  itemKind: Kind,
  items: readonly Standing[],
) {
  const quote = (text ?? '').slice(start, end)
  const read: Excerpt = readExcerpt(quote, itemKind)
  const heading = headingOver(start, items)
  const inherits = itemKind === 'target' && read.deadline === null && toYear !== null
  return {
    ...read,
    itemKind,
    label: cut(read.label),
    quote,
    start,
    end,
    clause: heading?.clause ?? null,
    parentQuote: itemKind === 'heading' ? null : (heading?.quote ?? null),
    deadline: inherits ? String(toYear) : read.deadline,
    deadlineInherited: inherits,
    confidence: '1',
  }
}
