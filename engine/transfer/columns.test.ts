import { describe, expect, test } from 'vitest'
import { cellText } from '#engine/kinds/cell.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { shippedRegisters } from '#registers/index.ts'
import { everyKindRegister } from '#tests/support/every-kind.ts'
import { exportColumns, ROW_KEY, sheetColumns } from './columns.ts'

const TECHNOLOGY = shippedRegisters.find(({ name }) => name === 'technology')!
const TITLES = { '320583': '昆山市', 'future_fields:quantum': '量子科技' }
const NAMES = new Map([['量子科技', 'quantum']])

describe('the columns of a register’s sheet', () => {
  test('follow the form, sub-tables on sheets of their own, without what commands write and files', () => {
    const { title, columns, subSheets } = sheetColumns(TECHNOLOGY)

    expect(title).toBe('前沿技术突破')
    expect(columns.slice(0, 4).map((column) => [column.title, column.required])).toEqual([
      ['技术名称', 'always'],
      ['所属领域', 'in time'],
      ['属地', 'always'],
      ['所在高新区', 'never'],
    ])
    expect(columns.map(({ field }) => field)).not.toContain('documentNo')
    expect(columns.map(({ field }) => field)).not.toContain('sealedForm')
    expect(subSheets.map((sheet) => sheet.title)).toEqual(['参与单位', '关键指标', '知识产权', '佐证材料'])
  })

  test('stand as the province orders and calls them; what it does not name follows; unknown fields do no harm', () => {
    const layout = { columns: [{ field: 'completedOn', title: '完成时间' }, { field: 'gone' }, { field: 'title', title: ROW_KEY }] }

    expect(
      sheetColumns(TECHNOLOGY, layout)
        .columns.slice(0, 3)
        .map(({ title }) => title),
    ).toEqual(['完成时间', '行号［title］', '所属领域'])
  })

  test.each(shippedRegisters.map((register) => [register.name, register] as const))(
    '%s: amounts carry their unit, no title stands twice',
    (_name, register) => {
      const { columns, subSheets } = exportColumns(register)

      for (const sheet of [columns, ...subSheets.map((sub) => sub.columns)]) {
        expect(new Set(sheet.map(({ title }) => title)).size).toBe(sheet.length)
        for (const { title, facts } of sheet) expect(title).toContain(facts.unit ?? '')
      }
      expect(new Set(subSheets.map(({ title }) => title)).size).toBe(subSheets.length)
    },
  )
})

describe('a value in a cell', () => {
  test.each([
    ['area', '320583', '昆山市 320583'],
    ['check', false, '否'],
    ['decimal', '2.30', 2.3],
    ['decimal', '12345678901234.123456', '12345678901234.123456'],
    ['integer', 7, 7],
    ['year', 2026, 2026],
    ['day', '2026-03-31', new Date('2026-03-31')],
    ['money', '1234567.00', 123.4567],
    ['money', '0.01', 0.000001],
    ['money', '99999999999999.99', '9999999999.999999'],
    ['money', '1200000.00', 120],
    ['term', 'quantum', '量子科技'],
    ['uscc', '91320000MA00000016', '91320000MA00000016'],
  ] as const)('%s %s stands as %s and is read back alike', (kind, value, cell) => {
    const field = everyKindRegister.fields[kind]!

    expect(kindOf(field).toCell(value, field, TITLES)).toEqual(cell)
    const reading = kindOf(field).fromCell(cell, field, NAMES)
    expect('value' in reading && kindOf(field).schema(field).safeParse(reading.value).success).toBe(true)
    expect('value' in reading && kindOf(field).toCell(reading.value, field, TITLES)).toEqual(cell)
  })

  test.each(Object.keys(everyKindRegister.fields))('%s: nothing stands as an empty cell, an example is read without a fault', (name) => {
    const field = everyKindRegister.fields[name]!
    const { example = null, closed } = kindOf(field).sheet(field)

    expect(kindOf(field).toCell(null, field)).toBeNull()
    expect(kindOf(field).fromCell(example, field, NAMES)).not.toHaveProperty('fault')
    if (!closed && example !== null) expect(cellText(example)).not.toBe('')
  })

  test('that nobody can read is a fault in both languages', () => {
    for (const kind of ['area', 'check', 'choice', 'day', 'decimal', 'integer', 'money', 'ref', 'term', 'year'] as const) {
      const field = everyKindRegister.fields[kind]!
      const reading = kindOf(field).fromCell('约三分之一', field, NAMES)

      expect('fault' in reading && reading.fault.zh, kind).toContain('约三分之一')
      expect('fault' in reading && reading.fault.en, kind).toMatch(/[a-z]{3}/)
    }
  })

  test('of a masked number keeps what the entry has', () => {
    expect(kindOf(everyKindRegister.fields['phone']!).fromCell('138****5678', everyKindRegister.fields['phone']!)).toEqual({ kept: true })
  })
})
