import { findTerm, nearestTerms, type Term } from '#engine/define/terms.ts'
import type { Words } from '#engine/define/words.ts'

/** A code with everything it goes by; `place` is the city of a county, whose name may repeat in another city. */
export interface Named extends Term {
  readonly place?: string | undefined
}

/** The code that a text names, or why it names none. */
export type Resolved = { readonly code: string } | { readonly fault: Words }

/** Finds codes by what people write: the code, the title, an alias, a county with its city before it. Looked up once a text. */
export function resolver(terms: readonly Named[]): (text: string) => Resolved {
  const known = new Map<string, Resolved>()
  const codes = new Set(terms.map(({ code }) => code))
  const withPlaces = terms.flatMap((term) => (term.place === undefined ? [] : [{ code: term.code, title: `${term.place}${term.title}` }]))
  return (text) => {
    const found = known.get(text) ?? resolve(text, { terms, codes, withPlaces })
    known.set(text, found)
    return found
  }
}

interface Names {
  readonly terms: readonly Named[]
  readonly codes: ReadonlySet<string>
  readonly withPlaces: readonly Term[]
}

/** 昆山市 320583, as our own templates write a place. */
const CODE_AT_END = /[^0-9A-Za-z]\s*([0-9A-Za-z][0-9A-Za-z_.-]*)$/

function resolve(text: string, { terms, codes, withPlaces }: Names): Resolved {
  if (codes.has(text)) return { code: text }
  const atEnd = CODE_AT_END.exec(text)?.[1]
  if (atEnd !== undefined && codes.has(atEnd)) return { code: atEnd }
  const found = findTerm(terms, text) ?? findTerm(withPlaces, text)
  return found ? { code: found.code } : { fault: unknown(text, terms) }
}

function unknown(text: string, terms: readonly Named[]): Words {
  const same = terms.filter(({ title }) => title === text.trim())
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
