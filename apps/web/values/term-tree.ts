import type { TermNode, TermTree } from '#contract/terms.ts'
import type { Language, Words } from '../texts/words.ts'

/** A class as a tree select shows it. */
export interface TermOption {
  readonly value: string
  readonly title: string
  /** Everything the class is found by. */
  readonly found: string
  readonly children: readonly TermOption[]
}

/** The classes of a classification for a tree select. */
export function termOptions({ terms }: Pick<TermTree, 'terms'>, language: Language): readonly TermOption[] {
  return terms.map(({ children, ...node }) => ({
    value: node.code,
    title: titleOf(node)[language],
    found: folded([node.code, node.title, node.titleEn ?? '', ...node.aliases].join('\n')),
    children: termOptions({ terms: children }, language),
  }))
}

/** Whether what was typed names the class: a piece of its title, alias or code. */
export function isFoundBy({ found }: Pick<TermOption, 'found'>, typed: string): boolean {
  return found.includes(folded(typed))
}

/** All classes in a row, parents before their children. */
export function flatTerms(terms: readonly TermNode[]): readonly { readonly code: string; readonly title: Words }[] {
  return terms.flatMap((node) => [{ code: node.code, title: titleOf(node) }, ...flatTerms(node.children)])
}

function titleOf({ title, titleEn }: Pick<TermNode, 'title' | 'titleEn'>): Words {
  return { zh: title, en: titleEn ?? title }
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\S\n]/g, '')
}
