import { halves, periodTexts, quarters } from '../texts/texts-values.ts'
import { inBoth, sayIn, type Words } from '../texts/words.ts'

/** A period as the contract writes it: 2026, 2026H1, 2026Q3, 2026-09, to:2026-09-30. */
export type PeriodKind = 'to' | 'year' | 'half' | 'quarter' | 'month'

/** A period taken apart. */
export interface Period {
  readonly kind: PeriodKind
  readonly year: number
  /** Half 1…2, quarter 1…4, month 1…12; 0 for a year. */
  readonly part: number
  /** Only for `to`. */
  readonly day?: string
}

/** In the order in which they are offered. */
export const PERIOD_KINDS: readonly PeriodKind[] = ['to', 'year', 'half', 'quarter', 'month']
/** How many of them make a year. */
export const PARTS_OF_YEAR = { to: 0, year: 0, half: 2, quarter: 4, month: 12 } as const satisfies Record<PeriodKind, number>

/** The parts of a code; undefined when it is none. */
export function parsePeriod(code: string): Period | undefined {
  const to = /^to:(\d{4})-\d{2}-\d{2}$/.exec(code)
  if (to) return { kind: 'to', year: Number(to[1]), part: 0, day: code.slice(3) }
  const match = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(code)
  if (!match) return undefined
  const [, year, half, quarter, month] = match
  const kind: PeriodKind = half ? 'half' : quarter ? 'quarter' : month ? 'month' : 'year'
  return { kind, year: Number(year), part: Number(half ?? quarter ?? month ?? 0) }
}

/** The code of a period. */
export function periodCode({ kind, year, part, day }: Period): string {
  const codes = {
    to: () => `to:${day ?? `${year}-12-31`}`,
    year: () => String(year),
    half: () => `${year}H${part}`,
    quarter: () => `${year}Q${part}`,
    month: () => `${year}-${String(part).padStart(2, '0')}`,
  } as const satisfies Record<PeriodKind, () => string>
  return codes[kind]()
}

/** The last day of a quarter, 2026Q3 → 2026-09-30; undefined for any other period. */
export function endOfQuarter(code: string): string | undefined {
  const period = parsePeriod(code)
  return period?.kind === 'quarter' ? new Date(Date.UTC(period.year, period.part * 3, 0)).toISOString().slice(0, 10) : undefined
}

/** The same moment in another kind of period: September 2026 → third quarter 2026. */
export function changeKind(kind: PeriodKind, today: string): Period {
  const [year = 2026, month = 1] = today.split('-').map(Number)
  const size = PARTS_OF_YEAR[kind]
  const part = size === 0 ? 0 : Math.ceil((month * size) / 12)
  return kind === 'to' ? { kind, year, part, day: today } : { kind, year, part }
}

/** “2026年第三季度” / “Q3 2026”. */
export function periodTitle({ kind, year, part, day = '' }: Period): Words {
  return inBoth((language) =>
    sayIn(language, periodTexts[kind], {
      year,
      day,
      month: part,
      dayInText: dayInChinese(day),
      twoDigits: String(part).padStart(2, '0'),
      part: NAMES[kind][part - 1]?.[language] ?? '',
    }),
  )
}

/** The same for a code as the server tells it; what is no code stands as it is. */
export function periodWords(code: string): Words {
  const period = parsePeriod(code)
  return period ? periodTitle(period) : { zh: code, en: code }
}

const NAMES: Readonly<Record<PeriodKind, readonly Words[]>> = { to: [], year: [], half: halves, quarter: quarters, month: [] }

/** 2026-09-30 → 2026年9月30日. */
export function dayInChinese(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return sayIn('zh', periodTexts.day, { year, month: Number(month), date: Number(date) })
}
