import type { Overview } from '#contract/figures.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { sparkOf } from './spark-points.ts'

const WIDTH = 320
const HEIGHT = 64
const EDGE = 3

/** The way to the target so far: running total, even pace dashed, and a band for what the last months would lead to. */
export function Spark({ tile, today }: { readonly tile: Overview['tiles'][number]; readonly today: string }) {
  const say = useSay()
  const spark = sparkOf(tile, today)
  if (spark === undefined) return null
  const at = ([x, y]: readonly [number, number]) =>
    `${(EDGE + x * (WIDTH - 2 * EDGE)).toFixed(1)},${(HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE)).toFixed(1)}`
  const { running, path, forecast } = spark
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say(figureTexts.sparkLabel)}
    >
      {forecast && <polygon className="spark-band" points={[forecast.from, forecast.low, forecast.high].map(at).join(' ')} />}
      {forecast && <polyline className="spark-forecast" points={[forecast.from, forecast.likely].map(at).join(' ')} />}
      {path && <polyline className="spark-path" points={path.map(at).join(' ')} />}
      <polyline className="spark-running" points={running.map(at).join(' ')} />
    </svg>
  )
}
