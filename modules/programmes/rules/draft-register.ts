import type { CountingRule } from '#engine/define/counting.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { RegisterKind } from '#policy-text/index.ts'

/** A list of a plan that no register keeps. */
export interface ListToKeep {
  readonly name: string
  readonly kind: RegisterKind | null
  /** Where it stands in the text: what tells its register from others. */
  readonly start: number
  readonly basis: string
}

const PLANNER: Expression = { any: [{ role: 'planner' }, { role: 'division_head' }] }
const FIRST = 60

/** Kinds that are filled entry by entry. */
const KEPT: readonly (RegisterKind | null)[] = ['list', 'library', 'catalogue', 'ranking', 'database']

/**
 * A definition to start from, in the product's own form: what any such list needs (name, place, source, days, evidence), what its kind
 * adds, and a life from draft over check to publication. None for a platform, a map or a mechanism, which no list of entries is.
 */
export function draftRegister(
  { name, kind, start, basis }: ListToKeep,
  counting?: Readonly<Record<string, CountingRule>>,
): Register | null {
  if (!KEPT.includes(kind)) return null
  const words = { zh: name, en: name }
  return {
    name: `list_${start}`,
    title: words,
    basis,
    area: 'area',
    fields: {
      title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 100 },
      area: { kind: 'area', label: { zh: '属地', en: 'Area' }, required: true },
      unitName: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 100 },
      ...OF_KIND[kind ?? 'list'],
      evidence: { kind: 'files', label: { zh: '佐证材料', en: 'Evidence' }, most: 20 },
      publishedOn: { kind: 'day', label: { zh: '公布日期', en: 'Published on' }, needed: true },
      documentNo: { kind: 'text', label: { zh: '公布文号', en: 'Document number' }, longest: FIRST },
      note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 2000 },
    },
    initial: 'draft',
    states: {
      draft: { label: { zh: '草稿', en: 'Draft' }, moves: { check: 'checked' }, editable: true, tone: 'plain' },
      checked: {
        label: { zh: '已审核', en: 'Checked' },
        moves: { publish: 'published', sendBack: 'draft' },
        editable: true,
        tone: 'waiting',
      },
      published: { label: { zh: '已公布', en: 'Published' }, moves: { withdraw: 'withdrawn' }, tone: 'good' },
      withdrawn: { label: { zh: '已移出', en: 'Withdrawn' }, moves: {}, tone: 'bad' },
    },
    moves: {
      check: { label: { zh: '审核', en: 'Check' } },
      sendBack: { label: { zh: '退回', en: 'Send back' }, reason: 'required' },
      publish: { label: { zh: '公布', en: 'Publish' }, needs: [PUBLISHED_ON] },
      withdraw: { label: { zh: '移出', en: 'Withdraw' }, reason: 'required', tone: 'danger' },
    },
    access: {
      read: { always: true },
      create: PLANNER,
      edit: PLANNER,
      check: PLANNER,
      sendBack: PLANNER,
      publish: PLANNER,
      withdraw: PLANNER,
    },
    search: ['title', 'unitName'],
    columns: ['title', 'area', 'unitName', 'publishedOn'],
    ...(counting && { counting }),
  }
}

const PUBLISHED_ON = {
  that: { field: 'publishedOn', filled: true },
  otherwise: { zh: '须填写公布日期', en: 'the day of publication is missing' },
  field: 'publishedOn',
} as const

/** What a kind of list asks for besides (domain rules 9.6). */
const OF_KIND: Readonly<Record<RegisterKind, Register['fields']>> = {
  list: { dueOn: { kind: 'day', label: { zh: '完成时限', en: 'Due on' } } },
  library: {
    enteredOn: { kind: 'day', label: { zh: '入库日期', en: 'Entered on' } },
    leftOn: { kind: 'day', label: { zh: '出库日期', en: 'Left on' } },
    why: { kind: 'text', label: { zh: '入库或出库依据', en: 'Why it entered or left' }, longest: 300 },
  },
  catalogue: {
    reviewOn: { kind: 'day', label: { zh: '复评日期', en: 'To be reviewed on' } },
    edition: { kind: 'text', label: { zh: '版次', en: 'Edition' }, longest: FIRST },
  },
  ranking: {
    year: { kind: 'year', label: { zh: '年度', en: 'Year' }, least: 1990 },
    rank: { kind: 'integer', label: { zh: '名次', en: 'Rank' }, least: 1 },
    score: { kind: 'decimal', label: { zh: '得分', en: 'Score' } },
  },
  database: { source: { kind: 'text', label: { zh: '数据来源', en: 'Source' }, longest: 300 } },
  platform: {},
  map: {},
  mechanism: {},
}

/** How entries of such a register would be counted: those published, on the day of publication. */
export function draftRule(title: string, unit: string): CountingRule {
  return {
    version: 1,
    title: { zh: title, en: title },
    unit: { zh: unit, en: unit },
    measures: { published: { zh: '已公布', en: 'Published' } },
    counted: 'published',
    terms: [{ measure: 'published', when: { field: 'state', is: 'published' }, countsOn: 'publishedOn' }],
  }
}
