import type { Figure } from '#contract/figures.ts'
import type { Row } from '#engine/access/holds.ts'
import { fieldsOf } from '#engine/define/expression.ts'
import { endOfDay, endsMonth, type Period, parsePeriod } from '#engine/define/period.ts'
import type { Register } from '#engine/define/register.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { type SignedMeasure, signsOf } from '#engine/derive/counted-with.ts'
import { engineTable, ledgerTables, type Store, tableOf } from '#engine/store/context.ts'
import { mayRead } from '#engine/store/entries.ts'
import { kept } from '#engine/store/kept.ts'
import type { Asked } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { rememberedRows } from '#engine/store/remembered.ts'
import type { CountedIndicator } from '#modules/plans/index.ts'
import { type Restating, restatedMonths, restatement } from '../rules/restated.ts'
import { documentBehind, documentFields } from '../rules/restating-document.ts'

type Unmarked = Omit<Figure, 'restated'>

/** Where a figure is no longer what was reported: months, and the period itself when it is over. */
export async function restatedIn(
  { store, actor }: Asked,
  found: CountedIndicator,
  period: Period,
  figure: Unmarked,
  rows: Promise<RestatingRows> = restatingRows(store, found, period, figure),
): Promise<Figure['restated']> {
  const { late, lateForPeriod, revoked } = await rows
  const register = store.catalogue.need(found.register)
  const told = (cause: Restating['cause']) => (row: Restated) => toldRow(register, mayRead(register, row.told, actor), row, cause)
  const ofMonths = [...late.map(told('late')), ...revoked.map(told('revoked'))]
  const ofPeriod = [...lateForPeriod.map(told('late')), ...revoked.map(told('revoked'))]
  const unit = figure.indicator.unit
  const total = figure.byMonth.at(-1)?.running ?? '0'
  return {
    period: isOver(period, figure) ? (restatement(period, total, ofPeriod, unit) ?? null) : null,
    months: [...restatedMonths(figure.byMonth, ofMonths, unit, (month) => parsePeriod(month)?.title ?? { zh: month, en: month })],
  }
}

/** What of a figure decides which rows restate it. */
type Settled = Pick<Figure, 'asOf' | 'settings'>

export interface RestatingRows {
  readonly late: readonly Restated[]
  readonly lateForPeriod: readonly Restated[]
  readonly revoked: readonly Restated[]
}

/** The rows by which a figure is restated, whoever asks. */
export async function restatingRows(store: Store, found: CountedIndicator, period: Period, figure: Settled): Promise<RestatingRows> {
  const question = questionFor(store, found, period, figure)
  const [late, lateForPeriod, revoked] = await Promise.all([
    lateRows(store, question),
    isOver(period, figure) ? lateRows(store, question, endOfDay(period.to ?? '', store.timeZone)) : [],
    revokedRows(store, question),
  ])
  return { late, lateForPeriod, revoked }
}

function isOver({ to }: Period, { asOf }: Settled): boolean {
  return to !== null && to < asOf.day
}

interface Question {
  readonly indicator: string
  readonly ruleVersion: number
  readonly register: string
  readonly signs: readonly SignedMeasure[]
  readonly from: string | null
  readonly to: string | null
  readonly asOf: string | null
}

function questionFor({ timeZone }: Store, { code, register, rule }: CountedIndicator, { from, to }: Period, figure: Settled): Question {
  const choices = Object.fromEntries(figure.settings.map(({ setting, choice }) => [setting, choice]))
  const asOf = figure.asOf.now ? null : endOfDay(figure.asOf.day, timeZone)
  return { indicator: code, ruleVersion: rule.version, register, signs: signsOf(rule, choices), from, to, asOf }
}

interface Restated {
  readonly month: string
  readonly entry: string
  readonly amount: string
  readonly recordedAt: string
  readonly act: string
  readonly reason: string | null
  /** What is told of the entry, and what tells whether it may be. */
  readonly told: Row
}

/** As the index of late rows says it: it holds what may be late wherever the month ends. */
const PERHAPS_LATE = `own.recorded_at >= (date_trunc('month', own.counts_on::timestamp) + interval '1 month' - interval '14 hours') at time zone 'UTC'`

