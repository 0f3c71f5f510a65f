import type { Block, TableBlock, TableRowFacts } from '#contract/paper.ts'
import type { TemplateBlock } from '#contract/report-template.ts'
import type { FrozenList, ReportFacts } from '#contract/reports.ts'
import { addDecimals } from '#engine/define/decimals.ts'
import { doorOf, frozen, shareOf } from './compose-runs.ts'
import { printed } from './net-words.ts'

type Of<Is extends TemplateBlock['is']> = Extract<TemplateBlock, { is: Is }>

/** Indicators against their targets. */
export function targetsTable({ title, figures }: Of<'targets'>, facts: ReportFacts): TableBlock {
  const number = { align: 'right' as const, width: 11 }
  return {
    is: 'table',
    title,
    note: `截至${facts.asOf}`,
    columns: [
      { title: '任务', width: 26, align: 'left' },
      { title: '单位', width: 8, align: 'center' },
      { title: '目标', ...number },
      { title: '储备', ...number },
      { title: '推进', ...number },
      { title: '已公布', ...number },
      { title: '本期净增', align: 'right', width: 13 },
      { title: '完成率', width: 13, align: 'right' },
      { title: '进度', width: 10, align: 'center' },
    ],
    rows: figures.map((code): TableRowFacts => {
      const total = frozen(facts, code, 'total')
      const quarter = frozen(facts, code, 'quarter')
      const was = facts.previous?.figures[code]
      const link = doorOf(facts, code, 'total')
      const measured = (measure: string) => {
        const value = total.measures[measure]
        return value === undefined ? { text: '—' } : { text: value, link: doorOf(facts, code, 'total', { measure }) }
      }
      return {
        kind: 'plain',
        cells: [
          { text: total.title },
          { text: total.unit },
          { text: total.target ?? '—', ...(total.target !== null && { link }) },
          measured('reserve'),
          measured('underway'),
          { text: printed(total.value), link, ...(was !== undefined && was !== total.value && { was }) },
          { text: printed(quarter.value), link: doorOf(facts, code, 'quarter') },
          { text: shareOf(total.value, total.target), ...(total.target !== null && { link }) },
          { text: total.light ?? '—' },
        ],
      }
    }),
  }
}

/** Shares of the width: a number is never broken, so its column is as wide as it. */
const WIDTH_OF_DIGIT = 2.4

/** One row a city in GB/T 2260 order, then 省直, zones as 其中, and the sum of cities and 省直. */
export function citiesTable({ title, zones, columns }: Of<'cities'>, facts: ReportFacts): TableBlock {
  const asked = columns.map(({ figure, measure, period }) => ({ figure, period, of: frozen(facts, figure, period), measure }))
  const first = asked[0]!.of.byArea
  const valueIn = (at: number, area: string, zone: string | undefined) => {
    const { of: figure, measure = figure.counted } = asked[at]!
    const row = figure.byArea.find((each) => each.area === area)
    return (zone === undefined ? row : row?.zones.find((each) => each.area === zone))?.values[measure] ?? '0'
  }
  const cells = (name: string, area: string, zone?: string) => [
    { text: name },
    ...asked.map(({ figure, period }, at) => ({
      text: printed(valueIn(at, area, zone)),
      link: doorOf(facts, figure, period, { area: zone ?? area, measure: columns[at]?.measure }),
    })),
  ]
  // A zone stands in the table when it counts in any of the columns.
  const zonesOf = (area: string) => [
    ...new Map(asked.flatMap(({ of }) => of.byArea.find((each) => each.area === area)?.zones ?? []).map((zone) => [zone.area, zone.title])),
  ]
  const digitsIn = (at: number) => Math.max(...first.map(({ area }) => valueIn(at, area, undefined).length))
  const rows = first.flatMap(({ area, title: name }): readonly TableRowFacts[] => [
    { kind: 'plain', cells: cells(name, area) },
    ...(zones
      ? zonesOf(area)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([zone, zoneName]): TableRowFacts => ({ kind: 'part', cells: cells(`其中：${zoneName}`, area, zone) }))
      : []),
  ])
  const sum: TableRowFacts = {
    kind: 'sum',
    cells: [
      { text: '全省' },
      ...asked.map(({ figure, period, measure }, at) => ({
        text: printed(addDecimals(first.map(({ area }) => valueIn(at, area, undefined)))),
        link: doorOf(facts, figure, period, { measure }),
      })),
    ],
  }
  return {
    is: 'table',
    title,
    note: `单位：${[...new Set(asked.map(({ of }) => of.unit))].join('、')}；截至${facts.asOf}`,
    columns: [
      { title: '地区', width: 33, align: 'left' },
      ...columns.map((column, at) => ({
        title: column.title,
        width: Math.max(10, 76 / columns.length, WIDTH_OF_DIGIT * digitsIn(at)),
        align: 'right' as const,
      })),
    ],
    rows: [...rows, sum],
  }
}

/** Never a number that is only where the list was cut. */
function howMany({ rows, cut }: FrozenList, most: number): string {
  if (cut) return `超过${rows.length}条，列前${Math.min(most, rows.length)}条`
  return rows.length > most ? `共${rows.length}条，列前${most}条` : `共${rows.length}条`
}

/** The entries behind a figure of the quarter; undefined when there are none. */
export function listTable({ title, figure, most }: Of<'list'>, facts: ReportFacts): Block | undefined {
  const list = facts.lists[figure]
  if (!list || list.rows.length === 0) return undefined
  const shown = list.rows.slice(0, most)
  return {
    is: 'table',
    title,
    note: howMany(list, most),
    columns: [
      { title: '序号', width: 9, align: 'center' },
      { title: '名称', width: 51, align: 'left' },
      { title: '属地', width: 20, align: 'center' },
      { title: '计入日期', width: 20, align: 'center' },
    ],
    rows: shown.map(({ id, title: name, area, countsOn }, at) => ({
      kind: 'plain',
      cells: [{ text: String(at + 1) }, { text: name, ...entryDoor(list, id, facts) }, { text: area }, { text: countsOn }],
    })),
  }
}

/** The entry with its evidence, as it was known to the report. */
function entryDoor({ register }: FrozenList, id: string | undefined, { asOf }: ReportFacts): { readonly link?: string } {
  return register === undefined || id === undefined ? {} : { link: `/registers/${register}/${id}?asOf=${asOf}` }
}
