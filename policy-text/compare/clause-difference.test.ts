import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'
import { type ClauseChange, clauseDifference, clausesToCompare } from './clause-difference.ts'
import { textOfPieces } from './word-difference.ts'

const OLD = `海棠市低空装备发展行动方案

一、主要目标
到2028年，培育骨干企业30家，建成试飞基地3个。

二、重点任务
（一）攻克关键部件。组织动力、航电等部件攻关，形成样机。（市科技局牵头）
（二）建设试飞基地。选择有条件的县区布局试飞空域。（市交通局牵头）
（三）培育应用场景。在巡检、配送、救护等方面先行先试。（市发展改革委牵头）

三、保障措施
（一）加强统筹。建立部门会商机制，定期研究重大事项。
`

const differenceOf = (before: string, after: string) =>
  clauseDifference(...([before, after].map((text) => clausesToCompare(readPlan(text), text)) as [Clauses, Clauses]))
type Clauses = ReturnType<typeof clausesToCompare>

const named = (changes: readonly ClauseChange[], kind: ClauseChange['kind']) =>
  changes.filter((change) => change.kind === kind).map(({ before, after }) => (after ?? before)!.title.split('。')[0])

describe('two versions of a plan', () => {
  test('of one text differ in nothing, also when its lines are broken elsewhere', () => {
    const wrapped = OLD.replace('布局试飞空域', '布局试\n飞空域')

    for (const text of [OLD, wrapped]) for (const { kind, moved } of differenceOf(OLD, text)) expect([kind, moved]).toEqual(['same', false])
  })

  test('a new item before others changes their numbers and nothing else', () => {
    const changes = differenceOf(
      OLD,
      OLD.replace('（一）攻克', '（一）摸清家底。编制企业和产品名录。（市统计局牵头）\n（二）攻克')
        .replace('（二）建设', '（三）建设')
        .replace('（三）培育', '（四）培育'),
    )

    expect(named(changes, 'added')).toEqual(['摸清家底'])
    expect(changes.filter(({ kind, moved }) => kind !== 'same' || moved)).toHaveLength(1)
  })

  test('what went stands where it stood', () => {
    const changes = differenceOf(OLD, OLD.replace(/（二）建设试飞基地[^\n]*\n/, ''))

    expect(named(changes, 'removed')).toEqual(['建设试飞基地'])
    const at = changes.findIndex(({ kind }) => kind === 'removed')
    expect(changes[at - 1]?.after?.title).toContain('攻克关键部件')
  })

  test('changed words are marked, a reworded heading keeps its clause', () => {
    const changes = differenceOf(OLD, OLD.replace('企业30家', '企业45家').replace('培育应用场景', '拓展应用场景'))
    const [goals, scenes] = changes.filter(({ kind }) => kind === 'changed')

    expect(goals?.words?.body.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '30' },
      { kind: 'added', text: '45' },
    ])
    expect(scenes?.before?.title).toContain('培育应用场景')
    expect(named(changes, 'added')).toEqual([])
  })

  test('a clause that stands elsewhere was moved, not dropped', () => {
    const line = /（一）攻克关键部件[^\n]*\n/.exec(OLD)![0]
    const changes = differenceOf(OLD, OLD.replace(line, '').replace('\n三、保障', `${line}\n三、保障`))

    expect(changes.filter(({ moved }) => moved).map(({ after }) => after?.title)).toEqual([expect.stringContaining('攻克关键部件')])
    expect(named(changes, 'removed')).toEqual([])
  })

  test('a clause under another heading was moved, too', () => {
    const line = /（一）加强统筹[^\n]*\n/.exec(OLD)![0]
    const changes = differenceOf(OLD, OLD.replace(`\n三、保障措施\n${line}`, line.replace('（一）', '（四）')))

    expect(changes.find(({ moved }) => moved)?.after).toMatchObject({
      number: '（四）',
      title: '加强统筹',
    })
    expect(named(changes, 'removed')).toEqual(['保障措施'])
  })
})

describe('whatever is edited', () => {
  const clause = fc.record({
    title: fc.constantFrom('攻克部件', '建设基地', '培育企业', '加强统筹', '引进人才', '发布目录', '开放场景', '完善标准'),
    body: fc.stringMatching(/^[甲乙丙丁戊己庚辛]{0,12}$/),
  })
  const versions = fc.uniqueArray(clause, { selector: ({ title }) => title, maxLength: 8 })
  const textOf = (clauses: readonly { readonly title: string; readonly body: string }[]) =>
    `行动方案\n\n${clauses.map(({ title, body }, at) => `${'一二三四五六七八'[at]!}、${title}\n${body}\n`).join('')}`

  test('the difference of a version with itself is empty', () => {
    fc.assert(
      fc.property(versions, (version) => {
        expect(differenceOf(textOf(version), textOf(version)).every(({ kind, moved }) => kind === 'same' && !moved)).toBe(true)
      }),
    )
  })

  test('the difference, applied, gives both versions back: every clause once, with its words', () => {
    fc.assert(
      fc.property(versions, versions, (before, after) => {
        const [olds, news] = [before, after].map((version) => clausesToCompare(readPlan(textOf(version)), textOf(version))) as [
          Clauses,
          Clauses,
        ]
        const changes = clauseDifference(olds, news)

        expect(changes.flatMap((change) => change.after ?? [])).toEqual(news)
        expect(new Set(changes.flatMap((change) => change.before ?? []))).toEqual(new Set(olds))
        for (const { before: was, after: is, words } of changes)
          if (words && was && is) {
            for (const part of ['title', 'body'] as const)
              expect([textOfPieces(words[part], 'before'), textOfPieces(words[part], 'after')]).toEqual([was[part], is[part]])
          }
      }),
      { numRuns: 60 },
    )
  })
})
