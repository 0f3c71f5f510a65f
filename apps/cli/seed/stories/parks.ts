import { park } from '#registers/parks/park.register.ts'
import { creditCode } from '../directory.ts'
import { LINE_OPEN, type Means, numbered, papers, type Story, someField } from './story.ts'

/** What the demonstration tells of parks. */
export function parks({ upload }: Means): Story {
  return {
    register: park,
    unitTypes: ['agency'],
    decision: 'publish',
    reached: 'published',
    rounds: [
      { from: '2024-07-01', entries: 22, documentNo: '苏科演发〔2024〕45号', title: '2024年标杆孵化器与科技园试点' },
      { from: '2025-05-12', entries: 36, documentNo: '苏科演发〔2025〕24号', title: '2025年标杆孵化器与科技园试点' },
      { from: '2026-03-02', entries: 28, documentNo: '苏科演发〔2026〕8号', title: '2026年标杆孵化器与科技园试点' },
    ],
    call: { title: '2026年度标杆孵化器与科技园试点申报', noticeNo: '苏科演高〔2026〕38号' },
    later: [],
    open: { draft: 12, ...LINE_OPEN, onSite: 9, reviewed: 6, withdrawn: 2, notAccepted: 2 },
    onTheWay: { asked: { passSite: async (actor) => ({ siteReport: [await upload(actor, '现场考察表')] }) } },
    said(facts) {
      const own = someField(facts)
      const isPilot = facts.number % 11 === 0
      const place = facts.unitTitle.slice(0, 4)
      return {
        title: numbered(`${place}${isPilot ? '未来产业科技园' : '孵化器'}`, facts),
        field: own,
        channel: 'city_bureau',
        parkType: isPilot ? 'pilot' : 'incubator',
        operatorName: facts.unitTitle,
        operatorCode: creditCode(facts.area, 7000 + facts.number),
        site: `${place}科创路${facts.number}号`,
        floorArea: String(8000 + facts.random.below(60_000)),
        tenants: [1, 2, 3].map((at) => ({
          name: `演示在孵企业${facts.number}-${at}`,
          code: creditCode(facts.area, 8000 + ((facts.number * 3 + at) % 1999)),
          fromOn: facts.completedOn,
        })),
        evidence: papers(['building_plan', 'site_papers', 'tenant_list', 'fund_agreement'], facts),
      }
    },
  }
}
