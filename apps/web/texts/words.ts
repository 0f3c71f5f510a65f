import type { z } from 'zod'
import type { words } from '#contract/problem.ts'

export type Words = Readonly<z.infer<typeof words>>
export type Language = keyof Words
export type Texts = { readonly [name: string]: Words | Texts }
export type Facts = Readonly<Record<string, string | number>>

/** The sentence in one language, with its facts put in: “共 {count} 条”. */
export function sayIn(language: Language, words: Words, facts: Facts = {}): string {
  return words[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}

/** A sentence that is put together, in both languages. */
export const inBoth = (make: (language: Language) => string): Words => ({ zh: make('zh'), en: make('en') })
