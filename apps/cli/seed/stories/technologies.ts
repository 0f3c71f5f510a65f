import { technology } from '#registers/technologies/technology.register.ts'
import { ENDS, LINE_OPEN, numbered, papers, type Story, SUFFIXES, someField, topicOf } from './story.ts'

/** What the demonstration tells of technologies. */
export function technologies(): Story {
  return {
    register: technology,
    unitTypes: ['enterprise', 'institute'],
    decision: 'publish',
    reached: 'published',
    rounds: [
      { from: '2024-04-08', entries: 14, documentNo: '苏科演发〔2024〕18号', title: '2024年第一批前沿技术突破' },
      { from: '2025-03-17', entries: 22, documentNo: '苏科演发〔2025〕9号', title: '2025年第一批前沿技术突破' },
      { from: '2025-09-08', entries: 18, documentNo: '苏科演发〔2025〕31号', title: '2025年第二批前沿技术突破' },
      { from: '2026-04-13', entries: 19, documentNo: '苏科演发〔2026〕12号', title: '2026年第一批前沿技术突破' },
    ],
    call: { title: '2026年度前沿技术突破申报', noticeNo: '苏科演高〔2026〕33号' },
    later: [],
    lately: { entries: 5, documentNo: '苏科演发〔2026〕56号', title: '2026年前沿技术突破（增补）' },
    open: { reserve: 40, draft: 30, ...LINE_OPEN, reviewed: 12, ...ENDS },
    onTheWay: {},
    said(facts) {
      const own = someField(facts)
      const trl = 5 + facts.random.below(4)
      return {
        title: numbered(`${topicOf(own, facts)}${facts.random.pick(SUFFIXES)}`, facts),
        field: own,
        channel: 'city_bureau',
        firstUnit: facts.unitTitle,
        trlBefore: trl - 3,
        trlAfter: trl,
        projectSource: 'provincial_frontier',
        projectNo: `YS${facts.completedOn.slice(0, 4)}${String(1e4 + facts.number)}`,
        technologyNo: 1,
        keyFigures: [
          {
            name: '关键性能',
            unit: '%',
            before: String(60 + facts.random.below(10)),
            goal: '90',
            measured: String(90 + facts.random.below(9)),
            source: '检测报告',
          },
        ],
        rights: [
          {
            type: 'invention',
            number: `ZL${facts.completedOn.slice(0, 4)}1${String(1e6 + facts.number)}.X`,
            owner: facts.unitTitle,
            status: '有效',
          },
        ],
        evidence: papers(['test_report', 'user_statement', 'expert_opinion'], facts),
      }
    },
  }
}
