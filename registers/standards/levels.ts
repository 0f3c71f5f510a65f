import type { Term } from '#engine/define/counting.ts'
import type { Expression } from '#engine/define/expression.ts'
import { IN_PLAN_YEARS, published } from '../common/counting.ts'

/** 团体标准 and 企业标准 are shown and not counted. */
const LEVELS = {
  local_or_sector: ['local', 'sector'],
  national: ['national'],
  international: ['international'],
  group: ['group'],
  enterprise: ['enterprise'],
} as const

export const COUNTED_LEVELS = [...LEVELS.local_or_sector, ...LEVELS.national, ...LEVELS.international]

/** At least one drafter of the province stands in the foreword. */
export const DRAFTED_HERE: Expression = { field: 'drafters', some: { field: 'rank', filled: true } }

export const levelMeasures = {
  local_or_sector: { zh: '地方或行业标准', en: 'Local or sector' },
  national: { zh: '国家标准', en: 'National' },
  international: { zh: '国际标准', en: 'International' },
  group: { zh: '团体标准（不计入）', en: 'Group (not counted)' },
  enterprise: { zh: '企业标准（不计入）', en: 'Enterprise (not counted)' },
} as const

export const levelTerms: readonly Term[] = Object.entries(LEVELS).flatMap(([measure, levels]) =>
  published({
    measure,
    states: ['published', 'revoked'],
    which: [...IN_PLAN_YEARS, DRAFTED_HERE, { field: 'level', oneOf: levels }],
    countsOn: 'completedOn',
  }),
)
