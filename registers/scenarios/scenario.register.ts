import { register } from '#engine/define/register.ts'
import { AUTHOR_OR_CLERK, BATCH_ACCESS, CARE_ACCESS, DEMONSTRATION_ACCESS, LINE_ACCESS, PROVINCE } from '../common/access.ts'
import { COMPLETED_LATELY, evidenceOf, hasPaper, NEEDS_PLEDGE, needsPaper } from '../common/evidence.ts'
import {
  BASIC_SECTION,
  BASICS,
  DEMONSTRATION_FIELDS,
  KEPT,
  LEAVING,
  PLEDGE_SECTION,
  PLEDGES,
  PUBLICATION,
  PUBLICATION_SECTION,
} from '../common/fields.ts'
import {
  BATCH_MOVES,
  BATCH_STATES,
  BEFORE_THE_CALL_CLOSES,
  CARE_MOVES,
  CARE_STATES,
  DEMONSTRATION,
  DEMONSTRATION_MOVES,
  DEMONSTRATION_STATES,
  LINE_MOVES,
  LINE_STATES,
  PUBLISH,
} from '../common/life-cycle.ts'
import { scenarioCounting } from './counting.ts'

/**
 * 应用场景: scenarios, from the need to the demonstration: 需求 → 方案征集 → 遴选 → 在建 → 验收 → 公布 → 示范 → 退出.
 * Built ones count; 示范 is a dated mark by a batch of its own. One that stopped running exits and counts off from that day.
 */
