import { register } from '#engine/define/register.ts'
import { LINE_ACCESS, PROVINCE } from '../common/access.ts'
import { IN_PLAN_YEARS, LINE_UNDERWAY, MEASURES, onTheWay, published } from '../common/counting.ts'
import { COMPLETED_LATELY, evidenceOf, NEEDS_PLEDGE, needsPaper } from '../common/evidence.ts'
import { BASIC_SECTION, BASICS, KEPT, PLEDGE_SECTION, PLEDGES } from '../common/fields.ts'
import { BEFORE_THE_CALL_CLOSES, LINE_MOVES, LINE_STATES } from '../common/life-cycle.ts'
import { COUNTED_LEVELS, DRAFTED_HERE, levelMeasures, levelTerms } from './levels.ts'

/**
 * 标准规范: standards. Others publish them, so they are verified and enrolled, not recognised: no public notice, no batch.
 * One counts from its 发布日期 when a drafter of the province stands in its foreword; 废止 or 代替 later takes nothing off.
 */
export const standard = register({
  name: 'standard',
  title: { zh: '标准规范', en: 'Standards' },
  basis: '未来产业“5个100”类行动方案：标准规范；核验要件为通行做法，可由省级调整',
  area: 'area',
  under: 'call',
  fields: {
    title: { kind: 'text', label: { zh: '标准名称', en: 'Title' }, required: true, longest: 60 },
    titleEnglish: { kind: 'text', label: { zh: '英文名称', en: 'English title' }, longest: 200 },
    ...BASICS,
    number: {
      kind: 'text',
      label: { zh: '标准号', en: 'Standard number' },
      longest: 60,
      // Read off the numbers that standards bodies print; national ones of before 1993 have two digits for the year and are none of these.
      pattern:
        '^(?:(?:GB(?:/[TZ])?|[A-Z]{2,6}(?:/T)?|DB\\d{2}(?:\\d{2})?(?:/T)?|T/[A-Z0-9]{2,}|Q/\\w+|ISO(?:/IEC)?|ITU-T)\\s?[\\d.]+(?:-\\d+)*[-—:]\\d{4}|ITU-T [A-Z]\\.[\\d.]+ \\(\\d{2}/\\d{4}\\))$',
      patternSays: {
        zh: '标准号应为“代号 顺序号-年号”，如 GB/T 12345-2025、DB32/T 5073.2—2025、ISO/IEC 42001:2023',
        en: 'a standard number is code, number and year, such as GB/T 12345-2025 or ISO/IEC 42001:2023',
      },
    },
    planNo: { kind: 'text', label: { zh: '计划号', en: 'Plan number' }, longest: 60, note: { zh: '发布前填写', en: 'until it is issued' } },
    level: {
      kind: 'choice',
      label: { zh: '级别', en: 'Level' },
      needed: true,
      codes: {
        international: { zh: '国际标准', en: 'International' },
        national: { zh: '国家标准', en: 'National' },
        sector: { zh: '行业标准', en: 'Sector' },
        local: { zh: '地方标准', en: 'Local' },
        group: { zh: '团体标准', en: 'Group' },
        enterprise: { zh: '企业标准', en: 'Enterprise' },
      },
    },
    nature: {
      kind: 'choice',
      label: { zh: '性质', en: 'Nature' },
      codes: {
        mandatory: { zh: '强制性', en: 'Mandatory' },
        recommended: { zh: '推荐性', en: 'Recommended' },
        guiding: { zh: '指导性', en: 'Guiding' },
      },
    },
    revision: {
      kind: 'choice',
      label: { zh: '制修订', en: 'New or revised' },
      codes: { made: { zh: '制定', en: 'New' }, revised: { zh: '修订', en: 'Revised' } },
    },
    part: {
      kind: 'choice',
      label: { zh: '参与方式', en: 'Part taken' },
      needed: true,
      codes: { lead: { zh: '主导（第一起草单位）', en: 'Leading (first drafter)' }, support: { zh: '参与', en: 'Taking part' } },
    },
    drafters: {
      kind: 'rows',
      label: { zh: '本省起草单位', en: 'Drafters of the province' },
      note: {
        zh: '按前言排序；属地填排序最前的本省单位所在地',
        en: 'in the order of the foreword; the area is that of the first of them',
      },
      columns: {
        unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, needed: true },
        rank: { kind: 'integer', label: { zh: '前言排序', en: 'Place in the foreword' }, needed: true, least: 1 },
      },
    },
    committee: { kind: 'text', label: { zh: '归口标委会', en: 'Technical committee' }, longest: 60 },
    body: {
      kind: 'choice',
      label: { zh: '国际组织', en: 'International body' },
      codes: {
        iso: { zh: 'ISO', en: 'ISO' },
        iec: { zh: 'IEC', en: 'IEC' },
        itu: { zh: 'ITU', en: 'ITU' },
        other: { zh: '其他', en: 'Other' },
      },
    },
    stage: {
      kind: 'choice',
      label: { zh: '阶段', en: 'Stage' },
      needed: true,
      codes: {
        study: { zh: '预研', en: 'Preliminary study' },
        initiated: { zh: '立项', en: 'Initiated' },
        drafting: { zh: '起草', en: 'Drafting' },
        comments: { zh: '征求意见', en: 'Comments asked for' },
        examined: { zh: '审查', en: 'Examined' },
        handed_in: { zh: '报批', en: 'Handed in' },
        issued: { zh: '发布', en: 'Issued' },
        in_force: { zh: '实施', en: 'In force' },
        abolished: { zh: '废止', en: 'Abolished' },
      },
    },
    stageCode: { kind: 'integer', label: { zh: '国际阶段代码', en: 'International stage code' }, least: 0, most: 95 },
    initiationNo: { kind: 'text', label: { zh: '立项公告号', en: 'Notice of initiation' }, longest: 60 },
    issueNo: { kind: 'text', label: { zh: '发布公告号', en: 'Notice of issue' }, longest: 60 },
    completedOn: { kind: 'day', label: { zh: '发布日期', en: 'Issued on' } },
    inForceOn: { kind: 'day', label: { zh: '实施日期', en: 'In force from' } },
    replaces: { kind: 'text', label: { zh: '代替号', en: 'Replaces' }, longest: 200 },
    projectNo: { kind: 'text', label: { zh: '来源项目', en: 'Source project' }, longest: 60 },
    evidence: evidenceOf(
      {
        cover: { zh: '标准封面', en: 'Cover' },
        foreword: { zh: '标准前言', en: 'Foreword' },
        issue_notice: { zh: '发布公告', en: 'Notice of issue' },
        initiation_notice: { zh: '立项公告', en: 'Notice of initiation' },
      },
      { zh: '入册须有封面、前言、发布公告', en: 'enrolment needs cover, foreword and notice of issue' },
    ),
    ...PLEDGES,
    ...KEPT,
    enrolledOn: { kind: 'day', label: { zh: '入册日期', en: 'Enrolled on' }, system: true },
    numberKeys: { kind: 'json', label: { zh: '标准号或计划号', en: 'standard or plan number' }, system: true },
  },
  sections: [
    BASIC_SECTION,
    {
      label: { zh: '标准', en: 'The standard' },
      fields: ['titleEnglish', 'number', 'planNo', 'level', 'nature', 'revision', 'committee', 'body', 'replaces', 'projectNo'],
    },
    {
      label: { zh: '起草与进度', en: 'Drafting and stage' },
      fields: ['part', 'drafters', 'stage', 'stageCode', 'initiationNo', 'issueNo', 'completedOn', 'inForceOn'],
    },
    PLEDGE_SECTION,
    { label: { zh: '入册', en: 'Enrolment' }, fields: ['enrolledOn', 'supplementAskedOn', 'revokedOn', 'withdrawalNo', 'withdrawalTitle'] },
  ],
  initial: 'draft',
  states: {
    ...LINE_STATES,
    inReview: {
      label: { zh: '核验', en: 'Being verified' },
      moves: { enrol: 'published', recordInitiation: 'initiated', return: 'returned', decline: 'declined' },
      tone: 'waiting',
    },
    initiated: {
      label: { zh: '已立项（推进）', en: 'Initiated (under way)' },
      moves: { submit: 'submitted' },
      editable: true,
      tone: 'plain',
    },
    published: { label: { zh: '已入册', en: 'Enrolled' }, moves: { revoke: 'revoked' }, tone: 'good' },
  },
  moves: {
    ...LINE_MOVES,
    submit: {
      label: { zh: '提交', en: 'Submit' },
      tone: 'main',
      next: true,
      due: BEFORE_THE_CALL_CLOSES,
      needs: [
        {
          that: {
            any: [
              { field: 'number', filled: true },
              { field: 'planNo', filled: true },
            ],
          },
          otherwise: { zh: '须填标准号；尚未发布的填计划号', en: 'give the standard number, or the plan number until it is issued' },
          field: 'number',
        },
        NEEDS_PLEDGE,
      ],
    },
    recordInitiation: {
      label: { zh: '登记立项', en: 'Record its initiation' },
      reason: 'optional',
      needs: [needsPaper(['initiation_notice'], '立项公告', 'the notice of initiation')],
    },
    enrol: {
      label: { zh: '核验入册', en: 'Verify and enrol' },
      reason: 'optional',
      tone: 'main',
      next: true,
      stamps: { enrolledOn: { always: true } },
      tells: 'published',
      needs: [
        {
          that: { field: 'number', filled: true },
          otherwise: {
            zh: '入册须有标准号；只有计划号的请“登记立项”',
            en: 'enrolment needs the standard number; record the initiation of one that has only a plan number',
          },
          field: 'number',
        },
        {
          that: { field: 'completedOn', filled: true },
          otherwise: { zh: '入册须填发布日期', en: 'enrolment needs the day of issue' },
          field: 'completedOn',
        },
        {
          that: { field: 'stage', oneOf: ['issued', 'in_force', 'abolished'] },
          otherwise: { zh: '阶段须为发布、实施或废止，方可入册', en: 'only what was issued can be enrolled' },
          field: 'stage',
        },
        needsPaper(['cover'], '标准封面', 'the cover'),
        needsPaper(['foreword'], '标准前言', 'the foreword'),
        needsPaper(['issue_notice'], '发布公告', 'the notice of issue'),
      ],
    },
  },
  access: { ...LINE_ACCESS, enrol: PROVINCE, recordInitiation: PROVINCE },
  checks: [COMPLETED_LATELY],
  search: ['title', 'number', 'planNo', 'committee'],
  columns: ['title', 'number', 'level', 'area', 'leadUnit', 'completedOn'],
  sorts: ['title', 'completedOn', 'number'],
  keys: { numberKeys: [['number'], ['planNo']] },
  likeness: [['numberKeys']],
  counting: {
    standards_made: {
      version: 1,
      title: { zh: '研制标准规范', en: 'Standards made' },
      unit: { zh: '项', en: 'standards' },
      measures: { ...MEASURES, ...levelMeasures },
      counted: 'published',
      details: Object.keys(levelMeasures),
      terms: [
        ...onTheWay([...LINE_UNDERWAY, 'initiated']),
        ...published({
          measure: 'published',
          states: ['published', 'revoked'],
          which: [...IN_PLAN_YEARS, DRAFTED_HERE, { field: 'level', oneOf: COUNTED_LEVELS }],
          countsOn: 'completedOn',
        }),
        ...levelTerms,
      ],
      parts: {
        local_or_sector: { title: { zh: '地方或行业标准', en: 'Local or sector standards' }, measures: ['local_or_sector'] },
        national: { title: { zh: '国家标准', en: 'National standards' }, measures: ['national'] },
        international: { title: { zh: '国际标准', en: 'International standards' }, measures: ['international'] },
      },
    },
  },
})
