import { BarChart, LineChart } from 'echarts/charts'
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

withParts([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, LabelLayout, SVGRenderer])

/** More lines than this cannot be told apart. */
const MOST_LINES = 6
const WIDE = 600
/** More names than this do not stand beside each other. */
const MOST_UPRIGHT = 14
const SLANT = 45
/** More bars than this beside each other are too thin to be told apart. */
const MOST_BARS = 6

interface LinesChartProps {
  readonly matrix: FigureMatrix
  readonly as: 'lines' | 'bars'
}

/** A comparison as lines over time, the six largest rows, each named at its end; or as bars, its columns side by side for every row. */
export function LinesChart({ matrix, as }: LinesChartProps) {
  const say = useSay()
  const drawing = useMemo(
    () => ({
      option: (scheme: Scheme, width: number) => (as === 'bars' ? barsOf : optionOf)(matrix, say, { scheme, wide: width > WIDE }),
    }),
    [matrix, say, as],
  )
  const box = useChart(drawing)
  return (
    <>
      {as === 'lines' && <p className="note">{say(figureTexts.linesNote)}</p>}
      {as === 'bars' && matrix.columns.length > MOST_BARS && <p className="note">{say(figureTexts.barsNote, { count: MOST_BARS })}</p>}
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

/** On a phone names stand slanted; all of them stand, for a bar without its name says nothing. */
function barsOf({ rows, columns, indicator }: FigureMatrix, say: ReturnType<typeof useSay>, { scheme, wide }: Look): EChartsCoreOption {
  const { letters, option } = chartBase(scheme, say(indicator.unit))
  return {
    ...option,
    color: seriesColours(scheme),
    grid: { left: 8, right: 16, top: 48, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, type: 'scroll', textStyle: letters, itemHeight: 8 },
    xAxis: {
      type: 'category',
      data: rows.map(({ title }) => say(title)),
      axisLabel: { ...letters, interval: 0, rotate: wide && rows.length <= MOST_UPRIGHT ? 0 : SLANT },
      axisTick: { show: false },
    },
    series: columns
      .map(({ title }, at) => ({ title, at }))
      .slice(-MOST_BARS)
      .map(({ title, at }) => ({
        type: 'bar',
        name: say(title),
        data: rows.map(({ values }) => Number(values[at])),
        barMaxWidth: 32,
        ...(columns.length === 1 && { label: { show: true, position: 'top', ...letters } }),
      })),
  }
}
