import { register } from '#engine/define/register.ts'
import { BATCH_ACCESS, CARE_ACCESS, DEMONSTRATION_ACCESS, LINE_ACCESS } from '../common/access.ts'
import { evidenceOf, NEEDS_PLEDGE, needsPaper } from '../common/evidence.ts'
import { BASIC_SECTION, BASICS, DEMONSTRATION_FIELDS, KEPT, LEAVING, PLEDGE_SECTION, PLEDGES, PUBLICATION } from '../common/fields.ts'
import { BEFORE_THE_CALL_CLOSES, DEMONSTRATION, DEMONSTRATION_MOVES, IN_REVIEW, LINE_MOVES, LINE_STATES } from '../common/life-cycle.ts'
import { enterpriseCounting } from './counting.ts'
import { LEADER, LIBRARY, TITLE_ACCESS, TITLE_MOVES, TITLE_STATES } from './titles.ts'

const { countsOn: _titlesHaveTheirOwnDays, ...DOCUMENT } = PUBLICATION
const { openNotice: _theLibraryHasNone, ...BATCH_WITHOUT_NOTICE } = BATCH_ACCESS

/**
 * 示范企业: enterprises with dated titles. They enter the library first, by a document without notice; demonstration and leader are
 * decided by batches of their own. Each title counts its own stock on the day; an enterprise may hold several.
 */
