import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, type EChartsCoreOption, init, use as withParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { usePreferences } from '../../frame/preferences.ts'
import { chartColours, type Scheme } from '../../theme/theme.ts'

withParts([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, LegendComponent, SVGRenderer])

/** Numbers and words of the chart, ready to draw. */
export interface MonthChartProps {
  readonly months: readonly string[]
  readonly own: readonly number[]
  readonly running: readonly number[]
  readonly target: number | undefined
  readonly words: { readonly own: string; readonly running: string; readonly target: string; readonly unit: string }
  readonly onChoose: (month: string) => void
}

/** Months as columns, the running total as a line, the target dashed; a column is a door to its entries. */
export function MonthChart(props: MonthChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const { scheme } = usePreferences()
  const { months, onChoose } = props
  useEffect(() => {
    if (box.current === null) return
    const chart: ECharts = init(box.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(props, scheme))
    chart.on('click', ({ dataIndex }) => {
      const month = months[dataIndex]
      if (month !== undefined) onChoose(month)
    })
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(box.current)
    return () => {
      watcher.disconnect()
      chart.dispose()
    }
  }, [props, scheme, months, onChoose])
  return <div className="chart" ref={box} data-testid="month-chart" />
}

function optionOf({ months, own, running, target, words }: MonthChartProps, scheme: Scheme): EChartsCoreOption {
  const colour = chartColours(scheme)
  const letters = { color: colour.note, fontFamily: colour.font }
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
    animation: false,
    textStyle: letters,
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, right: 0, textStyle: letters, itemHeight: 8 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colour.paper,
      borderColor: colour.line,
      textStyle: { color: colour.ink, fontFamily: colour.font },
    },
    xAxis: {
      type: 'category',
      data: [...months],
      axisLabel: letters,
      axisLine: { lineStyle: { color: colour.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      name: words.unit,
      nameTextStyle: { ...letters, align: 'left' },
      minInterval: 1,
      max: target === undefined ? null : ({ max }: { max: number }) => Math.ceil(Math.max(max, target * 1.05) / 10) * 10,
      axisLabel: letters,
      splitLine: { lineStyle: { color: colour.line } },
    },
    series: [
      { type: 'bar', name: words.own, data: [...own], itemStyle: { color: colour.idle }, barMaxWidth: 28 },
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
