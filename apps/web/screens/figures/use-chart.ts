import { type ECharts, type EChartsCoreOption, init } from 'echarts/core'
import { type RefObject, useEffect, useRef } from 'react'
import { usePreferences } from '../../frame/preferences.ts'
import { chartColours, type Scheme } from '../../theme/theme.ts'

/** What all charts of figures share: letters, the box that tells a column's values, the axis of numbers with its unit. */
export function chartBase(scheme: Scheme, unit: string) {
  const colour = chartColours(scheme)
  const letters = { color: colour.note, fontFamily: colour.font }
  return {
    colour,
    letters,
    option: {
      animation: false,
      textStyle: letters,
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: colour.paper,
        borderColor: colour.line,
        textStyle: { color: colour.ink, fontFamily: colour.font },
      },
      yAxis: {
        type: 'value',
        name: unit,
        nameTextStyle: { ...letters, align: 'left' },
        minInterval: 1,
        axisLabel: letters,
        splitLine: { lineStyle: { color: colour.line } },
      },
    },
  }
}

interface Drawing {
  readonly option: (scheme: Scheme, width: number) => EChartsCoreOption
  /** Told the place of the column that was clicked. */
  readonly onChoose?: (place: number) => void
}

/** Draws a chart into a box and keeps it at the box's size; drawn anew when `drawing` is another. */
export function useChart(drawing: Drawing): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const { scheme } = usePreferences()
  useEffect(() => {
    if (box.current === null) return
    const chart: ECharts = init(box.current, null, { renderer: 'svg' })
    chart.setOption(drawing.option(scheme, box.current.clientWidth))
    if (drawing.onChoose) chart.on('click', ({ dataIndex }) => drawing.onChoose?.(dataIndex))
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(box.current)
    return () => {
      watcher.disconnect()
      chart.dispose()
    }
  }, [drawing, scheme])
  return box
}
