import { type Period, parsePeriod } from '#engine/define/period.ts'

/** How often a figure is published. */
export const FREQUENCY_NAMES = {
  year: { zh: '每年', en: 'Every year' },
  half: { zh: '每半年', en: 'Every half-year' },
  quarter: { zh: '每季度', en: 'Every quarter' },
  month: { zh: '每月', en: 'Every month' },
} as const
export type Frequency = keyof typeof FREQUENCY_NAMES

/** What a value of part of a year says of the year. */
export const ACCRUAL_NAMES = {
  level: { zh: '时点值或比率', en: 'a level or rate' },
  yearToDate: { zh: '年内累计', en: 'from the first of January on' },
  ofPeriod: { zh: '当期数（逐期相加）', en: 'of the period alone, to be added up' },
} as const
export type Accrual = keyof typeof ACCRUAL_NAMES

/** Who confirms a value before it stands beside a target. */
export const CONFIRMER_NAMES = {
  head: { zh: '处长', en: 'Head of division' },
  leader: { zh: '分管厅领导', en: 'Leader in charge' },
} as const

export const PERIOD_PATTERN = '^\\d{4}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$'
export const PERIOD_SAYS = { zh: '应为 2025、2025H1、2025Q3 或 2025-09', en: 'use 2025, 2025H1, 2025Q3 or 2025-09' }

/** A value with as many decimals as somebody wants to see; as it was published when nobody said. */
export function shownValue(value: string, decimals: number | null): string {
  return decimals === null ? value : Number(value).toFixed(decimals)
}

/** When nobody has said how long it takes until a figure is published. */
const USUAL_DUE_DAYS = 60
/** One that is asked for late leaves as many days at least. */
const LEAST_DAYS = 5

/** A period whose value is asked for, and until when. */
export interface AskedPeriod {
  readonly period: string
  readonly dueOn: string
}

/** The last period that is over on a day, of those in which the figure is published. */
export function periodToAsk(frequency: Frequency, dueDays: number | null, day: string): AskedPeriod {
  const current = periodAt(frequency, day)
  const over = periodAt(frequency, daysAfter(current.from!, -1))
  const due = daysAfter(over.to!, dueDays ?? USUAL_DUE_DAYS)
  const soonest = daysAfter(day, LEAST_DAYS)
  return { period: over.code, dueOn: due > soonest ? due : soonest }
}

function periodAt(frequency: Frequency, day: string): Period {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  const codes: Readonly<Record<Frequency, string>> = {
    year,
    half: `${year}H${month <= 6 ? 1 : 2}`,
    quarter: `${year}Q${Math.ceil(month / 3)}`,
    month: day.slice(0, 7),
  }
  return parsePeriod(codes[frequency])! // made of a day that exists
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
