import { Link } from '@tanstack/react-router'
import type { Overview } from '#contract/figures.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { parsePeriod, periodTitle } from '../../values/period.ts'
import { TakeAway } from '../figures/export/take-away.tsx'
import { useAbout } from '../figures/export/use-about.ts'
import { lastMonths } from './last-months.ts'

interface MonthBarsProps {
  readonly tile: Overview['tiles'][number]
  readonly today: string
  readonly computedAt: string
}

/** What the last twelve months brought, one bar a month; each opens its entries. */
export function MonthBars({ tile: { indicator, counted, byMonth }, today, computedAt }: MonthBarsProps) {
  const say = useSay()
  const months = lastMonths(byMonth, today)
  const most = Math.max(1, ...months.map(({ value }) => Number(value)))
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? '']
  const period = { zh: `${first}～${last}`, en: `${first} – ${last}` }
  const about = useAbout({ unit: indicator.unit, period, day: today, computedAt, registers: [indicator.register] })
  return (
    <section className="panel" aria-labelledby="months-title" data-testid="overview-months">
      <div className="panel-head">
        <h3 id="months-title">{say(figureTexts.lastMonths)}</h3>
        <div className="panel-acts">
          <TakeAway
            title={`${say(indicator.title)} · ${say(figureTexts.lastMonths)}`}
            about={about}
            sheet={{
              head: [say(figureTexts.month), say(figureTexts.ofMonth)],
              rows: months.map(({ month, value }) => [{ text: month }, { text: thousands(value), raw: value, bar: Number(value) / most }]),
            }}
          />
        </div>
      </div>
      <p className="note">{say(figureTexts.lastMonthsNote, { unit: say(indicator.unit) })}</p>
      <ol className="month-bars">
        {months.map(({ month, value }, at) => {
          const period = parsePeriod(month)
          const bar = (
            <>
              <span className="number">{thousands(value)}</span>
              <i style={{ '--lt-share': Math.max(0, Number(value)) / most } as object} aria-hidden="true" />
            </>
          )
          const label = say(figureTexts.monthLabel, {
            month: period ? say(periodTitle(period)) : month,
            value: thousands(value),
            unit: say(indicator.unit),
          })
          return (
            <li key={month}>
              {Number(value) === 0 ? (
                <span className="month-bar" title={label}>
                  {bar}
                </span>
              ) : (
                <Link
                  className="month-bar"
                  to="/figures/$indicator"
                  params={{ indicator: indicator.code }}
                  search={{ measure: counted, month }}
                  aria-label={label}
                  title={label}
                >
                  {bar}
                </Link>
              )}
              <MonthName month={month} isFirst={at === 0} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** “11”, and the year where it begins. */
function MonthName({ month, isFirst }: { readonly month: string; readonly isFirst: boolean }) {
  const [year, at] = month.split('-')
  return (
    <span className="note number">
      {Number(at)}
      {(isFirst || at === '01') && <small>{year}</small>}
    </span>
  )
}
