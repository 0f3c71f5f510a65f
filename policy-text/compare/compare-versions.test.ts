import { expect, test } from 'vitest'
import { compareVersions } from './compare-versions.ts'

const OLD = `海棠市低空装备发展行动方案（2026—2028年）

一、主要目标
到2028年，培育骨干企业30家，建成试飞基地3个，制定标准12项，产业规模达到200亿元。

二、重点任务
（一）建设试飞基地。（市交通局牵头）
`
const changesOf = (edit: (text: string) => string) => compareVersions(OLD, edit(OLD)).targets.filter(({ kind }) => kind !== 'same')

test('a target that is raised, lowered or moved to another year says so', () => {
  const [firms, sites, size] = changesOf((text) =>
    text.replace('30家', '45家').replace('基地3个', '基地2个').replace('，产业规模达到200亿元', '。到2030年，产业规模达到200亿元'),
  )

  expect(firms).toMatchObject({ kind: 'changed', changes: ['raised'], before: { low: 30 }, after: { low: 45 } })
  expect(sites).toMatchObject({ changes: ['lowered'], after: { low: 2 } })
  expect(size).toMatchObject({ changes: ['later'], before: { deadline: '2028' }, after: { deadline: '2030' } })
  expect(firms?.why.zh).toContain('同一条款')
})

test('a target that goes, and one that comes, are told as such', () => {
  const changes = changesOf((text) => text.replace('，制定标准12项', '，引进团队8个'))

  expect(changes.map(({ kind, before, after }) => [kind, (after ?? before)?.metric])).toEqual([
    ['dropped', expect.stringContaining('标准')],
    ['new', expect.stringContaining('团队')],
  ])
})

test('reworded a little and under another heading it is the same target', () => {
  expect(changesOf((text) => text.replace('一、主要目标', '一、发展目标').replace('培育骨干企业30家', '培育骨干企业数量30家'))).toEqual([])
})

test('one version against itself changes nothing', () => {
  const { clauses, targets } = compareVersions(OLD, OLD)

  expect([...clauses, ...targets].filter(({ kind }) => kind !== 'same')).toEqual([])
  expect(targets.length).toBe(4)
})
