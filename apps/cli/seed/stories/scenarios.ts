import { scenario } from '#registers/scenarios/scenario.register.ts'
import { creditCode } from '../directory.ts'
import { LINE_OPEN, numbered, papers, type Story, someField, topicOf } from './story.ts'

/** What the demonstration tells of scenarios. */
export function scenarios(): Story {
  return {
    register: scenario,
    unitTypes: ['enterprise', 'institute', 'agency'],
    decision: 'publish',
    reached: 'published',
    rounds: [
      { from: '2024-06-03', entries: 18, documentNo: '苏科演发〔2024〕36号', title: '2024年应用场景' },
      { from: '2025-03-31', entries: 30, documentNo: '苏科演发〔2025〕17号', title: '2025年第一批应用场景' },
      { from: '2025-09-01', entries: 26, documentNo: '苏科演发〔2025〕40号', title: '2025年第二批应用场景' },
      { from: '2026-03-30', entries: 22, documentNo: '苏科演发〔2026〕19号', title: '2026年第一批应用场景' },
    ],
    call: { title: '2026年度应用场景申报', noticeNo: '苏科演高〔2026〕35号' },
    later: [
      { from: '2025-08-11', entries: 6, documentNo: '苏科演发〔2025〕33号', title: '2025年典型示范场景', decision: 'demonstration' },
      { from: '2026-08-10', entries: 9, documentNo: '苏科演发〔2026〕28号', title: '2026年典型示范场景', decision: 'demonstration' },
    ],
    open: { draft: 25, ...LINE_OPEN, soliciting: 18, choosing: 8, building: 60, reviewed: 8, withdrawn: 3, declined: 4 },
    onTheWay: {
      before: {
        handOver: (_entry, clock) => ({
          builtOn: clock.daysAgo(40),
          completedOn: clock.daysAgo(8),
          effects: [{ name: '作业效率', unit: '%', before: '100', after: '135', source: '运行数据' }],
        }),
      },
    },
    said(facts) {
      const own = someField(facts)
      const site = `${facts.unitTitle.slice(0, 4)}园区${1 + (facts.number % 9)}号`
      return {
        title: numbered(
          `${topicOf(own, facts)}${facts.random.pick(['智能工厂', '城市治理', '医疗服务', '园区运行', '低空物流'])}应用场景`,
          facts,
        ),
        field: own,
        channel: 'city_bureau',
        category: facts.random.pick(['fusion_general', 'fusion_sector', 'fusion_sector', 'fusion_sector', 'early']),
        ownerName: facts.unitTitle,
        ownerCode: creditCode(facts.area, 3000 + facts.number),
        site,
        technology: null,
        technologies: [{ name: topicOf(own, facts), source: '自主研发' }],
        suppliers: [{ unit: '演示技术供给方', area: facts.area, work: '系统集成' }],
        startedOn: facts.completedOn,
        builtOn: null,
        completedOn: null,
        effects: null,
        spread: null,
        permitDue: false,
        evidence: papers(['demand_notice', 'contract', 'acceptance_opinion', 'running_data'], facts),
      }
    },
  }
}
