import { expect, test } from 'vitest'
import { printed, type Told, withNetWords } from './net-words.ts'

const words = (text: string): Told => ({ run: { text } })
const figure = (value: string): Told => ({ run: { text: value, link: '/figures/one' }, value })
const said = (...told: readonly Told[]) =>
  withNetWords(told)
    .map(({ text }) => text)
    .join('')

test('a number below nothing is told as a decrease, and its door stays', () => {
  const runs = withNetWords([words('本期净增示范企业'), figure('-2'), words('家。')])

  expect(runs.map(({ text }) => text).join('')).toBe('本期净减少示范企业2家。')
  expect(runs[1]).toEqual({ text: '2', link: '/figures/one' })
})

test('one word governs the figures after it; one that goes the other way gets its own', () => {
  const chain = (first: string, second: string, third: string) =>
    said(
      words('；本期净增'),
      words('技术'),
      figure(first),
      words('项'),
      words('、标准'),
      figure(second),
      words('项、场景'),
      figure(third),
      words('个'),
    )

  expect(chain('5', '3', '0')).toBe('；本期净增技术5项、标准3项、场景0个')
  expect(chain('5', '-2', '1')).toBe('；本期净增技术5项、标准净减少2项、场景净增1个')
  expect(chain('-5', '-2', '-1')).toBe('；本期净减少技术5项、标准2项、场景1个')
})

test('beyond the full stop, and without the word, a number keeps its minus sign', () => {
  expect(said(words('净增技术'), figure('1'), words('项。比上年'), figure('-3'), words('项'))).toBe('净增技术1项。比上年−3项')
  expect(said(words('同比'), figure('-3'), words('项'))).toBe('同比−3项')
  expect([printed('-0.5'), printed('12')]).toEqual(['−0.5', '12'])
})

test('“净增加” is the same word', () => {
  expect(said(words('较年初净增加'), figure('-4'), words('家'))).toBe('较年初净减少4家')
})
