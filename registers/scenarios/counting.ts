import type { CountingRule } from '#engine/define/counting.ts'
import type { Expression } from '#engine/define/expression.ts'
import { BATCH_UNDERWAY, IN_PLAN_YEARS, MEASURES, onTheWay, published } from '../common/counting.ts'

const UNDERWAY = [...BATCH_UNDERWAY, 'soliciting', 'choosing', 'building']
const STAYED = [
  'published',
  'demonstrationProposed',
  'demonstrationOnNotice',
  'demonstrationObjected',
  'demonstrating',
  'rectifying',
  'rectifyingDemonstration',
  'exited',
  'revoked',
]
const EARLY: Expression = { field: 'category', is: 'early' }
const TYPICAL: Expression = { field: 'category', is: 'demonstration' }
const MARKED: Expression = { field: 'demonstrationFromOn', filled: true }

/** Built scenarios, those of them that are demonstrations, and early validations, so that the settings need no recount. */
const built: CountingRule = {
  version: 1,
  title: { zh: '建成应用场景', en: 'Scenarios built' },
  unit: { zh: '个', en: 'scenarios' },
  measures: {
    ...MEASURES,
    demonstrated: { zh: '其中示范', en: 'Of them demonstrations' },
    early: { zh: '早期验证', en: 'Early validations' },
  },
  counted: 'published',
  details: ['demonstrated', 'early'],
  terms: [
    ...onTheWay(UNDERWAY),
    ...published({ measure: 'published', states: STAYED, which: [...IN_PLAN_YEARS, { not: EARLY }], countsOn: 'countsOn' }),
    ...published({ measure: 'demonstrated', states: STAYED, which: [...IN_PLAN_YEARS, TYPICAL], countsOn: 'countsOn' }),
    ...published({
      measure: 'demonstrated',
      states: STAYED,
      which: [...IN_PLAN_YEARS, { not: TYPICAL }, { not: EARLY }, MARKED],
      countsOn: ['countsOn', 'demonstrationFromOn'],
    }),
    ...published({ measure: 'early', states: STAYED, which: [...IN_PLAN_YEARS, EARLY], countsOn: 'countsOn' }),
  ],
  settings: {
    demonstrations_within: {
      question: { zh: '示范场景是否包含在建成场景之内？', en: 'Do demonstrations count among the scenarios built?' },
      basis: { zh: '方案同时提出建成数与示范数，未说明是否包含', en: 'the plan names both numbers and not whether one holds the other' },
      choices: {
        yes: { label: { zh: '包含在内', en: 'They do' } },
        no: { label: { zh: '另行计算', en: 'They count apart' }, minus: ['demonstrated'] },
      },
      standard: 'yes',
    },
    early_counts: {
      question: { zh: '早期验证场景是否计入？', en: 'Do early validations count?' },
      basis: { zh: '方案以融合应用场景为建成口径', en: 'the plan speaks of fused applications as built' },
      choices: {
        yes: { label: { zh: '计入', en: 'They do' }, plus: ['early'] },
        no: { label: { zh: '不计入', en: 'They do not' } },
      },
      standard: 'no',
    },
  },
}

const demonstrations: CountingRule = {
  version: 1,
  title: { zh: '示范应用场景', en: 'Demonstration scenarios' },
  unit: { zh: '个', en: 'scenarios' },
  measures: MEASURES,
  counted: 'published',
  terms: [
    ...onTheWay(UNDERWAY, TYPICAL),
    {
      measure: 'underway',
      when: { field: 'state', oneOf: ['demonstrationProposed', 'demonstrationOnNotice', 'demonstrationObjected'] },
      countsOn: 'createdOn',
    },
    ...published({ measure: 'published', states: STAYED, which: [MARKED], countsOn: 'demonstrationFromOn' }),
  ],
}

export const scenarioCounting = { scenarios_built: built, scenario_demonstrations: demonstrations } as const
