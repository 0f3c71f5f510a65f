import { expect, test } from 'vitest'
import { matchRegister } from './match-register.ts'

const registers = [
  { name: 'technology', title: { zh: '前沿技术突破', en: 'Technologies' }, counts: [{ zh: '突破前沿技术', en: 'Technologies' }] },
  { name: 'enterprise', title: { zh: '示范企业', en: 'Enterprises' }, counts: [{ zh: '培育示范企业', en: 'Enterprises' }] },
]
const match = (name: string, kind: string, countedHere: readonly string[] = []) => matchRegister({ name, kind, countedHere }, registers)

test('a list finds the register whose name it says, with the reason', () => {
  expect(match('未来科技示范企业培育库', 'library')).toMatchObject({
    register: 'enterprise',
    why: { zh: expect.stringContaining('用词相近') as string },
  })
})

test('a figure of the same clause that is counted there lets a weaker likeness do', () => {
  expect(match('重点技术攻关清单', 'list').register).toBeNull()
  expect(match('重点技术攻关清单', 'list', ['technology'])).toMatchObject({
    register: 'technology',
    why: { zh: expect.stringContaining('计数') as string },
  })
})

test('a platform or mechanism is kept as no entries, and what nothing is like is not set up', () => {
  expect(match('示范企业服务平台', 'platform').register).toBeNull()
  expect(match('文献资源目录', 'catalogue')).toMatchObject({ register: null, why: { zh: expect.stringContaining('未建') as string } })
})
