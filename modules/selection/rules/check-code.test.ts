import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { codeFrom, printedText, readCode } from './check-code.ts'

const letter = {
  register: 'technology',
  area: '320500',
  issuedOn: '2026-06-01',
  entries: [{ entry: 'e1', no: 7, version: 5, title: '量子测控', unit: '昆山微纳', area: '320583' }],
}
const codeOf = (given: typeof letter) => codeFrom(createHash('sha256').update(printedText(given)).digest('hex'))

describe('a check code', () => {
  test('has twelve characters that are not mistaken for each other', () => {
    expect(codeOf(letter)).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/)
  })

  test.each([
    ['an entry', { entries: [{ ...letter.entries[0]!, entry: 'e2' }] }],
    ['its version', { entries: [{ ...letter.entries[0]!, version: 6 }] }],
    ['its title', { entries: [{ ...letter.entries[0]!, title: '量子测控系统' }] }],
    ['its unit', { entries: [{ ...letter.entries[0]!, unit: '' }] }],
    ['the day', { issuedOn: '2026-06-02' }],
  ])('is another when %s is', (_what, other) => {
    expect(codeOf({ ...letter, ...other })).not.toBe(codeOf(letter))
  })

  test('is read however it was typed', () => {
    const code = codeOf(letter)

    expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
    expect(readCode(code.slice(1))).toBeUndefined()
    expect(readCode(`${code}A`)).toBeUndefined()
  })

  test('with any one wrong character, or two neighbours swapped, is none', () => {
    const letters = codeOf(letter).replaceAll('-', '')
    for (let at = 0; at < letters.length; at++) {
      for (const other of '23456789ABCDEFGHJKMNPQRSTUVWXYZ0O1IL')
        if (other !== letters[at]) expect(readCode(letters.slice(0, at) + other + letters.slice(at + 1)), `${at} ${other}`).toBeUndefined()
      const [one, next] = [letters[at]!, letters[at + 1] ?? '']
      if (next !== '' && one !== next && at < 10)
        expect(readCode(letters.slice(0, at) + next + one + letters.slice(at + 2))).toBeUndefined()
    }
  })
})
