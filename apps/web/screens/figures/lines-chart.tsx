import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, use as withParts } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useMemo } from 'react'
import type { FigureMatrix } from '#contract/figures.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { type Scheme, seriesColours } from '../../theme/theme.ts'
import { chartBase, useChart } from './use-chart.ts'

withParts([LineChart, GridComponent, TooltipComponent, LegendComponent, LabelLayout, SVGRenderer])

/** More lines than this cannot be told apart. */
const MOST_LINES = 6
const WIDE = 600

/** The rows of a comparison over time as lines; the six largest, each named at its end. */
export function LinesChart({ matrix }: { readonly matrix: FigureMatrix }) {
  const say = useSay()
  const drawing = useMemo(
    () => ({ option: (scheme: Scheme, width: number) => optionOf(matrix, say, { scheme, wide: width > WIDE }) }),
    [matrix, say],
  )
  const box = useChart(drawing)
  return (
    <>
      <p className="note">{say(figureTexts.linesNote)}</p>
      <div className="chart" ref={box} data-testid="lines-chart" />
    </>
  )
}

interface Look {
  readonly scheme: Scheme
  /** On a phone the legend names the lines; there is no room at their ends. */
  readonly wide: boolean
}

function optionOf({ rows, columns, indicator }: FigureMatrix, say: ReturnType<typeof useSay>, { scheme, wide }: Look): EChartsCoreOption {
  const { colour, letters, option } = chartBase(scheme, say(indicator.unit))
  const largest = rows.toSorted((one, other) => Number(other.total) - Number(one.total)).slice(0, MOST_LINES)
  return {
    ...option,
    color: seriesColours(scheme),
    grid: { left: 8, right: wide ? 72 : 16, top: wide ? 48 : 88, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: letters, itemHeight: 8 },
    xAxis: { type: 'category', data: columns.map(({ title }) => say(title)), axisLabel: letters, axisTick: { show: false } },
    series: largest.map(({ title, values }) => ({
      type: 'line',
      name: say(title),
      data: values.map(Number),
      symbolSize: 6,
      lineStyle: { width: 2 },
      endLabel: { show: wide, formatter: '{a}', fontFamily: colour.font, color: 'inherit' },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  }
}
