import { enterprise } from '#registers/enterprises/enterprise.register.ts'
import { creditCode } from '../directory.ts'
import { LINE_OPEN, numbered, papers, type Story, someField, topicOf } from './story.ts'

/** What the demonstration tells of enterprises. */
export function enterprises(): Story {
  return {
    register: enterprise,
    unitTypes: ['enterprise'],
    decision: 'library',
    reached: 'published',
    rounds: [
      { from: '2024-03-18', entries: 120, documentNo: '苏科演发〔2024〕11号', title: '2024年入库企业' },
      { from: '2025-02-24', entries: 180, documentNo: '苏科演发〔2025〕6号', title: '2025年第一批入库企业' },
      { from: '2025-11-03', entries: 110, documentNo: '苏科演发〔2025〕48号', title: '2025年第二批入库企业' },
    ],
    call: { title: '2026年度未来产业培育企业申报', noticeNo: '苏科演高〔2026〕36号' },
    later: [
      { from: '2024-09-02', entries: 20, documentNo: '苏科演发〔2024〕52号', title: '2024年示范企业', decision: 'demonstration' },
      { from: '2025-07-07', entries: 38, documentNo: '苏科演发〔2025〕29号', title: '2025年示范企业', decision: 'demonstration' },
      { from: '2026-05-18', entries: 30, documentNo: '苏科演发〔2026〕21号', title: '2026年示范企业', decision: 'demonstration' },
      { from: '2026-08-03', entries: 7, documentNo: '苏科演发〔2026〕27号', title: '2026年领军企业', decision: 'leader' },
    ],
    open: { draft: 30, ...LINE_OPEN, reviewed: 25, withdrawn: 3, notRecommended: 4, declined: 4 },
    onTheWay: { asked: { exit: () => Promise.resolve({ exitReason: 'unqualified' }) } },
    said(facts) {
      const own = someField(facts)
      return {
        title: numbered(facts.unitTitle.replace('（演示）', ''), facts),
        field: own,
        channel: 'city_bureau',
        code: creditCode(facts.area, 1000 + facts.number),
        category: facts.number % 5 < 2 ? 'backbone' : 'startup',
        certificateNo: `GR${facts.completedOn.slice(0, 4)}32${String(1e6 + facts.number).slice(1)}`,
        certificateUntilOn: '2027-11-30',
        foundedOn: `${2008 + facts.random.below(14)}-0${1 + facts.random.below(9)}-15`,
        mainTechnology: topicOf(own, facts),
        predecessors: null,
        addresses: null,
        years: [2023, 2024].map((year) => ({
          year,
          revenue: `${(2000 + facts.random.below(90_000)) * 10_000}.00`,
          research: `${(200 + facts.random.below(4000)) * 10_000}.00`,
          researchers: 12 + facts.random.below(80),
          staff: 100 + facts.random.below(400),
          inventions: facts.random.below(30),
        })),
        evidence: papers(['certificate', 'audit', 'research_return', 'patent_list', 'credit_check'], facts),
      }
    },
  }
}
