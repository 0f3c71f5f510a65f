import type { Problem } from '#contract/problem.ts'

/** What went wrong, before it is known who reads it and in which language. */
export interface ProblemFacts extends Pick<Problem, 'status' | 'code' | 'words'> {
  readonly faults?: Problem['faults']
  readonly current?: Problem['current']
  readonly headers?: Readonly<Record<string, string>>
}

export type Language = keyof Problem['words']

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Thrown where a handler cannot go on; the error handler answers with its facts and logs nothing. */
export class HttpProblem extends Error {
  readonly facts: ProblemFacts

  constructor(facts: ProblemFacts) {
    super(facts.words.en)
    this.name = 'HttpProblem'
    this.facts = facts
  }
}

/** The body of RFC 9457: `title` and `detail` in the reader's language, `words` always in both. */
export function problemBody(facts: ProblemFacts, language: Language, requestId: string): Problem {
  const { status, code, words, faults, current } = facts
  return {
    type: `urn:lantu:problem:${code}`,
    title: titleOf(status)[language],
    status,
    detail: words[language],
    code,
    words,
    ...(faults && { faults: [...faults] }),
    ...(current !== undefined && { current }),
    requestId,
  }
}

function titleOf(status: number): Problem['words'] {
  return TITLES[status] ?? (status < 500 ? REFUSED : FAILED)
}

const REFUSED = { zh: '请求未被接受', en: 'Request refused' }
const FAILED = { zh: '系统出错', en: 'System fault' }

const TITLES: Readonly<Record<number, Problem['words']>> = {
  400: { zh: '请求无法读懂', en: 'Request not understood' },
  401: { zh: '需要登录', en: 'Sign-in required' },
  403: { zh: '不允许', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '与现状冲突', en: 'Conflict' },
  412: { zh: '内容已被他人更新', en: 'Changed by somebody else' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '内容类型不支持', en: 'Content type not supported' },
  422: { zh: '填写有误', en: 'Not valid' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  503: { zh: '服务暂时不可用', en: 'Service unavailable' },
}
