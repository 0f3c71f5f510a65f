import { describe, expect, test } from 'vitest'
import { csrfFault, foreignOrigin } from './same-origin.ts'

const codeOf = (headers: Record<string, string>, host = 'lantu.gov.example:8080') =>
  foreignOrigin({ headers, host, protocol: 'http' })?.code ?? 'accepted'

describe('a write', () => {
  test('from our own pages is accepted', () => {
    expect(codeOf({ 'sec-fetch-site': 'same-origin' })).toBe('accepted')
    expect(codeOf({ origin: 'http://lantu.gov.example:8080' })).toBe('accepted')
    expect(codeOf({ origin: 'http://lantu.gov.example' }, 'lantu.gov.example:80')).toBe('accepted')
  })

  test('from a program, which says neither, is accepted', () => {
    expect(codeOf({})).toBe('accepted')
  })

  test.each([
    { 'sec-fetch-site': 'cross-site', origin: 'http://lantu.gov.example:8080' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://lantu.gov.example' },
    { origin: 'null' },
  ])('from elsewhere is refused: %o', (headers) => {
    expect(codeOf(headers)).toBe('request.foreign-origin')
  })

  test('needs exactly the token of its session', () => {
    expect(csrfFault('token-a', 'token-a')).toBeNull()
    expect(csrfFault('token-b', 'token-a')?.code).toBe('request.csrf')
    expect(csrfFault(undefined, 'token-a')?.code).toBe('request.csrf')
    expect(csrfFault(['token-a'], 'token-a')?.code).toBe('request.csrf')
  })
})
