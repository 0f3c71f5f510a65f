import { findTerm, nearestTerms, type Term } from '#engine/define/terms.ts'
import type { Words } from '#engine/define/words.ts'

/** A code with everything it goes by; `place` is the city of a county, whose name may repeat in another city. */
export interface Named extends Term {
  readonly place?: string | undefined
}

/** What a text means, with a note where that was concluded from who handed it in; or why it means nothing. */
export type Resolved = { readonly code: string; readonly note?: Words } | { readonly fault: Words }

/**
 * Finds codes by what people write: the code, the title, an alias, a county with its city before it. Of several places of one name
 * the one that `isNear` those who hand in the sheet is meant (鼓楼区 in a sheet of 南京). Looked up once a text.
 */
export function resolver(terms: readonly Named[], isNear: (code: string) => boolean = () => false): (text: string) => Resolved {
  const known = new Map<string, Resolved>()
  const codes = new Set(terms.map(({ code }) => code))
  const withPlaces = terms.flatMap((term) => (term.place === undefined ? [] : [{ code: term.code, title: `${term.place}${term.title}` }]))
  return (text) => {
    const found = known.get(text) ?? resolve(text, { terms, codes, withPlaces, isNear })
    known.set(text, found)
    return found
  }
}

interface Names {
  readonly terms: readonly Named[]
  readonly codes: ReadonlySet<string>
  readonly withPlaces: readonly Term[]
  readonly isNear: (code: string) => boolean
}

/** 昆山市 320583, as our own templates write a place. */
const CODE_AT_END = /[^0-9A-Za-z]\s*([0-9A-Za-z][0-9A-Za-z_.-]*)$/

function resolve(text: string, { terms, codes, withPlaces, isNear }: Names): Resolved {
  if (codes.has(text)) return { code: text }
  const atEnd = CODE_AT_END.exec(text)?.[1]
  if (atEnd !== undefined && codes.has(atEnd)) return { code: atEnd }
  const found = findTerm(terms, text) ?? findTerm(withPlaces, text)
  if (found) return { code: found.code }
  const near = sameNamed(terms, text).filter(({ code, place }) => place !== undefined && isNear(code))
  return near.length === 1 ? { code: near[0]!.code, note: nearer(text, near[0]!) } : { fault: unknown(text, terms) }
}

const sameNamed = (terms: readonly Named[], text: string) => terms.filter(({ title }) => title === text.trim())

function nearer(text: string, { place = '', title, code }: Named): Words {
  return {
    zh: `“${text}”不止一处，已按本市的“${place}${title}（${code}）”读取；不是的，请连同所在市填写`,
    en: `“${text}” is the name of several; the one of your own city, ${place}${title} (${code}), was taken: if another is meant, write its city with it`,
  }
}

function unknown(text: string, terms: readonly Named[]): Words {
  const same = sameNamed(terms, text)
  if (same.length > 1) {
    const listed = same.map(({ place = '', title, code }) => `${place}${title}（${code}）`).join('、')
    return {
      zh: `“${text}”不止一处：${listed}；请连同所在市一起填写，或填写代码`,
      en: `“${text}” is the name of several: ${listed}; write the city with it, or the code`,
    }
  }
  const near = nearestTerms(terms, text).map(({ title, code }) => `${title}（${code}）`)
  return near.length > 0
    ? { zh: `没有“${text}”，相近的有：${near.join('、')}`, en: `there is no “${text}”; near to it: ${near.join(', ')}` }
    : { zh: `没有“${text}”，请从下拉列表中选择`, en: `there is no “${text}”; choose from the list` }
}
