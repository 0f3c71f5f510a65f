import { z } from 'zod'
import type { ReportsOverview } from '#contract/reports.ts'
import type { Row } from '#engine/access/holds.ts'
import { mayGive } from '#engine/store/command.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { editions } from '#engine/store/editions.ts'
import { list } from '#engine/store/list.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { brokenTemplates, reportTemplate, reportTemplateRegister } from '#modules/programmes/index.ts'
import { dispatchReturn } from '../registers/dispatch-return.register.ts'
import { dispatchRound } from '../registers/dispatch-round.register.ts'
import { report } from '../registers/report.register.ts'
import { daysAfter, lastDayOf, lastQuarter, quarterOf, roundDays } from '../rules/quarter.ts'
import { CLERK } from '../rules/rights.ts'
import { settledToday } from './settled-today.ts'
import { termsSet } from './terms-set.ts'

const MOST = 100

/** Reports, rounds and what can be made now. */
export const reportsOverview = query({
  name: 'reports.overview',
  label: { zh: '通报报告', en: 'Reports' },
  input: z.object({}),
  right: { always: true },
  async run(asked) {
    const { store, actor } = asked
    const [reports, rounds, published, templates, set] = await Promise.all([
      rowsOf(asked, report),
      roundsOf(asked),
      editions(store),
      templatesOf(store),
      termsSet(store),
    ])
    const editionOf = new Map(published.map(({ id, report: own }) => [own, id]))
    const day = settledToday(store)
    const next = rounds.some(({ period }) => period === lastQuarter(day)) ? quarterOf(day) : lastQuarter(day)
    return {
      reports: reports.map((row) => reportRow(row, editionOf.get(String(row['id'])) ?? null)),
      templates,
      rounds,
      suggested: { period: lastQuarter(day), asOf: daysAfter(day, -1) },
      nextRound: { period: next, ...roundDays(lastDayOf(next), set) },
      mayDraft: mayGive(CLERK, actor),
    } satisfies ReportsOverview
  },
})

async function rowsOf({ store, actor }: Asked, register: typeof report | typeof dispatchRound): Promise<readonly Row[]> {
  const page = await list(poolReader(store), store, register, actor, { sort: 'no', limit: MOST })
  return page.ok ? page.rows.toReversed() : []
}

function reportRow(row: Row, edition: string | null): ReportsOverview['reports'][number] {
  const state = String(row['state'])
  const { label, tone } = report.states[state as keyof typeof report.states]
  const text = (field: string) => (row[field] === null ? null : String(row[field]))
  return {
    id: String(row['id']),
    title: String(row['title']),
    state,
    stateLabel: label,
    tone,
    period: String(row['period']),
    asOf: String(row['asOf']),
    documentNo: text('documentNo'),
    edition,
  }
}

async function roundsOf(asked: Asked): Promise<ReportsOverview['rounds']> {
  const rounds = await rowsOf(asked, dispatchRound)
  const { store } = asked
  const counts = await ask(
    poolReader(store),
    `select round, count(*)::int as "all", (count(*) filter (where state = 'confirmed'))::int as confirmed from ${tableOf(store, dispatchReturn)} group by round`,
    [],
  )
  const byRound = new Map(counts.map((row) => [row['round'], row]))
  return rounds.map((row) => ({
    id: String(row['id']),
    title: String(row['title']),
    period: String(row['period']),
    state: String(row['state']),
    dueOn: String(row['dueOn']),
    confirmed: Number(byRound.get(row['id'])?.['confirmed'] ?? 0),
    all: Number(byRound.get(row['id'])?.['all'] ?? 0),
  }))
}

/** Templates with what is wrong with them today: a figure may have gone since they were installed. */
async function templatesOf(store: Store): Promise<ReportsOverview['templates']> {
  const rows = await ask(poolReader(store), `select body from ${tableOf(store, reportTemplateRegister)} order by created_at, id`, [])
  return rows.flatMap(({ body }) => {
    const template = reportTemplate.safeParse(body).data
    if (!template) return []
    const broken = brokenTemplates(store.catalogue, [template])
    return [
      {
        code: template.code,
        title: template.title.zh,
        kind: template.kind,
        broken: broken?.faults?.map(({ message }) => message.zh) ?? [],
      },
    ]
  })
}