export const enterprise = register({
  name: 'enterprise',
  title: { zh: '示范企业', en: 'Enterprises' },
  basis: '未来产业“5个100”类行动方案：示范企业；佐证与状态为通行做法，可由省级调整',
  area: 'area',
  under: 'call',
  places: 'addresses',
  fields: {
    title: { kind: 'text', label: { zh: '企业名称', en: 'Name' }, required: true, longest: 60 },
    code: { kind: 'uscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, required: true },
    ...BASICS,
    predecessors: {
      kind: 'rows',
      label: { zh: '曾用代码', en: 'Earlier codes' },
      columns: {
        code: {
          kind: 'text',
          label: { zh: '统一社会信用代码', en: 'Credit code' },
          needed: true,
          pattern: '^[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{18}$',
          patternSays: { zh: '应为 18 位统一社会信用代码（不含 I、O、S、V、Z）', en: 'must be an 18-character credit code' },
        },
        name: { kind: 'text', label: { zh: '曾用名', en: 'Earlier name' } },
        untilOn: { kind: 'day', label: { zh: '变更日期', en: 'Until' } },
      },
    },
    groupMember: { kind: 'check', label: { zh: '集团成员企业', en: 'Member of a group' } },
    groupName: { kind: 'text', label: { zh: '所属集团', en: 'Group' }, longest: 100 },
    addresses: {
      kind: 'rows',
      label: { zh: '注册地变更', en: 'Registered places' },
      note: {
        zh: '每次变更一行；自变更日期起计入新的属地，此前的数不变',
        en: 'one row a move; it counts in the new area from that day on, earlier figures stay',
      },
      columns: {
        area: { kind: 'area', label: { zh: '属地', en: 'Area' }, needed: true },
        fromOn: { kind: 'day', label: { zh: '自', en: 'From' }, needed: true },
        address: { kind: 'text', label: { zh: '地址', en: 'Address' } },
      },
    },
    foundedOn: { kind: 'day', label: { zh: '成立日期', en: 'Founded on' }, needed: true },
    category: {
      kind: 'choice',
      label: { zh: '类别', en: 'Category' },
      needed: true,
      codes: { backbone: { zh: '骨干高企', en: 'Backbone high-tech enterprise' }, startup: { zh: '创业企业', en: 'Start-up' } },
    },
    certificateNo: { kind: 'text', label: { zh: '高企证书号', en: 'Certificate number' }, longest: 40 },
    certificateUntilOn: { kind: 'day', label: { zh: '证书有效期至', en: 'Certificate valid until' } },
    mainTechnology: { kind: 'text', label: { zh: '主攻技术', en: 'Main technology' }, needed: true, longest: 200 },
    years: {
      kind: 'rows',
      label: { zh: '年报', en: 'Yearly figures' },
      columns: {
        year: { kind: 'year', label: { zh: '年度', en: 'Year' }, needed: true, least: 2000, most: 2100 },
        revenue: { kind: 'money', label: { zh: '营业收入', en: 'Revenue' } },
        research: { kind: 'money', label: { zh: '研发费用', en: 'R&D expenditure' } },
        researchers: { kind: 'integer', label: { zh: '研发人员', en: 'R&D staff' }, least: 0 },
        staff: { kind: 'integer', label: { zh: '职工', en: 'Staff' }, least: 0 },
        profit: { kind: 'text', label: { zh: '净利润', en: 'Net profit' }, longest: 40 },
        inventions: { kind: 'integer', label: { zh: '发明专利', en: 'Inventions' }, least: 0 },
        financing: { kind: 'money', label: { zh: '融资', en: 'Financing' } },
      },
    },
    listing: {
      kind: 'choice',
      label: { zh: '上市阶段', en: 'Stage of listing' },
      codes: {
        none: { zh: '未启动', en: 'Not begun' },
        guidance: { zh: '辅导', en: 'In guidance' },
        applied: { zh: '已申报', en: 'Applied' },
        listed: { zh: '已上市', en: 'Listed' },
      },
    },
    consortium: { kind: 'text', label: { zh: '创新联合体', en: 'Innovation consortium' }, longest: 100 },
    evidence: {
      ...evidenceOf(
        {
          certificate: { zh: '高企证书', en: 'Certificate' },
          audit: { zh: '审计报告', en: 'Audit report' },
          research_return: { zh: '研发费用税务表', en: 'Tax form of R&D expenditure' },
          patent_list: { zh: '专利清单', en: 'List of patents' },
          credit_check: { zh: '信用核查', en: 'Credit check' },
        },
        {
          zh: '须有审计报告、研发费用税务表、专利清单、信用核查；骨干高企另附证书',
          en: 'audit report, tax form of R&D, list of patents, credit check; backbone enterprises their certificate too',
        },
      ),
      needed: true,
    },
    ...PLEDGES,
    ...DOCUMENT,
    libraryFromOn: { kind: 'day', label: { zh: '入库日期', en: 'In the library from' }, system: true },
    libraryUntilOn: { kind: 'day', label: { zh: '出库日期', en: 'In the library until' }, system: true },
    ...DEMONSTRATION_FIELDS,
    demonstrationUntilOn: { kind: 'day', label: { zh: '示范止', en: 'Demonstration until' }, system: true },
    leaderBatch: { kind: 'ref', label: { zh: '领军批次', en: 'Batch of leaders' }, to: 'batch', system: true },
    leaderNo: { kind: 'text', label: { zh: '领军文号', en: 'Document of leaders' }, system: true, longest: 60 },
    leaderTitle: { kind: 'text', label: { zh: '领军文件', en: 'Title of the document of leaders' }, system: true },
    leaderFromOn: { kind: 'day', label: { zh: '领军起', en: 'Leader from' }, system: true },
    leaderUntilOn: { kind: 'day', label: { zh: '领军止', en: 'Leader until' }, system: true },
    yearlyReviews: {
      kind: 'rows',
      label: { zh: '年度复核', en: 'Yearly reviews' },
      system: true,
      columns: {
        year: { kind: 'year', label: { zh: '年度', en: 'Year' }, needed: true, least: 2000, most: 2100 },
        result: {
          kind: 'choice',
          label: { zh: '结论', en: 'Result' },
          needed: true,
          codes: { passed: { zh: '合格', en: 'Passed' }, failed: { zh: '不合格', en: 'Failed' } },
        },
        note: { kind: 'text', label: { zh: '说明', en: 'Note' } },
      },
    },
    exitReason: {
      kind: 'choice',
      label: { zh: '出库原因', en: 'Why it left' },
      system: true,
      codes: {
        moved_away: { zh: '迁出', en: 'Moved away' },
        unqualified: { zh: '资质失效', en: 'No longer qualified' },
        dissolved: { zh: '注销', en: 'Dissolved' },
        untrustworthy: { zh: '严重失信', en: 'Seriously untrustworthy' },
        accident: { zh: '重大事故', en: 'Serious accident' },
        not_reporting: { zh: '连续不报', en: 'Repeatedly did not report' },
        other_field: { zh: '转赛道', en: 'Went to another field' },
      },
    },
    ...KEPT,
    ...LEAVING,
    codeKeys: { kind: 'json', label: { zh: '统一社会信用代码（含曾用代码）', en: 'credit code, earlier ones too' }, system: true },
  },
  sections: [
    { ...BASIC_SECTION, fields: [...BASIC_SECTION.fields, 'code', 'predecessors', 'addresses', 'groupMember', 'groupName'] },
    {
      label: { zh: '企业', en: 'The enterprise' },
      fields: ['foundedOn', 'category', 'certificateNo', 'certificateUntilOn', 'mainTechnology', 'years', 'listing', 'consortium'],
    },
    PLEDGE_SECTION,
    {
      label: { zh: '入库', en: 'Library' },
      fields: ['batch', 'documentNo', 'documentTitle', 'documentDate', 'libraryFromOn', 'libraryUntilOn', 'supplementAskedOn'],
    },
    {
      label: { zh: '示范与领军', en: 'Demonstration and leader' },
      fields: [
        'demonstrationBatch',
        'demonstrationNo',
        'demonstrationTitle',
        'demonstrationFromOn',
        'demonstrationUntilOn',
        'leaderBatch',
        'leaderNo',
        'leaderTitle',
        'leaderFromOn',
        'leaderUntilOn',
      ],
    },
    {
      label: { zh: '复核与出库', en: 'Review and exit' },
      fields: ['yearlyReviews', 'exitReason', 'exitedOn', 'revokedOn', 'withdrawalNo', 'withdrawalTitle'],
    },
  ],
  initial: 'draft',
  states: { ...LINE_STATES, ...IN_REVIEW, ...TITLE_STATES },
  moves: {
    ...LINE_MOVES,
    ...TITLE_MOVES,
    ...DEMONSTRATION_MOVES,
    submit: {
      label: { zh: '提交', en: 'Submit' },
      tone: 'main',
      next: true,
      due: BEFORE_THE_CALL_CLOSES,
      needs: [
        needsPaper(['audit'], '审计报告', 'the audit report'),
        needsPaper(['research_return'], '研发费用税务表', 'the tax form of R&D expenditure'),
        needsPaper(['patent_list'], '专利清单', 'the list of patents'),
        needsPaper(['credit_check'], '信用核查', 'the credit check'),
        {
          that: {
            any: [
              { not: { field: 'category', is: 'backbone' } },
              {
                all: [
                  { field: 'certificateNo', filled: true },
                  { field: 'certificateUntilOn', filled: true },
                ],
              },
            ],
          },
          otherwise: { zh: '骨干高企须填高企证书号和有效期', en: 'a backbone enterprise needs its certificate with its validity' },
          field: 'certificateNo',
        },
        NEEDS_PLEDGE,
      ],
    },
  },
  access: { ...LINE_ACCESS, ...BATCH_WITHOUT_NOTICE, ...CARE_ACCESS, ...DEMONSTRATION_ACCESS, ...TITLE_ACCESS },
  decisions: { library: LIBRARY, demonstration: DEMONSTRATION, leader: LEADER },
  search: ['title', 'code', 'mainTechnology'],
  columns: ['title', 'category', 'area', 'code', 'libraryFromOn', 'demonstrationFromOn', 'leaderFromOn'],
  sorts: ['title', 'foundedOn', 'libraryFromOn'],
  keys: { codeKeys: [['code'], ['predecessors.code']] },
  likeness: [['codeKeys'], ['title']],
  counting: enterpriseCounting,
})
