import { z } from 'zod'
import { cellText, EMPTY, wrong } from './cell.ts'
import { fault, kind } from './kind.ts'

/** A statement that is true or not: 不含涉密内容的承诺. */
export const check = kind({
  options: {},
  control: 'check',
  facet: 'value',
  column: () => 'boolean',
  schema: () => z.boolean(fault('应为是或否', 'must be yes or no')),
  print: (value, _options, language) => (value === null || value === undefined ? '' : YES_NO[language][value === true ? 0 : 1]),
  sheet: () => ({ format: 'text', width: 10, pick: { from: 'words', words: YES_NO.zh }, example: YES_NO.zh[0] }),
  toCell: (value) => (value === null || value === undefined ? null : YES_NO.zh[value === true ? 0 : 1]),
  fromCell: (cell) => {
    const text = cellText(cell).toLowerCase()
    if (text === '') return EMPTY
    const said = [YES, NO].findIndex((words) => words.includes(text))
    return said === -1 ? wrong(`“${text}”应为是或否`, `“${text}” must be yes or no`) : { value: said === 0 }
  },
})

const YES = ['是', 'yes', 'true']
const NO = ['否', 'no', 'false']
const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const
