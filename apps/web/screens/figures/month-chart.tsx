import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, use as withParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useMemo } from 'react'
import type { Scheme } from '../../theme/theme.ts'
import { chartBase, useChart } from './use-chart.ts'

withParts([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, LegendComponent, SVGRenderer])

/** Numbers and words of the chart, ready to draw. */
export interface MonthChartProps {
  readonly months: readonly string[]
  /** Marks behind months, such as that of restated ones. */
  readonly marks: ReadonlyMap<string, string>
  readonly own: readonly number[]
  readonly running: readonly number[]
  readonly target: number | undefined
  readonly words: { readonly own: string; readonly running: string; readonly target: string; readonly unit: string }
  readonly onChoose: (month: string) => void
}

/** Months as columns, the running total as a line, the target dashed; a column is a door to its entries. */
export function MonthChart(props: MonthChartProps) {
  const drawing = useMemo(
    () => ({
      option: (scheme: Scheme) => optionOf(props, scheme),
      onChoose: (place: number) => {
        const month = props.months[place]
        if (month !== undefined) props.onChoose(month)
      },
    }),
    [props],
  )
  return <div className="chart" ref={useChart(drawing)} data-testid="month-chart" />
}

function optionOf({ months, own, running, target, words, marks }: MonthChartProps, scheme: Scheme): EChartsCoreOption {
  const { colour, letters, option } = chartBase(scheme, words.unit)
  const targetLine =
    target === undefined
      ? {}
      : {
          markLine: {
            symbol: 'none',
            silent: true,
            data: [{ yAxis: target }],
            lineStyle: { type: 'dashed', color: colour.official, width: 1.5 },
            label: { formatter: words.target, position: 'insideEndTop', ...letters, color: colour.official },
          },
        }
  return {
    ...option,
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, right: 0, textStyle: letters, itemHeight: 8 },
    xAxis: {
      type: 'category',
      data: [...months],
      axisLabel: letters,
      axisLine: { lineStyle: { color: colour.line } },
      axisTick: { show: false },
    },
    yAxis: {
      ...option.yAxis,
      max: target === undefined ? null : ({ max }: { max: number }) => Math.ceil(Math.max(max, target * 1.05) / 10) * 10,
    },
    series: [
      { type: 'bar', name: words.own, data: marked(own, months, marks, letters), itemStyle: { color: colour.idle }, barMaxWidth: 28 },
      {
        type: 'line',
        name: words.running,
        data: [...running],
        itemStyle: { color: colour.action },
        lineStyle: { width: 2.5 },
        symbolSize: 7,
        ...targetLine,
      },
    ],
  }
}

/** A mark stands over its column and not at the axis, where names of months are left out when there are many. */
function marked(own: readonly number[], months: readonly string[], marks: MonthChartProps['marks'], letters: object) {
  return own.map((value, at) => {
    const mark = marks.get(months[at] ?? '')
    return mark === undefined ? value : { value, label: { show: true, position: 'top' as const, formatter: mark, ...letters } }
  })
}
