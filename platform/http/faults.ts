import type { FieldFault, Problem } from '#contract/problem.ts'

/** An issue as zod and fastify-type-provider-zod 7 both tell it. */
export interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly input?: unknown
}

/** Every fault of a rejected input, with its path and a sentence in both languages. */
export function faultsOfIssues(issues: readonly Issue[]): FieldFault[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: sentenceOf(issue) }))
}

/** The same for what fastify reports: "/evidence/2/type" becomes "evidence.2.type". */
export function faultsOfValidation(validation: readonly ValidationIssue[]): FieldFault[] {
  return faultsOfIssues(
    validation.map(({ keyword, instancePath, message, params }) => ({
      ...params,
      code: keyword,
      path: instancePath.split('/').filter(Boolean),
      message: message ?? '',
    })),
  )
}

export interface ValidationIssue {
  readonly keyword: string
  readonly instancePath: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

function sentenceOf(issue: Issue): Problem['words'] {
  const known = SENTENCES[issue.code]
  return known ? known(issue) : { zh: '填写不符合要求', en: issue.message || 'Not as expected' }
}

// zod 4 names a missing value only in its English message: "Invalid input: expected string, received undefined".
const MISSING = /received undefined$/

const SENTENCES: Readonly<Record<string, (issue: Issue) => Problem['words']>> = {
  invalid_type: ({ message }) =>
    MISSING.test(message) ? { zh: '不能为空', en: 'Required' } : { zh: '类型不对', en: message || 'Wrong type' },
  too_small: ({ minimum }) => ({ zh: `不能少于 ${String(minimum)}`, en: `At least ${String(minimum)}` }),
  too_big: ({ maximum }) => ({ zh: `不能超过 ${String(maximum)}`, en: `At most ${String(maximum)}` }),
  invalid_format: ({ message }) => ({ zh: '格式不对', en: message || 'Wrong format' }),
  invalid_value: ({ message }) => ({ zh: '不在可选范围内', en: message || 'Not one of the values allowed' }),
  unrecognized_keys: ({ message }) => ({ zh: '含有不认识的内容', en: message || 'Unknown keys' }),
}
