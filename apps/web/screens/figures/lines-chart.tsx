import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as withParts } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { FigureMatrix } from '#contract/figures.ts'
import { usePreferences } from '../../frame/preferences.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { chartColours, seriesColours } from '../../theme/theme.ts'

withParts([LineChart, GridComponent, TooltipComponent, LegendComponent, LabelLayout, SVGRenderer])

/** More lines than this cannot be told apart. */
const MOST_LINES = 6
const WIDE = 600

/** The rows of a comparison over time as lines; the six largest, each named at its end. */
export function LinesChart({ matrix }: { readonly matrix: FigureMatrix }) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const { scheme } = usePreferences()
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current, null, { renderer: 'svg' })
    const colour = chartColours(scheme)
    const letters = { color: colour.note, fontFamily: colour.font }
    // On a phone the legend names the lines; there is no room at their ends.
    const wide = box.current.clientWidth > WIDE
    const largest = matrix.rows.toSorted((one, other) => Number(other.total) - Number(one.total)).slice(0, MOST_LINES)
    chart.setOption({
      animation: false,
      color: seriesColours(scheme),
      textStyle: letters,
      grid: { left: 8, right: wide ? 72 : 16, top: wide ? 48 : 88, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: letters, itemHeight: 8 },
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: colour.paper,
        borderColor: colour.line,
        textStyle: { color: colour.ink, fontFamily: colour.font },
      },
      xAxis: { type: 'category', data: matrix.columns.map(({ title }) => say(title)), axisLabel: letters, axisTick: { show: false } },
      yAxis: {
        type: 'value',
        name: say(matrix.indicator.unit),
        nameTextStyle: { ...letters, align: 'left' },
        minInterval: 1,
        axisLabel: letters,
        splitLine: { lineStyle: { color: colour.line } },
      },
      series: largest.map(({ title, values }) => ({
        type: 'line',
        name: say(title),
        data: values.map(Number),
        symbolSize: 6,
        lineStyle: { width: 2 },
        endLabel: { show: wide, formatter: '{a}', fontFamily: colour.font, color: 'inherit' },
        labelLayout: { moveOverlap: 'shiftY' },
      })),
    })
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(box.current)
    return () => {
      watcher.disconnect()
      chart.dispose()
    }
  }, [matrix, scheme, say])
  return (
    <>
      <p className="note">{say(figureTexts.linesNote)}</p>
      <div className="chart" ref={box} data-testid="lines-chart" />
    </>
  )
}
