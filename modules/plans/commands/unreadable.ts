import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Unreadable } from './text-of-file.ts'

/** 1,000,000 characters are some 2,000 pages; no plan is longer, and the reader stays linear up to it. */
export const LONGEST_TEXT = 1_000_000

/** Why a file cannot be read, as a refusal that names it. */
export function unreadable(name: string, problem: Unreadable['problem']): Refusal {
  return refuse(
    problem.code === 'plan.too-long' ? 'too_large' : 'invalid',
    problem.code,
    `“${name}”不能读取：${problem.zh}`,
    `“${name}” cannot be read: ${problem.en}`,
  )
}

/** The refusal of a text longer than is read. */
export function tooLong(name: string, length: number): Refusal {
  return refuse(
    'too_large',
    'plan.too-long',
    `“${name}”有 ${length} 个字，最多 ${LONGEST_TEXT} 个；请只上传方案正文`,
    `“${name}” has ${length} characters, at most ${LONGEST_TEXT} can be read; upload only the plan itself`,
  )
}
