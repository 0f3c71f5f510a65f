import { expect, test } from 'vitest'
import { calendarRows } from './calendar-rows.ts'

test.each([
  ['as CSV', '2027-01-01，放假，元旦\n2027-01-03，调休上班，元旦'],
  ['from a spreadsheet, with a head', '日期\t类型\t名称\n2027/1/1\t放假\t元旦\r\n2027/1/3\t调休上班\t元旦\r\n'],
  ['with Chinese commas and empty lines', '\n2027年1月1日，放假，元旦\n\n2027.1.3，调休上班，元旦'],
])('a table is read %s', (_how, text) => {
  expect(calendarRows(text)).toEqual([
    { day: '2027-01-01', type: '放假', name: '元旦' },
    { day: '2027-01-03', type: '调休上班', name: '元旦' },
  ])
})

test('what does not fit is kept as it was typed, for the server to name its line', () => {
  expect(calendarRows('2027-01-01，放假，元旦\n大年初一')).toEqual([
    { day: '2027-01-01', type: '放假', name: '元旦' },
    { day: '大年初一', type: '', name: '' },
  ])
})
