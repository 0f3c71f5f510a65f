import { parsePeriod } from '../../values/period.ts'

const YEARS = 3

/** The quarters, half-years and years that papers can be made of, the newest quarter that is over first: 2026Q3, 2026Q2, 2026H1, … */
export function reportablePeriods(lastQuarter: string): readonly string[] {
  const { year, part } = parsePeriod(lastQuarter)!
  const quarters = Array.from({ length: YEARS * 4 }, (_each, back) => year * 4 + part - 1 - back)
  return quarters.flatMap((at) => {
    const [own, quarter] = [Math.floor(at / 4), (at % 4) + 1]
    const halves = quarter % 2 === 0 ? [`${own}H${quarter / 2}`] : []
    return [`${own}Q${quarter}`, ...halves, ...(quarter === 4 ? [String(own)] : [])]
  })
}
