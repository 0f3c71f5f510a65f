import type { Expression } from '#engine/define/expression.ts'
import type { Check } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'

/** 佐证: papers of these types, each with its file, number, issuer and date. */
export function evidenceOf(codes: Readonly<Record<string, Words>>, note: Words) {
  return {
    kind: 'rows',
    label: { zh: '佐证材料', en: 'Evidence' },
    note,
    columns: {
      type: { kind: 'choice', label: { zh: '类型', en: 'Type' }, needed: true, codes: { ...codes, other: { zh: '其他', en: 'Other' } } },
      files: { kind: 'files', label: { zh: '文件', en: 'Files' }, needed: true, most: 5 },
      number: { kind: 'text', label: { zh: '编号', en: 'Number' }, longest: 60 },
      issuer: { kind: 'text', label: { zh: '出具单位', en: 'Issued by' }, longest: 100 },
      issuedOn: { kind: 'day', label: { zh: '日期', en: 'Date' } },
    },
  } as const
}

/** Whether one of these papers hangs on the entry with its file. */
export function hasPaper(...types: readonly string[]): Expression {
  return {
    field: 'evidence',
    some: {
      all: [
        { field: 'type', oneOf: types },
        { field: 'files', filled: true },
      ],
    },
  }
}

/** One of these papers must hang on the entry before the move. */
export function needsPaper(types: readonly string[], zh: string, en: string): Check {
  return {
    that: hasPaper(...types),
    otherwise: { zh: `佐证须有${zh}（附文件）`, en: `evidence needs ${en} (with its file)` },
    field: 'evidence',
  }
}

export const NEEDS_PLEDGE: Check = {
  that: { field: 'secrecyPledge', is: true },
  otherwise: { zh: '须承诺不含涉密内容', en: 'the pledge that it holds no secrets must be given' },
  field: 'secrecyPledge',
}

/** Work of before 1990 is a slip of the hand. */
export const COMPLETED_LATELY: Check = {
  that: {
    any: [
      { field: 'completedOn', filled: false },
      { field: 'completedOn', atLeast: '1990-01-01' },
    ],
  },
  otherwise: { zh: '完成日期早于1990年，请核对', en: 'completed before 1990? check the date' },
  field: 'completedOn',
}
