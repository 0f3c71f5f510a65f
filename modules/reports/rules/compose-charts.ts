import type { Block, ChartFacts } from '#contract/paper.ts'
import type { TemplateBlock } from '#contract/report-template.ts'
import type { FrozenFigure, ReportFacts } from '#contract/reports.ts'
import { dayInChinese } from '#engine/define/period.ts'
import { frozen, shareOf } from './compose-runs.ts'

type Asked = Extract<TemplateBlock, { is: 'chart' }>

/** A chart whose title says the finding. */
export function chartOf(block: Asked, facts: ReportFacts): Block {
  const figure = frozen(facts, block.figure, 'total')
  return { is: 'picture', chart: { ...drawn(block, figure), unit: figure.unit, source: `数据截至${dayInChinese(facts.asOf)}` } }
}

type Drawn = Omit<ChartFacts, 'unit' | 'source'>

function drawn({ shape, places = {} }: Asked, figure: FrozenFigure): Drawn {
  const rows = figure.byArea.map(({ area, title, values }) => ({
    area,
    label: title.replace(/市$/, ''),
    value: Number(values[figure.counted] ?? 0),
  }))
  const subtitle = `${figure.title}，各地累计已公布`
  if (shape === 'columns') return byMonth(figure)
  if (shape === 'bars' || rows.every(({ area }) => !places[area]))
    return { title: leading(rows, figure.unit), subtitle, shape: { is: 'bars', rows: rows.map(({ label, value }) => ({ label, value })) } }
  return {
    title: leading(rows, figure.unit),
    subtitle,
    shape: {
      is: 'tiles',
      tiles: rows.flatMap(({ area, label, value }) => {
        const place = places[area]
        return place ? [{ label, value, column: place[0], row: place[1] }] : []
      }),
    },
  }
}

/** 苏州最多，23项；or that there is nothing yet. */
function leading(rows: readonly { readonly label: string; readonly value: number }[], unit: string): string {
  const most = Math.max(0, ...rows.map(({ value }) => value))
  if (most === 0) return '各地均尚无已公布'
  const names = rows.filter(({ value }) => value === most).map(({ label }) => label)
  const none = rows.filter(({ value, label }) => value === 0 && label !== '省直').length
  const first = names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}地并列最多` : `${names.join('、')}最多`
  return `${first}，${most}${unit}${none > 0 ? `；${none}个市为0` : ''}`
}

function byMonth(figure: FrozenFigure): Drawn {
  const points = figure.byMonth.map(({ month, value, running }) => ({ label: month, value: Number(value), running: Number(running) }))
  const target = figure.target === null ? null : Number(figure.target)
  const finding = `累计${figure.value}${figure.unit}${target === null ? '' : `，为目标的${shareOf(figure.value, figure.target)}`}`
  return {
    title: points.length === 0 ? `${figure.title}尚无已公布` : finding,
    subtitle: `${figure.title}，按月计入`,
    shape: { is: 'columns', points, target, words: { own: '当月', running: '累计', target: '目标' } },
  }
}
