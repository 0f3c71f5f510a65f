import { register } from '#engine/define/register.ts'
import { BATCH_ACCESS, LINE_ACCESS } from '../common/access.ts'
import { BATCH_UNDERWAY, IN_PLAN_YEARS, MEASURES, onTheWay, published } from '../common/counting.ts'
import { COMPLETED_LATELY, evidenceOf, hasPaper, NEEDS_PLEDGE, needsPaper } from '../common/evidence.ts'
import { BASIC_SECTION, BASICS, KEPT, PLEDGE_SECTION, PLEDGES, PUBLICATION, PUBLICATION_SECTION } from '../common/fields.ts'
import { BATCH_MOVES, BATCH_STATES, BEFORE_THE_CALL_CLOSES, IN_REVIEW, LINE_MOVES, LINE_STATES, PUBLISH } from '../common/life-cycle.ts'

/**
 * 前沿技术突破: frontier technologies broken through. An entry counts when its batch is published by an issued document,
 * from the document's date; nothing counts because somebody clicked “recognise”.
 * Fields and evidence: practice of provincial departments, to be changed by a province as data.
 */
export const technology = register({
  name: 'technology',
  title: { zh: '前沿技术突破', en: 'Frontier technologies' },
  basis: '未来产业“5个100”类行动方案：前沿技术；佐证与状态为通行做法，可由省级调整',
  area: 'area',
  under: 'call',
  fields: {
    title: { kind: 'text', label: { zh: '技术名称', en: 'Name' }, required: true, longest: 60 },
    ...BASICS,
    category: {
      kind: 'choice',
      label: { zh: '技术类别', en: 'Category' },
      needed: true,
      codes: {
        original: { zh: '原创性', en: 'Original' },
        cross: { zh: '交叉性', en: 'Cross-disciplinary' },
        disruptive: { zh: '颠覆性', en: 'Disruptive' },
      },
    },
    breakthrough: {
      kind: 'choice',
      label: { zh: '突破类型', en: 'Breakthrough' },
      needed: true,
      codes: {
        domestic_gap: { zh: '填补国内空白', en: 'Fills a domestic gap' },
        world_class: { zh: '世界级影响', en: 'World-class influence' },
        self_reliant: { zh: '自主可控', en: 'Self-reliant' },
        other: { zh: '其他', en: 'Other' },
      },
    },
    keyFigures: {
      kind: 'rows',
      label: { zh: '关键指标', en: 'Key figures' },
      needed: true,
      columns: {
        name: { kind: 'text', label: { zh: '指标', en: 'Figure' }, needed: true },
        unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 20 },
        before: { kind: 'text', label: { zh: '突破前', en: 'Before' }, longest: 40 },
        goal: { kind: 'text', label: { zh: '目标', en: 'Goal' }, longest: 40 },
        measured: { kind: 'text', label: { zh: '实测', en: 'Measured' }, longest: 40 },
        bestDomestic: { kind: 'text', label: { zh: '国内最好', en: 'Best at home' }, longest: 40 },
        bestWorld: { kind: 'text', label: { zh: '国际最好', en: 'Best in the world' }, longest: 40 },
        source: { kind: 'text', label: { zh: '依据', en: 'Source' } },
      },
    },
    trlBefore: {
      kind: 'integer',
      label: { zh: '起始技术成熟度', en: 'TRL before' },
      least: 1,
      most: 9,
      note: { zh: '1-9 级', en: 'levels 1-9' },
    },
    trlAfter: { kind: 'integer', label: { zh: '当前技术成熟度', en: 'TRL now' }, least: 1, most: 9, needed: true },
    projectSource: {
      kind: 'choice',
      label: { zh: '来源项目', en: 'Source project' },
      needed: true,
      codes: {
        national_major: { zh: '国家重大专项', en: 'National major project' },
        national_key: { zh: '国家重点研发计划', en: 'National key R&D programme' },
        provincial_frontier: { zh: '省前沿技术研发计划', en: 'Provincial frontier programme' },
        provincial_basic: { zh: '省基础研究重大项目', en: 'Provincial basic research' },
        local: { zh: '市县项目', en: 'City or county project' },
        own: { zh: '自筹', en: 'Self-funded' },
      },
    },
    projectNo: { kind: 'text', label: { zh: '来源项目编号', en: 'Project number' }, longest: 40 },
    technologyNo: { kind: 'integer', label: { zh: '技术序号', en: 'Number within the project' }, least: 1, most: 99 },
    roadmapNode: { kind: 'text', label: { zh: '路线图节点', en: 'Roadmap node' } },
    firstUnit: { kind: 'text', label: { zh: '第一完成单位', en: 'First performing unit' }, longest: 100 },
    people: { kind: 'text', label: { zh: '完成人', en: 'People' }, longest: 200 },
    rights: {
      kind: 'rows',
      label: { zh: '知识产权', en: 'Intellectual property' },
      columns: {
        type: {
          kind: 'choice',
          label: { zh: '类型', en: 'Type' },
          needed: true,
          codes: {
            invention: { zh: '发明专利', en: 'Invention' },
            utility: { zh: '实用新型', en: 'Utility model' },
            software: { zh: '软件著作权', en: 'Software copyright' },
            layout: { zh: '集成电路布图', en: 'Circuit layout' },
            other: { zh: '其他', en: 'Other' },
          },
        },
        number: { kind: 'text', label: { zh: '号', en: 'Number' }, needed: true, longest: 40 },
        owner: { kind: 'text', label: { zh: '权利人', en: 'Owner' } },
        status: { kind: 'text', label: { zh: '法律状态', en: 'Legal status' }, longest: 40 },
      },
    },
    completedOn: { kind: 'day', label: { zh: '完成日期', en: 'Completed on' }, needed: true },
    evidence: {
      ...evidenceOf(
        {
          performance_conclusion: { zh: '综合绩效评价结论', en: 'Performance conclusion' },
          test_report: { zh: 'CMA/CNAS 检测报告', en: 'Test report' },
          evaluation_report: { zh: '成果评价报告', en: 'Evaluation report' },
          novelty_report: { zh: '查新报告', en: 'Novelty report' },
          user_statement: { zh: '用户证明', en: 'User statement' },
          first_use_contract: { zh: '首用合同', en: 'First-use contract' },
          expert_opinion: { zh: '专家意见', en: 'Experts’ opinion' },
        },
        {
          zh: '综合绩效评价结论、检测报告、成果评价报告之一，并附查新报告、用户证明、首用合同之一',
          en: 'one of: performance conclusion, test report, evaluation; and one of: novelty report, user statement, first-use contract',
        },
      ),
      needed: true,
    },
    ...PLEDGES,
    ...PUBLICATION,
    ...KEPT,
    nameKeys: { kind: 'json', label: { zh: '第一完成单位与技术名称', en: 'first performing unit and name' }, system: true },
    rightKeys: { kind: 'json', label: { zh: '知识产权号', en: 'number of intellectual property' }, system: true },
  },
  sections: [
    BASIC_SECTION,
    {
      label: { zh: '技术突破', en: 'The breakthrough' },
      fields: ['category', 'breakthrough', 'keyFigures', 'trlBefore', 'trlAfter', 'completedOn', 'firstUnit', 'people', 'rights'],
    },
    { label: { zh: '来源', en: 'Where it comes from' }, fields: ['projectSource', 'projectNo', 'technologyNo', 'roadmapNode'] },
    PLEDGE_SECTION,
    PUBLICATION_SECTION,
  ],
  initial: 'draft',
  states: {
    ...LINE_STATES,
    ...IN_REVIEW,
    ...BATCH_STATES,
    // It never leaves except by a withdrawal; the same technology at a higher readiness does not count again.
    published: { label: { zh: '已公布', en: 'Published' }, moves: { revoke: 'revoked' }, tone: 'good' },
  },
  moves: {
    ...LINE_MOVES,
    ...BATCH_MOVES,
    submit: {
      label: { zh: '提交', en: 'Submit' },
      tone: 'main',
      next: true,
      due: BEFORE_THE_CALL_CLOSES,
      // Two papers of different weight, as practice has it; self-funded work needs the experts' opinion besides.
      needs: [
        needsPaper(
          ['performance_conclusion', 'test_report', 'evaluation_report'],
          '综合绩效评价结论、检测报告、成果评价报告之一',
          'one of: performance conclusion, test report, evaluation report',
        ),
        needsPaper(
          ['novelty_report', 'user_statement', 'first_use_contract'],
          '查新报告、用户证明、首用合同之一',
          'one of: novelty report, user statement, first-use contract',
        ),
        {
          that: { any: [{ not: { field: 'projectSource', is: 'own' } }, hasPaper('expert_opinion')] },
          otherwise: { zh: '自筹项目须另附专家意见（附文件）', en: 'self-funded work also needs the experts’ opinion (with its file)' },
          field: 'evidence',
        },
        NEEDS_PLEDGE,
      ],
    },
  },
  access: { ...LINE_ACCESS, ...BATCH_ACCESS },
  decisions: { publish: PUBLISH },
  checks: [COMPLETED_LATELY],
  search: ['title', 'projectNo', 'firstUnit', 'people', 'documentNo'],
  columns: ['title', 'field', 'area', 'leadUnit', 'completedOn'],
  sorts: ['title', 'completedOn', 'countsOn'],
  keys: { nameKeys: [['firstUnit', 'title']], rightKeys: [['rights.number']] },
  likeness: [['title'], ['projectNo', 'technologyNo'], ['nameKeys'], ['rightKeys']],
  counting: {
    technology_breakthroughs: {
      version: 2,
      title: { zh: '突破前沿技术', en: 'Frontier technologies broken through' },
      unit: { zh: '项', en: 'technologies' },
      measures: MEASURES,
      counted: 'published',
      terms: [
        ...onTheWay(BATCH_UNDERWAY),
        ...published({ measure: 'published', states: ['published', 'revoked'], which: IN_PLAN_YEARS, countsOn: 'countsOn' }),
      ],
    },
  },
})
