import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlan } from '#policy-text/index.ts'
import { misquoted } from './findings.ts'

const texts = ['passages', 'open', 'held-back'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(import.meta.dirname, folder, file), 'utf8')),
)
const SEED = 20261130

/** Words and marks that begin a rule; repeated without end they are what a search with several ways to fail would hang on. */
const TRIGGERS = (
  '《 》 （ ） 〔 “ ” 1 一 1. 一、 （一） 到2030年 2030年、 达到5% 达到5%、 建设10个平台和 建设和 省科技厅、 （省科技厅牵头 牵头单位：省科技厅 ' +
  '责任单位： 对 对企业 对企业给予10万元 按10%给予补助， 和 、 指标 目录 第一条 附件：1.表 聚焦人工智能、 高于全国平均水平 各市、 由1 万 1- 1, ' +
  '1,000 . 。 ； ， —— 翻番 均需 民国114年 自114年至118年 一、2030年 由现时的1%, 增至2034年的 分别压减至2天 上年增长6.2% 超100亿元的 ' +
  '市科技局市财政局 列第一位 前三 百亿元 新增 十五五 “十五五” 的 每年 5个 建立清单 為300家企業 2031年12月; 2.1 有效期 自印发之日起 ，其中 不超过 率 增长 ' +
  '三分之一 过半 已 已辅导业者8家 百家以上 10余条 3:1 到千亿级 的3% 达到本地的百分之二 第一阶段（2027年） 2027年目标 单位：亿元 30岁以上居民 共有 2026年6月底前完成'
).split(' ')
const BLANKS = [' ', '\n', '\t', '\u3000', '\r\n', '']

test('texts that are cut, glued and shuffled are read, and every quote is verbatim', () => {
  const anyText = fc.constantFrom(...texts)
  const cut = fc.tuple(anyText, fc.double({ min: 0, max: 1, noNaN: true })).map(([text, at]) => text.slice(Math.floor(at * text.length)))
  const glued = fc.tuple(cut, anyText).map((pair) => pair.join(''))
  const shuffled = anyText.chain((text) => fc.shuffledSubarray(text.split('\n'))).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(fc.oneof(cut, glued, shuffled), (text) => {
      expect(misquoted(text, readPlan(text))).toEqual([])
    }),
    { seed: SEED, numRuns: 120 },
  )
})

test('words that begin rules, repeated hundreds of times in any mixture, are read to the end', () => {
  const mixture = fc
    .array(fc.constantFrom(...TRIGGERS, ...BLANKS), { minLength: 1, maxLength: 4 })
    .map((words) => words.join('').repeat(400))
  fc.assert(
    fc.property(mixture, (text) => {
      expect(misquoted(text, readPlan(text))).toEqual([])
    }),
    { seed: SEED, numRuns: 60 },
  )
})

// Half a million characters: anything that grows with the square of the length would not end within the time a test has.
test('a passage a thousand times over is read a thousand times', () => {
  const text = texts.find((one) => one.includes('桦原省')) ?? ''
  const once = readPlan(text)
  const often = readPlan(`${text}\n`.repeat(1000))

  expect(often.headings.length).toBe(once.headings.length * 1000)
  // The title is looked for in the first pages only; what stands before its last printing there is taken for a notice.
  expect(often.responsibilities.length).toBeGreaterThan(once.responsibilities.length * 950)
}, 60_000)
