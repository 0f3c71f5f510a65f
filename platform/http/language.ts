import type { Language } from './problem.ts'

/** The language a reader prefers by Accept-Language (RFC 9110 §12.5.4); Chinese unless English is clearly wanted. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'zh'
  return weightOf(acceptLanguage, 'en') > weightOf(acceptLanguage, 'zh') ? 'en' : 'zh'
}

/** Such as 0.8 for "en" in "zh-CN,zh;q=0.9,en;q=0.8". */
function weightOf(header: string, language: Language): number {
  const weights = header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.startsWith(language))
    .map((part) => Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1))
  return Math.max(0, ...weights)
}

const LONGEST_HEADER = 200
