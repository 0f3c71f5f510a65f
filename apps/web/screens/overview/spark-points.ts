import type { Overview } from '#contract/figures.ts'

type Tile = Overview['tiles'][number]
/** Share of the width, share of the height from below. */
type Point = readonly [x: number, y: number]

/** What a tile draws: the running total, the even pace, and what the last months would lead to. */
export interface Spark {
  readonly running: readonly Point[]
  readonly path: readonly [Point, Point] | undefined
  readonly forecast: { readonly from: Point; readonly low: Point; readonly likely: Point; readonly high: Point } | undefined
}

/** Points between 0 and 1: time from the plan's first day to its last, figures from none to the target or the most there is. */
export function sparkOf({ byMonth, path, forecast, target, value }: Tile, today: string): Spark | undefined {
  const first = byMonth[0]?.month
  if (first === undefined && path === null) return undefined
  const from = dayNumber(path?.from ?? `${first}-01`)
  const until = Math.max(dayNumber(path?.until ?? today), dayNumber(today))
  const most = Math.max(1, Number(target?.value ?? 0), forecast?.high ?? 0, ...byMonth.map(({ running }) => Number(running)))
  const at = (day: number, figure: number): Point => [clipped((day - from) / Math.max(1, until - from)), clipped(figure / most)]
  const now = at(dayNumber(today), Number(value))
  const ends = byMonth.map(({ month, running }) => at(Math.min(monthEnd(month), dayNumber(today)), Number(running)))
  return {
    running: [at(dayNumber(`${first ?? today.slice(0, 7)}-01`), 0), ...ends, now],
    path: path && target ? [at(dayNumber(path.from), 0), at(dayNumber(path.until), Number(target.value))] : undefined,
    forecast: forecast
      ? {
          from: now,
          low: at(dayNumber(forecast.by), forecast.low),
          likely: at(dayNumber(forecast.by), forecast.likely),
          high: at(dayNumber(forecast.by), forecast.high),
        }
      : undefined,
  }
}

const clipped = (share: number) => Math.min(1, Math.max(0, share))
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

function monthEnd(month: string): number {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return Date.UTC(year, at, 0) / 86_400_000
}