export const scenario = register({
  name: 'scenario',
  title: { zh: '应用场景', en: 'Scenarios' },
  basis: '未来产业“5个100”类行动方案：应用场景；佐证与状态为通行做法，可由省级调整',
  area: 'area',
  under: 'call',
  fields: {
    title: { kind: 'text', label: { zh: '场景名称', en: 'Name' }, required: true, longest: 60 },
    ...BASICS,
    category: {
      kind: 'choice',
      label: { zh: '场景类别', en: 'Category' },
      needed: true,
      codes: {
        early: { zh: '早期验证', en: 'Early validation' },
        fusion_general: { zh: '融合应用-综合性', en: 'Fused application, general' },
        fusion_sector: { zh: '融合应用-行业类', en: 'Fused application, by sector' },
        demonstration: { zh: '典型示范', en: 'Typical demonstration' },
      },
    },
    level: {
      kind: 'choice',
      label: { zh: '层级', en: 'Level' },
      needed: true,
      codes: {
        unit: { zh: '单位', en: 'Unit' },
        park: { zh: '园区', en: 'Park' },
        city: { zh: '城市', en: 'City' },
        region: { zh: '区域', en: 'Region' },
      },
    },
    theme: {
      kind: 'choice',
      label: { zh: '主题', en: 'Theme' },
      codes: {
        city: { zh: '未来城市', en: 'Future city' },
        factory: { zh: '未来工厂', en: 'Future factory' },
        hospital: { zh: '未来医院', en: 'Future hospital' },
        other: { zh: '其他', en: 'Other' },
      },
    },
    ownerName: { kind: 'text', label: { zh: '场景业主', en: 'Owner' }, needed: true, longest: 100 },
    ownerCode: { kind: 'uscc', label: { zh: '业主统一社会信用代码', en: 'Owner’s credit code' }, needed: true },
    site: { kind: 'text', label: { zh: '地点', en: 'Site' }, needed: true, longest: 100 },
    suppliers: {
      kind: 'rows',
      label: { zh: '技术供给方', en: 'Suppliers of technology' },
      columns: {
        unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, needed: true },
        area: { kind: 'area', label: { zh: '属地', en: 'Area' } },
        work: { kind: 'text', label: { zh: '供给内容', en: 'What it supplies' } },
      },
    },
    technology: { kind: 'ref', label: { zh: '采用技术', en: 'Technology used' }, to: 'technology' },
    technologies: {
      kind: 'rows',
      label: { zh: '采用技术清单', en: 'All technologies used' },
      columns: {
        name: { kind: 'text', label: { zh: '技术名称', en: 'Technology' }, needed: true },
        source: { kind: 'text', label: { zh: '来源', en: 'Where it comes from' } },
      },
    },
    publicFunds: { kind: 'money', label: { zh: '财政投资', en: 'Public funds' } },
    ownFunds: { kind: 'money', label: { zh: '自筹投资', en: 'Own funds' } },
    startedOn: { kind: 'day', label: { zh: '开工日期', en: 'Work started on' } },
    builtOn: { kind: 'day', label: { zh: '建成日期', en: 'Built on' } },
    completedOn: { kind: 'day', label: { zh: '验收日期', en: 'Accepted on' } },
    effects: {
      kind: 'rows',
      label: { zh: '成效', en: 'Effects' },
      columns: {
        name: { kind: 'text', label: { zh: '指标', en: 'Figure' }, needed: true },
        unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 20 },
        before: { kind: 'text', label: { zh: '实施前', en: 'Before' }, longest: 40 },
        after: { kind: 'text', label: { zh: '实施后', en: 'After' }, longest: 40 },
        source: { kind: 'text', label: { zh: '依据', en: 'Source' } },
      },
    },
    opening: { kind: 'text', label: { zh: '开放方式', en: 'How it is open' }, longest: 100 },
    spread: {
      kind: 'rows',
      label: { zh: '推广去向', en: 'Where it spread' },
      columns: {
        area: { kind: 'area', label: { zh: '地区', en: 'Area' } },
        unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, needed: true },
        on: { kind: 'day', label: { zh: '日期', en: 'Date' } },
      },
    },
    evidence: evidenceOf(
      {
        demand_notice: { zh: '需求发布', en: 'Notice of the need' },
        contract: { zh: '合同', en: 'Contract' },
        acceptance_opinion: { zh: '验收意见', en: 'Opinion on acceptance' },
        running_data: { zh: '不少于三个月的运行数据', en: 'Three months of running data' },
        user_statement: { zh: '用户证明', en: 'User statement' },
        ethics_review: { zh: '伦理审查', en: 'Ethics review' },
        road_test: { zh: '道路测试许可', en: 'Road test permit' },
        clinical_permit: { zh: '临床许可', en: 'Clinical permit' },
      },
      {
        zh: '提交附需求发布；验收附合同、验收意见和三个月运行数据（或用户证明）；依法须伦理审查、道路测试或临床许可的一并附上',
        en: 'the notice of the need first; on acceptance the contract, the opinion and three months of data (or a user statement), and permits where due',
      },
    ),
    permitDue: {
      kind: 'check',
      label: { zh: '须伦理审查、道路测试或临床许可', en: 'Needs an ethics review, road test or clinical permit' },
    },
    ...PLEDGES,
    ...PUBLICATION,
    ...DEMONSTRATION_FIELDS,
    ...KEPT,
    ...LEAVING,
    siteKeys: { kind: 'json', label: { zh: '业主、地点与技术', en: 'owner, site and technology' }, system: true },
  },
  sections: [
    BASIC_SECTION,
    {
      label: { zh: '场景', en: 'The scenario' },
      fields: ['category', 'level', 'theme', 'ownerName', 'ownerCode', 'site', 'opening'],
    },
    { label: { zh: '技术', en: 'Technology' }, fields: ['technology', 'technologies', 'suppliers'] },
    {
      label: { zh: '建设与成效', en: 'Building and effects' },
      fields: ['publicFunds', 'ownFunds', 'startedOn', 'builtOn', 'completedOn', 'effects', 'spread', 'permitDue'],
    },
    PLEDGE_SECTION,
    PUBLICATION_SECTION,
    {
      label: { zh: '示范与退出', en: 'Demonstration and exit' },
      fields: ['demonstrationBatch', 'demonstrationNo', 'demonstrationTitle', 'demonstrationFromOn', 'exitedOn'],
    },
  ],
  initial: 'draft',
  states: {
    ...LINE_STATES,
    accepted: { ...LINE_STATES.accepted, moves: { ...LINE_STATES.accepted.moves, passForm: 'soliciting' } },
    soliciting: {
      label: { zh: '方案征集', en: 'Solutions asked for' },
      moves: { closeCall: 'choosing', decline: 'declined' },
      tone: 'waiting',
    },
    choosing: { label: { zh: '遴选', en: 'Solutions being chosen' }, moves: { choose: 'building', decline: 'declined' }, tone: 'waiting' },
    building: {
      label: { zh: '在建', en: 'Being built' },
      moves: { handOver: 'inReview', giveUp: 'withdrawn' },
      editable: true,
      tone: 'plain',
    },
    inReview: {
      label: { zh: '验收核验', en: 'Acceptance being verified' },
      moves: { passReview: 'reviewed', return: 'building', decline: 'declined' },
      tone: 'waiting',
    },
    ...BATCH_STATES,
    published: {
      label: { zh: '已公布', en: 'Published' },
      moves: { proposeDemonstration: 'demonstrationProposed', rectify: 'rectifying', exit: 'exited', revoke: 'revoked' },
      tone: 'good',
    },
    ...DEMONSTRATION_STATES,
    demonstrating: {
      label: { zh: '示范', en: 'Demonstration' },
      moves: { rectify: 'rectifyingDemonstration', exit: 'exited', revoke: 'revoked' },
      tone: 'good',
    },
    ...CARE_STATES,
  },
  moves: {
    ...LINE_MOVES,
    ...BATCH_MOVES,
    ...DEMONSTRATION_MOVES,
    ...CARE_MOVES,
    submit: {
      label: { zh: '提交', en: 'Submit' },
      tone: 'main',
      next: true,
      due: BEFORE_THE_CALL_CLOSES,
      needs: [
        {
          that: {
            any: [
              { field: 'technology', filled: true },
              { field: 'technologies', filled: true },
            ],
          },
          otherwise: { zh: '须至少列出一项采用的技术', en: 'name at least one technology that it uses' },
          field: 'technologies',
        },
        needsPaper(['demand_notice'], '需求发布', 'the notice of the need'),
        NEEDS_PLEDGE,
      ],
    },
    closeCall: { label: { zh: '征集结束', en: 'Close the call for solutions' }, reason: 'optional', tone: 'main', next: true },
    choose: { label: { zh: '遴选确定', en: 'Choose the solution' }, reason: 'optional', tone: 'main', next: true },
    giveUp: { label: { zh: '中止建设', en: 'Give up building' }, reason: 'required', tone: 'danger' },
    handOver: {
      label: { zh: '提交验收', en: 'Hand over for acceptance' },
      tone: 'main',
      next: true,
      needs: [
        { that: { field: 'suppliers', filled: true }, otherwise: { zh: '须填技术供给方', en: 'name the suppliers' }, field: 'suppliers' },
        { that: { field: 'builtOn', filled: true }, otherwise: { zh: '须填建成日期', en: 'give the day it was built' }, field: 'builtOn' },
        {
          that: { field: 'completedOn', filled: true },
          otherwise: { zh: '须填验收日期', en: 'give the day of acceptance' },
          field: 'completedOn',
        },
        { that: { field: 'effects', filled: true }, otherwise: { zh: '须填成效', en: 'say what it effects' }, field: 'effects' },
        needsPaper(['contract'], '合同', 'the contract'),
        needsPaper(['acceptance_opinion'], '验收意见', 'the opinion on acceptance'),
        needsPaper(
          ['running_data', 'user_statement'],
          '不少于三个月的运行数据或用户证明',
          'three months of running data or a user statement',
        ),
        {
          that: { any: [{ not: { field: 'permitDue', is: true } }, hasPaper('ethics_review', 'road_test', 'clinical_permit')] },
          otherwise: {
            zh: '佐证须有伦理审查、道路测试或临床许可之一（附文件）',
            en: 'evidence needs the ethics review, road test or clinical permit (with its file)',
          },
          field: 'evidence',
        },
      ],
    },
  },
  access: {
    ...LINE_ACCESS,
    ...BATCH_ACCESS,
    ...CARE_ACCESS,
    ...DEMONSTRATION_ACCESS,
    closeCall: PROVINCE,
    choose: PROVINCE,
    handOver: AUTHOR_OR_CLERK,
    giveUp: AUTHOR_OR_CLERK,
  },
  decisions: { publish: PUBLISH, demonstration: DEMONSTRATION },
  checks: [COMPLETED_LATELY],
  search: ['title', 'ownerName', 'site', 'documentNo'],
  columns: ['title', 'category', 'area', 'ownerName', 'completedOn', 'demonstrationFromOn'],
  sorts: ['title', 'completedOn', 'countsOn'],
  // Phases two and three of one site are one scenario.
  keys: { siteKeys: [['ownerCode', 'site', 'technologies.name']] },
  likeness: [['siteKeys'], ['title']],
  counting: scenarioCounting,
})
