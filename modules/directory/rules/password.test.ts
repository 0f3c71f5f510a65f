import { describe, expect, test } from 'vitest'
import { passwordFault } from './password.ts'

const codeOf = (password: string, loginName = 'zhang.wei') => passwordFault(password, loginName)?.code ?? 'accepted'

describe('a password', () => {
  test('of ten ordinary characters is accepted', () => {
    expect(codeOf('梧桐-秋雨-台账-7')).toBe('accepted')
    expect(codeOf('tugboat-olive')).toBe('accepted')
  })

  test('needs ten characters, counted as people count them', () => {
    expect(codeOf('九个字符的密码啊吧')).toBe('password.too-short')
    expect(codeOf('😀😀😀😀😀😀😀😀😀')).toBe('password.too-short')
  })

  test('must not be the login name, whatever its case and width', () => {
    expect(codeOf('ZHANG.weiming', 'zhang.weiming')).toBe('password.is-login-name')
    expect(codeOf('zhangweiming', 'zhangweiming')).toBe('password.is-login-name')
  })

  test.each(['Password 123!', 'woaini1314', '1qaz2wsx3edc', 'QWERTYUIOP'])('such as %s is too common', (password) => {
    expect(codeOf(password)).toBe('password.common')
  })

  test.each(['1234567890', 'jihgfedcba', 'aaaaaaaaaaaa', '123412341234', 'abcabcabcab'])('such as %s is a mere pattern', (password) => {
    expect(codeOf(password)).toBe('password.common')
  })

  test('that is refused says so at its field, in both languages', () => {
    const fault = passwordFault('short', 'zhang.wei')

    expect(fault?.faults?.[0]?.path).toBe('next')
    expect(fault?.words.zh).toContain('10')
    expect(fault?.words.en).toContain('10')
  })
})