/** What was recorded after the end of the month it counts in, or after the end of a period; what cancels is left out. */
async function lateRows(store: Store, question: Question, end?: string): Promise<readonly Restated[]> {
  const values = valuesOf(question)
  const since = end
    ? `own.recorded_at > $${values.push(end)}::timestamptz`
    : `own.recorded_at >= (date_trunc('month', own.counts_on::timestamp) + interval '1 month') at time zone $${values.push(store.timeZone)}`
  // What comes after the last day of a period that ends with a month comes after its own month, too.
  const indexed = end === undefined || endsMonth(question.to ?? '')
  return rowsWhere(store, question, indexed ? `${since} and ${PERHAPS_LATE}` : since, values)
}

/** Everything that entries added and took which have been withdrawn since: these are few, so their rows are looked up and not joined. */
async function revokedRows(store: Store, question: Question): Promise<readonly Restated[]> {
  const values = valuesOf(question)
  const revoked = `own.entry = any(array(select act.entry from ${engineTable(store, 'event_entry')} act join ${engineTable(store, 'event')} event on event.id = act.event
    where act.register = $${values.push(question.register)} and act.act = 'revoke' and ($7::timestamptz is null or event.at <= $7)))`
  return rowsWhere(store, question, revoked, values)
}

function valuesOf({ indicator, ruleVersion, signs, from, to, asOf }: Question): unknown[] {
  return [indicator, ruleVersion, signs.map(({ measure }) => measure), signs.map(({ sign }) => sign), from, to, asOf]
}

async function rowsWhere(store: Store, question: Question, condition: string, values: readonly unknown[]): Promise<readonly Restated[]> {
  const register = store.catalogue.need(question.register)
  const tables = [tableOf(store, register), ...ledgerTables(store)]
  // Each row's act is looked up by itself: a join was planned over all acts ever recorded, 105 ms for 100,000 of them, now 2.
  const text = `select cells.month, cells.entry, cells.amount::text as amount, own_act.at as "recordedAt", own_act.act, own_act.reason,
      (select row_to_json(told) from (select ${toldColumns(register)} from ${tableOf(store, register)} where id = cells.entry) told) as told
    from (select to_char(own.counts_on, 'YYYY-MM') as month, own.entry, sum(own.amount * held.sign) as amount, (array_agg(own.event order by own.id desc))[1] as event
      from ${engineTable(store, 'contribution')} own join unnest($3::text[], $4::int[]) as held(measure, sign) on held.measure = own.measure
      where own.indicator = $1 and own.rule_version = $2 and ($5::date is null or own.counts_on >= $5) and ($6::date is null or own.counts_on <= $6)
        and ($7::timestamptz is null or own.recorded_at <= $7) and ${condition} group by 1, 2) cells
    cross join lateral (select act.act, event.at, event.reason from ${engineTable(store, 'event_entry')} act join ${engineTable(store, 'event')} event on event.id = act.event
      where act.entry = cells.entry and act.event = cells.event order by act.version desc limit 1) own_act
    where cells.amount <> 0 order by 1, own_act.at, cells.entry`
  return (await rememberedRows(poolReader(store), store, tables, { text, values })) as unknown as readonly Restated[] // the columns named above
}

/** Those of the entries that the person may read, with no more than what is told of them and what the right speaks of: 1 ms for 120, all columns 9. */
const toldColumns = kept((register: Register): string => {
  const fields = [
    'id',
    'no',
    register.titleField ?? 'title',
    ...documentFields(register),
    ...fieldsOf(register.access['read'] ?? { all: [] }),
  ]
  return [...new Set(fields)]
    .flatMap((field) => columnOf(register, field) ?? [])
    .map(({ sql, field }) => `${sql} as "${field}"`)
    .join(', ')
})

function toldRow(register: Register, mayBeTold: boolean, own: Restated, cause: Restating['cause']): Restating {
  const { month, amount, recordedAt, act, reason, told: row } = own
  if (!mayBeTold) return { month, cause, amount, entry: null }
  return {
    month,
    cause,
    amount,
    entry: {
      id: own.entry,
      no: Number(row['no']),
      title: String(row[register.titleField ?? 'title']),
      cause,
      amount,
      recordedAt: new Date(recordedAt).toISOString(),
      act: register.moves[act]?.label ?? { zh: '更正', en: 'corrected' },
      reason,
      document: documentBehind(register, row, cause === 'revoked' ? 'revoke' : act),
    },
  }
}
