import type { CountingRule } from '#engine/define/counting.ts'
import type { Expression } from '#engine/define/expression.ts'
import { BATCH_UNDERWAY, IN_PLAN_YEARS, MEASURES, onTheWay, published } from '../common/counting.ts'

const UNDERWAY = [...BATCH_UNDERWAY, 'onSite']
const STAYED = ['published', 'rectifying', 'exited', 'revoked']
const INCUBATOR: Expression = { field: 'parkType', is: 'incubator' }
const PILOT: Expression = { field: 'parkType', is: 'pilot' }

/** A site that holds the title of an incubator now. */
export const INCUBATOR_STANDS: Expression = { all: [INCUBATOR, { field: 'state', oneOf: ['published', 'rectifying'] }] }

const incubators: CountingRule = {
  version: 1,
  title: { zh: '建设标杆孵化器', en: 'Benchmark incubators' },
  unit: { zh: '家', en: 'incubators' },
  measures: { ...MEASURES, pilot_sites: { zh: '另有试点（场地不重复）', en: 'Pilots on other sites' } },
  counted: 'published',
  details: ['pilot_sites'],
  terms: [
    ...onTheWay(UNDERWAY, INCUBATOR),
    ...published({ measure: 'published', states: STAYED, which: [...IN_PLAN_YEARS, INCUBATOR], countsOn: 'countsOn' }),
    ...published({
      measure: 'pilot_sites',
      states: STAYED,
      which: [...IN_PLAN_YEARS, PILOT, { field: 'freeSite', is: true }],
      countsOn: 'countsOn',
    }),
  ],
  settings: {
    pilots_within: {
      question: {
        zh: '科技园试点是否与孵化器合并计算（同一场地只计一次）？',
        en: 'Do pilot parks count with the incubators, a site once?',
      },
      basis: { zh: '方案以孵化器为总数，试点另列', en: 'the plan counts incubators and names pilots beside them' },
      choices: {
        yes: { label: { zh: '合并，场地不重复', en: 'They do, distinct by site' }, plus: ['pilot_sites'] },
        no: { label: { zh: '只计孵化器', en: 'Incubators alone' } },
      },
      standard: 'no',
    },
  },
}

const pilots: CountingRule = {
  version: 1,
  title: { zh: '未来产业科技园试点', en: 'Pilot parks of future industries' },
  unit: { zh: '家', en: 'pilots' },
  measures: MEASURES,
  counted: 'published',
  terms: [
    ...onTheWay(UNDERWAY, PILOT),
    ...published({ measure: 'published', states: STAYED, which: [...IN_PLAN_YEARS, PILOT], countsOn: 'countsOn' }),
  ],
}

export const parkCounting = { benchmark_incubators: incubators, park_pilots: pilots } as const
