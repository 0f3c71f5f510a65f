import { describe, expect, test } from 'vitest'
import { shippedRegisters } from '#registers/index.ts'
import { exportColumns, templateColumns } from './columns.ts'
import { findHeads } from './heads.ts'
import { laidOut, layoutFaults, titlesOf } from './layouts.ts'

const SCENARIO = shippedRegisters.find(({ name }) => name === 'scenario')!
const faultsOf = (columns: Parameters<typeof layoutFaults>[1]['columns']) => layoutFaults(SCENARIO, { columns }).map(({ path }) => path)

describe('a layout', () => {
  test('orders and renames columns; what the template leaves out stands at the end of an export', () => {
    const columns = [{ field: 'area', title: '所在地' }, { field: 'title' }, { field: 'publicFunds', title: '财政资金', leftOut: true }]
    const template = templateColumns(SCENARIO, { columns }).columns.map(({ title }) => title)

    expect(template.slice(0, 2)).toEqual(['所在地', '场景名称'])
    expect(template).not.toContain('财政资金（万元）')
    expect(exportColumns(SCENARIO, { columns }).columns.at(-1)!.title).toBe('财政资金（万元）')
  })

  test('is refused for a field that is not there or there twice, for a required column left out, and for a title that others have', () => {
    expect(faultsOf([{ field: 'nothing' }, { field: 'area' }, { field: 'area' }])).toEqual(['columns.0.field', 'columns.2.field'])
    expect(faultsOf([{ field: 'title', leftOut: true }])).toEqual(['columns.0.leftOut'])
    expect(faultsOf([{ field: 'title', title: '属地' }])).toEqual(['columns.0.title'])
    expect(
      faultsOf([
        { field: 'title', title: '名 称*' },
        { field: 'area', title: '名称（全称）' },
      ]),
    ).toEqual(['columns.0.title', 'columns.1.title'])
    expect(
      faultsOf([
        { field: 'title', title: '行号' },
        { field: 'area', title: '（万元）' },
      ]),
    ).toEqual(['columns.0.title', 'columns.1.title'])
  })

  test('may write the unit of an amount and no other', () => {
    expect(faultsOf([{ field: 'publicFunds', title: '财政资金（元）' }])).toEqual(['columns.0.title'])
    expect(faultsOf([{ field: 'publicFunds', title: '财政资金（万元）' }])).toEqual([])
  })

  test.each(shippedRegisters.map((register) => [register.name, register] as const))(
    'of %s as it is defined is sound',
    (_name, register) => {
      const columns = laidOut(register).map(({ field, title }) => ({ field, title }))

      expect(layoutFaults(register, { columns })).toEqual([])
    },
  )
})

describe('heads of several layouts', () => {
  const versions = new Map([
    [1, { columns: [{ field: 'title', title: '项目' }] }],
    [
      3,
      {
        columns: [
          { field: 'title', title: '场景' },
          { field: 'area', title: '项目' },
        ],
      },
    ],
  ])
  const read = (heads: readonly string[], madeFrom?: number) => {
    const titles = titlesOf({ inForce: 3, versions }, madeFrom)
    const wanted = laidOut(SCENARIO).map(({ field, label, title, unit }) => ({
      field,
      label,
      unit,
      ...titles({ field, title, label }),
      required: false,
      closed: false,
    }))
    const found = findHeads([heads], wanted)
    return 'columns' in found
      ? found.columns.map(({ field, former }) => (former === undefined ? field : `${field} (${former})`))
      : found.code
  }

  test('are read by the layout in force, by the definition, and by earlier ones where nobody else has the title', () => {
    expect(read(['场景', '项目'])).toEqual(['title', 'area'])
    expect(read(['场景名称', '属地'])).toEqual(['title', 'area'])
    expect(read(['项目', '属地'])).toBe('import.head-twice')
  })

  test('are read by the layout that the sheet says it was made from', () => {
    expect(read(['项目', '属地'], 1)).toEqual(['title', 'area'])
    expect(read(['项目', '场景名称'], 3)).toEqual(['area', 'title'])
  })

  test('of an earlier layout are told where the sheet does not say so', () => {
    const once = titlesOf({ inForce: 0, versions: new Map([[1, { columns: [{ field: 'title', title: '项目' }] }]]) }, undefined)
    const wanted = [
      {
        field: 'title',
        label: { zh: '场景名称', en: 'Title' },
        ...once({ field: 'title', title: '场景名称', label: { zh: '场景名称', en: 'Title' } }),
        required: true,
        closed: false,
      },
    ]

    expect(findHeads([['项目']], wanted)).toMatchObject({ notes: [{ zh: expect.stringContaining('项目 → 场景名称') }] })
  })
})
