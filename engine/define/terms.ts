/** A class of a classification as it is looked up: by its code, its title or another name it goes by. */
export interface Term {
  readonly code: string
  readonly title: string
  readonly titleEn?: string | null
  readonly aliases?: readonly string[]
}

/** The one class that a code, title or alias means, whatever its width, case, blanks and brackets; undefined when none or several do. */
export function findTerm<T extends Term>(terms: readonly T[], text: string): T | undefined {
  const wanted = folded(text)
  if (wanted === '') return undefined
  const exact = terms.find(({ code }) => code === text.trim())
  if (exact) return exact
  const byTitle = terms.filter(({ code, title, titleEn }) => [code, title, titleEn ?? ''].some((name) => folded(name) === wanted))
  const found = byTitle.length > 0 ? byTitle : terms.filter(({ aliases = [] }) => aliases.some((alias) => folded(alias) === wanted))
  return found.length === 1 ? found[0] : undefined
}

/** The classes whose names are most like a text, the likest first; at most `most`, and none that shares nothing with it. */
export function nearestTerms<T extends Term>(terms: readonly T[], text: string, most = 3): readonly T[] {
  const wanted = folded(text)
  return terms
    .map((term) => ({ term, likeness: Math.max(...namesOf(term).map((name) => likeness(wanted, folded(name)))) }))
    .filter((each) => each.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ term }) => term)
}

/** The names in a text of aliases: 宽禁带半导体、化合物半导体. */
export function aliasesIn(text: string | null | undefined): readonly string[] {
  return (text ?? '')
    .split(/[、,，;；\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
}

const LEAST_LIKENESS = 0.3

function namesOf({ code, title, titleEn, aliases = [] }: Term): readonly string[] {
  return [code, title, ...(titleEn ? [titleEn] : []), ...aliases]
}

/** How alike two names are, from 0 to 1, whatever their width, case, blanks and brackets. */
export function nameLikeness(one: string, other: string): number {
  return likeness(folded(one), folded(other))
}

/** Shared characters over all characters (Sørensen–Dice over single characters: Chinese names are short). */
function likeness(one: string, other: string): number {
  const [left, right] = [[...one], [...other]]
  if (left.length + right.length === 0) return 0
  const rest = [...right]
  const shared = left.filter((letter) => {
    const at = rest.indexOf(letter)
    if (at < 0) return false
    rest.splice(at, 1)
    return true
  })
  return (2 * shared.length) / (left.length + right.length)
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\p{P}]/gu, '')
}
