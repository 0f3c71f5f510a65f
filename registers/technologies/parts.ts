import type { Expression } from '#engine/define/expression.ts'
import type { Check } from '#engine/define/register.ts'

export const IN_OWN_AREA: Expression = { withinArea: 'area' }

/** County or zone posts check what lies in their area, city posts likewise: a clerk, then a leader. */
export const COUNTY = (role: 'county_clerk' | 'county_leader'): Expression => ({ all: [{ role }, IN_OWN_AREA] })
export const CITY = (role: 'city_clerk' | 'city_leader'): Expression => ({ all: [{ role }, IN_OWN_AREA] })
export const PROVINCE: Expression = { all: [{ role: 'planner' }, IN_OWN_AREA] }

/** Every post of the line reads what lies in its area; an author reads his own; leaders and auditors read all of it. */
export const READERS: Expression = {
  any: [
    {
      all: [
        {
          any: [
            { role: 'planner' },
            { role: 'division_head' },
            { role: 'city_clerk' },
            { role: 'city_leader' },
            { role: 'county_clerk' },
            { role: 'county_leader' },
            { role: 'leader' },
            { role: 'auditor' },
          ],
        },
        IN_OWN_AREA,
      ],
    },
    { ownPerson: 'createdBy' },
    { ownUnit: 'leadUnit' },
  ],
}

const evidence = (types: readonly string[]): Expression => ({
  field: 'evidence',
  some: {
    all: [
      { field: 'type', oneOf: types },
      { field: 'files', filled: true },
    ],
  },
})

/** Two papers of different weight, as practice has it; self-funded work needs the experts' opinion besides. */
export const atLeastOneEvidence: readonly Check[] = [
  {
    that: evidence(['performance_conclusion', 'test_report', 'evaluation_report']),
    otherwise: {
      zh: '佐证须有综合绩效评价结论、检测报告、成果评价报告之一(附文件)',
      en: 'evidence needs one of: performance conclusion, test report, evaluation report (with its file)',
    },
    field: 'evidence',
  },
  {
    that: evidence(['novelty_report', 'user_statement', 'first_use_contract']),
    otherwise: {
      zh: '佐证须有查新报告、用户证明、首用合同之一(附文件)',
      en: 'evidence needs one of: novelty report, user statement, first-use contract (with its file)',
    },
    field: 'evidence',
  },
  {
    that: { any: [{ not: { field: 'projectSource', is: 'own' } }, evidence(['expert_opinion'])] },
    otherwise: { zh: '自筹项目须另附专家意见(附文件)', en: 'self-funded work also needs the experts’ opinion (with its file)' },
    field: 'evidence',
  },
  {
    that: { field: 'secrecyPledge', is: true },
    otherwise: { zh: '须承诺不含涉密内容', en: 'the pledge that it holds no secrets must be given' },
    field: 'secrecyPledge',
  },
]
