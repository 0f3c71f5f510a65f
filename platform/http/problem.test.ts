import { describe, expect, test } from 'vitest'
import { problem } from '#contract/problem.ts'
import { browserName } from './browser-name.ts'
import { faultsOfValidation } from './faults.ts'
import { preferredLanguage } from './language.ts'
import { problemBody } from './problem.ts'
import { requestIdOf } from './request-id.ts'

const facts = { status: 404, code: 'plan.unknown', words: { zh: '没有这个规划。', en: 'There is no such plan.' } }

describe('a problem', () => {
  test('is told in the language of its reader and carries both', () => {
    const told = problemBody(facts, 'en', 'req-1')

    expect(problem.parse(told)).toEqual(told)
    expect(told).toMatchObject({ title: 'Not found', detail: 'There is no such plan.', words: facts.words, requestId: 'req-1' })
  })

  test('names every field at fault with its path and a sentence in both languages', () => {
    const missing = {
      keyword: 'invalid_type',
      instancePath: '/evidence/2/type',
      message: 'Invalid input: expected string, received undefined',
      params: {},
    }
    const short = { keyword: 'too_small', instancePath: '/title', message: 'Too small', params: { minimum: 3 } }

    expect(faultsOfValidation([missing, short])).toEqual([
      { path: 'evidence.2.type', message: { zh: '不能为空', en: 'Required' } },
      { path: 'title', message: { zh: '不能少于 3', en: 'At least 3' } },
    ])
  })
})

test.each([
  [undefined, 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9', 'en'],
  ['en;q=0.5, zh-CN;q=0.9', 'zh'],
  ['fr-FR,de', 'zh'],
])('a reader who asks for %s reads %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test.each(['req-0b9f3d54', '01JD8Q4Z9N.3'])('the request id %s of the caller is kept', (id) => {
  expect(requestIdOf({ headers: { 'x-request-id': id } })).toBe(id)
})

test.each(['short', 'with space here', 'line\nbreak-here', 'x'.repeat(65)])('a malformed request id is replaced', (id) => {
  expect(requestIdOf({ headers: { 'x-request-id': id } })).toMatch(/^req-[0-9a-f-]{36}$/)
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    'Chrome 130 · Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0', 'Edge 130 · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile MicroMessenger/8.0.50', 'WeChat 8 · iOS'],
  ['curl/8.5.0', 'curl/8.5.0'],
])('%s is called %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})
