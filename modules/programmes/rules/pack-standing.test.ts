import { describe, expect, test } from 'vitest'
import { standingOf } from './pack-standing.ts'

const offered = (version: string, sha256 = 'a') => ({ version, source: { sha256 } })
const installed = { edition: '1.9.0', sha256: 'a' }

describe('what a version of a pack is to the province', () => {
  test.each([
    ['1.9.0', 'installed'],
    ['1.10.0', 'newer'],
    ['2.0.0', 'newer'],
    ['1.9.1', 'newer'],
    ['1.8.9', 'older'],
    ['0.10.0', 'older'],
  ])('%s beside 1.9.0 is %s', (version, standing) => {
    expect(standingOf(offered(version), installed)).toBe(standing)
  })

  test('without an installed one it is new; a later one of another text is no upgrade', () => {
    expect(standingOf(offered('1.0.0'), undefined)).toBe('new')
    expect(standingOf(offered('2.0.0', 'b'), installed)).toBe('other_source')
  })
})
