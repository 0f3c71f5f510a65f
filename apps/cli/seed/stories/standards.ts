import { standard } from '#registers/standards/standard.register.ts'
import { LINE_OPEN, numbered, papers, type Story, someField, topicOf } from './story.ts'

/** Levels in the plan's own proportion: 60 local or sector, 30 national, 10 international; group standards besides. */
const LEVELS = [
  'local',
  'sector',
  'local',
  'sector',
  'local',
  'local',
  'national',
  'national',
  'national',
  'international',
  'group',
  'group',
] as const
const NUMBERS: Readonly<Record<(typeof LEVELS)[number], (no: number, year: string) => string>> = {
  local: (no, year) => `DB32/T ${5000 + no}-${year}`,
  sector: (no, year) => `SJ/T ${11000 + no}-${year}`,
  national: (no, year) => `GB/T ${46000 + no}-${year}`,
  international: (no, year) => `ISO/IEC ${23000 + no}:${year}`,
  group: (no, year) => `T/JSYS ${1000 + no}-${year}`,
}

/** What the demonstration tells of standards. */
export function standards(): Story {
  return {
    register: standard,
    unitTypes: ['enterprise', 'institute'],
    decision: undefined,
    reached: 'published',
    rounds: [
      { from: '2024-05-13', entries: 24, documentNo: '', title: '2024年入册' },
      { from: '2025-04-14', entries: 34, documentNo: '', title: '2025年上半年入册' },
      { from: '2025-10-13', entries: 26, documentNo: '', title: '2025年下半年入册' },
      { from: '2026-05-11', entries: 26, documentNo: '', title: '2026年入册' },
    ],
    later: [],
    lately: { entries: 4, documentNo: '', title: '2026年下半年入册' },
    open: { draft: 25, initiated: 45, ...LINE_OPEN, withdrawn: 3, declined: 3 },
    onTheWay: {},
    said(facts) {
      const own = someField(facts)
      const level = LEVELS[facts.number % LEVELS.length]!
      const year = facts.completedOn.slice(0, 4)
      return {
        title: numbered(`${topicOf(own, facts)}${facts.random.pick(['通用要求', '测试方法', '技术规范', '术语'])}`, facts),
        field: own,
        channel: 'city_bureau',
        level,
        part: facts.random.pick(['lead', 'support']),
        number: NUMBERS[level](facts.number, year),
        planNo: `YS-JH-${year}-${facts.number}`,
        stage: 'issued',
        stageCode: level === 'international' ? 60 : null,
        drafters: [{ unit: facts.unitTitle, rank: 1 + facts.random.below(5) }],
        body: level === 'international' ? 'iso' : null,
        titleEnglish: `Demonstration standard ${facts.number}`,
        completedOn: facts.completedOn,
        inForceOn: facts.completedOn,
        replaces: null,
        evidence: papers(['cover', 'foreword', 'issue_notice', 'initiation_notice'], facts),
      }
    },
  }
}
