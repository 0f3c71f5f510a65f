import { type Programme, programmeInput } from '#contract/programmes.ts'
import type { Row } from '#engine/access/holds.ts'
import { endOfDay, parsePeriod } from '#engine/define/period.ts'
import { refuse } from '#engine/define/refusal.ts'
import { asKnown } from '#engine/store/as-known.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { countedIndicators, plan, policyDocument, target } from '#modules/plans/index.ts'
import { task } from '#modules/tasks/index.ts'
import { installedPack } from '../registers/installed-pack.register.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import { shownValue } from '../rules/statistic-settings.ts'
import { aroundFigures, figureOf } from './figure.ts'
import { type Statistics, type StatisticValue, statisticsOf } from './statistics.ts'

/** What a confirmed document became: targets with their figures, lists with their registers, settings, tasks. */
export const programme = query({
  name: 'programmes.programme',
  label: { zh: '方案执行', en: 'What a plan became' },
  input: programmeInput,
  right: { always: true },
  async run(asked, { document: id, asOf }) {
    const { store } = asked
    const reader = poolReader(store)
    const [own] = await ask(
      reader,
      `with recursive version as (select $1::uuid as id union select later.id from ${tableOf(store, policyDocument)} later join version on later.supersedes = version.id)
       select plan.id, plan.document, plan.title, plan.from_on as "from", plan.until_on as "until", document.title as "documentTitle", document.text is not null as "hasText",
         (select count(*)::int from ${tableOf(store, task)} task where task.plan = plan.id and task.state <> 'leftOut') as tasks
       from ${tableOf(store, plan)} plan join ${tableOf(store, policyDocument)} document on document.id = plan.document where plan.document in (select id from version)`,
      [id],
    )
    if (!own) return notRunning()
    const instant = asOf === undefined ? null : endOfDay(asOf, store.timeZone)
    const [targets, registers, packs] = await Promise.all([
      ask(reader, `select * from ${asKnown(store, target, '$2')} target where plan = $1 and state = 'active' order by start, no`, [
        own['id'],
        instant,
      ]),
      ask(reader, `select * from ${asKnown(store, plannedRegister, '$2')} list where plan = $1 and state = 'active' order by no`, [
        own['id'],
        instant,
      ]),
      ask(reader, `select code, edition as version, sha256 from ${tableOf(store, installedPack)} where plan = $1`, [own['id']]),
    ])
    const figures = await figuresFor(asked, targets, asOf)
    const others = new Set(targets.flatMap((row) => text(row, 'indicator') ?? []).filter((code) => !figures.has(code)))
    const statistics = await statisticsOf(store, [...others], asOf)
    const [pack] = packs
    return {
      plan: { id: String(own['id']), title: String(own['title']), from: text(own, 'from'), until: text(own, 'until') },
      document: { id: String(own['document']), title: String(own['documentTitle']), hasText: own['hasText'] === true },
      pack: pack ? { code: String(pack['code']), version: String(pack['version']), sha256: String(pack['sha256']) } : null,
      targets: targets.map((row) => presentTarget(row, figures, statistics)),
      registers: registers.map((row) => presentRegister(store, row)),
      settings: [...figures.values()].flatMap(({ indicator, settings }) =>
        settings.map((setting) => ({ ...setting, indicator: indicator.code, indicatorTitle: indicator.title })),
      ),
      tasks: Number(own['tasks']),
    } satisfies Programme
  },
})

function notRunning() {
  return refuse(
    'not_found',
    'plan.not-running',
    '这份文件还没有确认，没有执行情况；请先核对并确认',
    'this document has not been confirmed and runs no programme; check and confirm it first',
  )
}

type Figures = ReadonlyMap<string, Awaited<ReturnType<typeof figureOf>>>

async function figuresFor(asked: Asked, targets: readonly Row[], asOf: string | undefined): Promise<Figures> {
  const wanted = new Set(targets.map(({ indicator }) => indicator))
  const found = countedIndicators(asked.store.catalogue).filter(({ code }) => wanted.has(code))
  const around = aroundFigures(asked.store, asOf)
  const figures = await Promise.all(found.map((each) => figureOf(asked, each, parsePeriod('all')!, around)))
  return new Map(figures.map((figure) => [figure.indicator.code, figure]))
}

function text(row: Row, field: string): string | null {
  return row[field] === null || row[field] === undefined ? null : String(row[field])
}

function presentTarget(row: Row, figures: Figures, statistics: ReadonlyMap<string, Statistics>): Programme['targets'][number] {
  const [indicator, part] = [text(row, 'indicator'), text(row, 'part')]
  const figure = indicator === null ? undefined : figures.get(indicator)
  const published = indicator === null ? undefined : statistics.get(indicator)
  const value = part === null ? figure?.value : figure?.parts.find((each) => each.part === part)?.value
  return {
    id: String(row['id']),
    title: String(row['title']),
    parent: text(row, 'parent'),
    relation: (row['relation'] ?? 'headline') as Programme['targets'][number]['relation'], // one of the register's own codes
    relationWhy: (row['relationWhy'] ?? null) as Programme['targets'][number]['relationWhy'], // as the confirmation wrote it
    low: text(row, 'low'),
    high: text(row, 'high'),
    unit: text(row, 'unit'),
    comparator: text(row, 'comparator'),
    deadline: text(row, 'deadline'),
    period: text(row, 'period'),
    indicator,
    part,
    quote: String(row['quote']),
    item: String(row['item']),
    benchmark: text(row, 'benchmark'),
    value: value ?? (published?.latest ? shownValue(published.latest.value, published.settings.decimals) : null),
    follows: figure ? 'register' : published ? 'statistic' : null,
    source: published?.latest ? sourceOf(published.latest) : null,
  }
}

function sourceOf({ period, source, knownOn }: StatisticValue) {
  return { period, title: source, knownOn }
}

function presentRegister(store: Store, row: Row): Programme['registers'][number] {
  const register = text(row, 'register')
  return {
    id: String(row['id']),
    name: String(row['name']),
    kind: text(row, 'kind'),
    register,
    registerTitle: register === null ? null : (store.catalogue.get(register)?.title ?? null),
    why: (row['why'] ?? null) as Programme['registers'][number]['why'], // as the confirmation wrote it
    item: String(row['item']),
  }
}
