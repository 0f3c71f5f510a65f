import { register } from '#engine/define/register.ts'
import { BATCH_ACCESS, CARE_ACCESS, LINE_ACCESS, PROVINCE } from '../common/access.ts'
import { COMPLETED_LATELY, evidenceOf, NEEDS_PLEDGE, needsPaper } from '../common/evidence.ts'
import { BASIC_SECTION, BASICS, KEPT, LEAVING, PLEDGE_SECTION, PLEDGES, PUBLICATION, PUBLICATION_SECTION } from '../common/fields.ts'
import {
  BATCH_MOVES,
  BATCH_STATES,
  BEFORE_THE_CALL_CLOSES,
  CARE_MOVES,
  CARE_STATES,
  LINE_MOVES,
  LINE_STATES,
  PUBLISH,
} from '../common/life-cycle.ts'
import { INCUBATOR_STANDS, parkCounting } from './counting.ts'

/**
 * 科创园区: benchmark incubators and pilot parks of future industries. The on-site check comes before the list; one site holds one
 * title of a type. Whether a pilot's site holds an incubator is answered at its publication, and again when an incubator follows.
 */
export const park = register({
  name: 'park',
  title: { zh: '科创园区', en: 'Parks' },
  basis: '未来产业“5个100”类行动方案：科创园区；佐证与状态为通行做法，可由省级调整',
  area: 'area',
  under: 'call',
  fields: {
    title: { kind: 'text', label: { zh: '园区名称', en: 'Name' }, required: true, longest: 60 },
    ...BASICS,
    parkType: {
      kind: 'choice',
      label: { zh: '类型', en: 'Type' },
      required: true,
      codes: {
        incubator: { zh: '标杆孵化器', en: 'Benchmark incubator' },
        pilot: { zh: '未来产业科技园试点', en: 'Pilot park of future industries' },
      },
    },
    manner: {
      kind: 'choice',
      label: { zh: '建设方式', en: 'How it is made' },
      needed: true,
      codes: { raised: { zh: '提升', en: 'Raised' }, merged: { zh: '整合', en: 'Merged' }, made: { zh: '新建', en: 'New' } },
    },
    support: {
      kind: 'choice',
      label: { zh: '依托', en: 'Supported by' },
      needed: true,
      codes: {
        university: { zh: '高校', en: 'University' },
        zone: { zh: '高新区', en: 'High-tech zone' },
        enterprise: { zh: '领军企业', en: 'Leading enterprise' },
        investor: { zh: '投资机构', en: 'Investor' },
      },
    },
    operatorName: { kind: 'text', label: { zh: '运营机构', en: 'Operator' }, needed: true, longest: 100 },
    operatorCode: { kind: 'uscc', label: { zh: '运营机构统一社会信用代码', en: 'Operator’s credit code' }, needed: true },
    site: { kind: 'text', label: { zh: '场地', en: 'Site' }, needed: true, longest: 100 },
    qualification: {
      kind: 'choice',
      label: { zh: '原资质', en: 'Qualification so far' },
      codes: {
        national_incubator: { zh: '国家级孵化器', en: 'National incubator' },
        provincial_incubator: { zh: '省级孵化器', en: 'Provincial incubator' },
        maker_space: { zh: '众创空间', en: 'Maker space' },
        university_park: { zh: '大学科技园', en: 'University park' },
        none: { zh: '无', en: 'None' },
      },
    },
    floorArea: { kind: 'decimal', label: { zh: '面积', en: 'Floor area' }, unit: '平方米', needed: true },
    tenants: {
      kind: 'rows',
      label: { zh: '在孵企业', en: 'Enterprises in incubation' },
      columns: {
        name: { kind: 'text', label: { zh: '企业', en: 'Enterprise' }, needed: true },
        code: {
          kind: 'text',
          label: { zh: '统一社会信用代码', en: 'Credit code' },
          needed: true,
          pattern: '^[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{18}$',
          patternSays: { zh: '应为 18 位统一社会信用代码（不含 I、O、S、V、Z）', en: 'must be an 18-character credit code' },
        },
        fromOn: { kind: 'day', label: { zh: '入驻日期', en: 'From' } },
      },
    },
    futureShare: { kind: 'decimal', label: { zh: '未来产业占比', en: 'Share of future industries' }, unit: '%' },
    graduates: { kind: 'integer', label: { zh: '毕业企业数', en: 'Enterprises that graduated' }, least: 0 },
    fund: { kind: 'money', label: { zh: '孵化基金', en: 'Incubation fund' } },
    platforms: {
      kind: 'rows',
      label: { zh: '专业平台', en: 'Technical platforms' },
      columns: {
        name: { kind: 'text', label: { zh: '平台', en: 'Platform' }, needed: true },
        work: { kind: 'text', label: { zh: '服务内容', en: 'What it does' } },
      },
    },
    staff: { kind: 'integer', label: { zh: '专职人员', en: 'Full-time staff' }, least: 0 },
    completedOn: { kind: 'day', label: { zh: '建成日期', en: 'Completed on' }, needed: true },
    evidence: {
      ...evidenceOf(
        {
          building_plan: { zh: '建设方案', en: 'Plan of building' },
          site_papers: { zh: '场地证明', en: 'Papers of the site' },
          tenant_list: { zh: '在孵企业清单', en: 'List of enterprises' },
          fund_agreement: { zh: '基金协议', en: 'Agreement on the fund' },
        },
        {
          zh: '须有建设方案、场地证明、在孵企业清单、基金协议',
          en: 'plan of building, papers of the site, list of enterprises, agreement on the fund',
        },
      ),
      needed: true,
    },
    ...PLEDGES,
    siteReport: { kind: 'files', label: { zh: '现场考察表', en: 'Report of the site visit' }, most: 5, system: true },
    siteCheckedOn: { kind: 'day', label: { zh: '现场考察日期', en: 'Site checked on' }, system: true },
    ...PUBLICATION,
    freeSite: { kind: 'check', label: { zh: '同一场地无孵化器', en: 'No incubator on the site' }, system: true },
    yearlyReviews: {
      kind: 'rows',
      label: { zh: '年度评价', en: 'Yearly reviews' },
      system: true,
      columns: {
        year: { kind: 'year', label: { zh: '年度', en: 'Year' }, needed: true, least: 2000, most: 2100 },
        result: {
          kind: 'choice',
          label: { zh: '结论', en: 'Result' },
          needed: true,
          codes: { good: { zh: '优秀', en: 'Excellent' }, passed: { zh: '合格', en: 'Passed' }, failed: { zh: '不合格', en: 'Failed' } },
        },
        note: { kind: 'text', label: { zh: '说明', en: 'Note' } },
      },
    },
    ...KEPT,
    ...LEAVING,
    siteKeys: { kind: 'json', label: { zh: '运营机构与场地', en: 'operator and site' }, system: true },
    titleKeys: { kind: 'json', label: { zh: '运营机构、场地与类型', en: 'operator, site and type' }, system: true },
  },
  sections: [
    BASIC_SECTION,
    {
      label: { zh: '园区', en: 'The park' },
      fields: ['parkType', 'manner', 'support', 'operatorName', 'operatorCode', 'site', 'qualification', 'floorArea', 'completedOn'],
    },
    { label: { zh: '孵化', en: 'Incubation' }, fields: ['tenants', 'futureShare', 'graduates', 'fund', 'platforms', 'staff'] },
    PLEDGE_SECTION,
    { label: { zh: '现场考察', en: 'Site visit' }, fields: ['siteReport', 'siteCheckedOn'] },
    PUBLICATION_SECTION,
    { label: { zh: '评价与摘牌', en: 'Reviews and exit' }, fields: ['freeSite', 'yearlyReviews', 'exitedOn'] },
  ],
  initial: 'draft',
  states: {
    ...LINE_STATES,
    inReview: {
      label: { zh: '答辩', en: 'Defence' },
      moves: { passReview: 'onSite', return: 'returned', decline: 'declined' },
      tone: 'waiting',
    },
    onSite: { label: { zh: '现场考察', en: 'Site visit' }, moves: { passSite: 'reviewed', decline: 'declined' }, tone: 'waiting' },
    ...BATCH_STATES,
    published: {
      label: { zh: '已公布', en: 'Published' },
      moves: { reviewYear: 'published', shareSite: 'published', rectify: 'rectifying', exit: 'exited', revoke: 'revoked' },
      tone: 'good',
    },
    ...CARE_STATES,
    rectifying: { ...CARE_STATES.rectifying, moves: { ...CARE_STATES.rectifying.moves, shareSite: 'rectifying' } },
    exited: { label: { zh: '摘牌', en: 'Title taken' }, moves: {}, tone: 'bad' },
  },
  moves: {
    ...LINE_MOVES,
    ...BATCH_MOVES,
    ...CARE_MOVES,
    submit: {
      label: { zh: '提交', en: 'Submit' },
      tone: 'main',
      next: true,
      due: BEFORE_THE_CALL_CLOSES,
      needs: [
        needsPaper(['building_plan'], '建设方案', 'the plan of building'),
        needsPaper(['site_papers'], '场地证明', 'the papers of the site'),
        needsPaper(['tenant_list'], '在孵企业清单', 'the list of enterprises'),
        needsPaper(['fund_agreement'], '基金协议', 'the agreement on the fund'),
        {
          that: { field: 'tenants', some: { field: 'code', filled: true } },
          otherwise: { zh: '在孵企业须逐家填统一社会信用代码', en: 'the enterprises must be listed with their credit codes' },
          field: 'tenants',
        },
        NEEDS_PLEDGE,
      ],
    },
    passReview: { label: { zh: '答辩通过', en: 'Defence passed' }, reason: 'optional', tone: 'main', next: true },
    passSite: {
      label: { zh: '现场考察通过', en: 'Site visit passed' },
      reason: 'optional',
      tone: 'main',
      next: true,
      asks: ['siteReport'],
      stamps: { siteCheckedOn: { always: true } },
    },
    propose: {
      label: { zh: '列入拟定名单', en: 'Propose' },
      via: ['selection.add-to-batch'],
      needs: [
        {
          that: { field: 'siteReport', filled: true },
          otherwise: { zh: '须先完成现场考察并附现场考察表', en: 'the site must have been visited, with the report' },
          field: 'siteReport',
        },
      ],
    },
    reviewYear: { label: { zh: '年度评价', en: 'Yearly review' }, reason: 'optional', asks: ['yearlyReviews'] },
    shareSite: { label: { zh: '同一场地公布孵化器', en: 'An incubator on its site' }, via: ['selection.publish-batch'] },
    exit: { ...CARE_MOVES.exit, label: { zh: '摘牌', en: 'Take the title' } },
  },
  access: { ...LINE_ACCESS, ...BATCH_ACCESS, ...CARE_ACCESS, passSite: PROVINCE, reviewYear: PROVINCE, shareSite: PROVINCE },
  decisions: { publish: { ...PUBLISH, distinct: { field: 'freeSite', by: 'siteKeys', from: INCUBATOR_STANDS, loses: 'shareSite' } } },
  checks: [COMPLETED_LATELY],
  search: ['title', 'operatorName', 'site', 'documentNo'],
  columns: ['title', 'parkType', 'area', 'operatorName', 'completedOn'],
  sorts: ['title', 'completedOn', 'countsOn'],
  keys: { siteKeys: [['operatorCode', 'site']], titleKeys: [['operatorCode', 'site', 'parkType']] },
  likeness: [['titleKeys'], ['title']],
  counting: parkCounting,
})
