import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { kindOf } from '#engine/kinds/index.ts'

type Values = Readonly<Record<string, unknown>>

/** The fields a person filled in that differ between two versions. Personal data is left out: it is not printed, and its sealed form differs every time. */
export function changedFields(register: Register, before: Values, after: Values): readonly string[] {
  return Object.entries(register.fields)
    .filter(([name, field]) => !field.system && !kindOf(field).mask && !isSame(before[name], after[name]))
    .map(([name]) => name)
}

/** “第 2 项“量子测控”的名称、完成日期已变更(第 7 版→第 9 版),需重新用印”. */
export function changeInWords(
  register: Register,
  at: number,
  title: string,
  fields: readonly string[],
  versions: readonly [number, number],
): Words {
  const labels = (language: keyof Words) => fields.map((name) => register.fields[name]?.label[language] ?? name)
  return {
    zh: `第 ${at + 1} 项“${title}”的“${labels('zh').join('、')}”已变更（第 ${versions[0]} 版→第 ${versions[1]} 版），需重新用印`,
    en: `item ${at + 1} “${title}”: ${labels('en').join(', ')} changed (version ${versions[0]} → ${versions[1]}); it needs a new seal`,
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
