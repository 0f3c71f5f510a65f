import { figureEntriesInput } from '#contract/figures.ts'
import { areaRange, isProvince } from '#engine/define/area-code.ts'
import { addDecimals } from '#engine/define/decimals.ts'
import { endOfDay, type Period, parsePeriod } from '#engine/define/period.ts'
import { isRefusal, refuse } from '#engine/define/refusal.ts'
import type { Store } from '#engine/store/context.ts'
import { mayRead } from '#engine/store/entries.ts'
import { figureEntries as entriesBehind, type FigureEntry, figureCells } from '#engine/store/figures.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, readEntries } from '#engine/store/read.ts'
import { areaTitles, groupsOn } from '#modules/directory/index.ts'
import { countedIndicators } from '#modules/plans/index.ts'
import { today } from '#platform/clock/clock.ts'
import { badPeriod, unknownIndicator } from './figure.ts'
import { isDimension, noDimension, titleOfValue } from './matrix.ts'

const MOST = 500

/** The entries behind a figure, as far as the person may read them; the total is always the whole figure. */
export const figureEntries = query({
  name: 'programmes.figure-entries',
  label: { zh: '指标明细', en: 'Entries behind a figure' },
  input: figureEntriesInput,
  right: { always: true },
  async run(asked, { indicator, measure, area, group, month, period: code, asOf, since, by, class: value }) {
    const { store } = asked
    const found = countedIndicators(store.catalogue).find((each) => each.code === indicator)
    if (!found) return unknownIndicator(indicator)
    const period = within(parsePeriod(code ?? 'all'), month)
    if (!period) return badPeriod(month ?? code ?? '')
    const areas = group === undefined ? undefined : await areasOfGroup(store, group, asOf)
    if (areas && isRefusal(areas)) return areas
    const register = store.catalogue.need(found.register)
    if (by !== undefined && !isDimension(register, by)) return noDimension(register, by)
    const question = {
      indicator,
      ruleVersion: found.rule.version,
      measure,
      asOf: asOf && endOfDay(asOf, store.timeZone),
      since: since && endOfDay(since, store.timeZone),
      ofClass: by === undefined ? undefined : { register, field: by, value: value ?? '' },
      area: area ? areaOnly(area) : undefined,
      areas,
    }
    const wanted = { ...question, from: period.from ?? undefined, to: period.to ?? undefined }
    const [rows, cells] = await Promise.all([entriesBehind(store, wanted, MOST + 1), figureCells(store, wanted)])
    return {
      total: addDecimals(cells.map(({ amount }) => amount)),
      classTitle: by === undefined ? null : await titleOfValue(store, register, by, value ?? ''),
      entries: await described(asked, rows.slice(0, MOST)),
      cut: rows.length > MOST,
    }
  },
})

/** The row 省直 has the province's code and holds only what lies in no city; a city holds its counties and zones. */
function areaOnly(code: string): readonly [string, string] {
  return isProvince(code) ? [code, `${code.slice(0, 2)}0001`] : areaRange(code)
}

/** The areas of a group as it stood on the day. */
async function areasOfGroup(store: Store, code: string, asOf: string | undefined) {
  const found = (await groupsOn(store, asOf ?? today(store.clock, store.timeZone))).find((group) => group.code === code)
  if (!found)
    return refuse(
      'not_found',
      'area-group.unknown',
      `没有区域组“${code}”，请从指标页的区域组中选择`,
      `there is no group of areas “${code}”; choose one on the figure’s page`,
    )
  return found.members.map(({ area }) => areaRange(area))
}

/** A month inside a period: the stretch of days both have. */
function within(period: Period | undefined, month: string | undefined): Period | undefined {
  if (!period || month === undefined) return period
  const own = parsePeriod(month)
  if (!own?.from || !own.to) return undefined
  return {
    ...own,
    from: period.from && period.from > own.from ? period.from : own.from,
    to: period.to && period.to < own.to ? period.to : own.to,
  }
}

async function described({ store, actor }: Asked, rows: readonly FigureEntry[]) {
  const register = store.catalogue.get(rows[0]?.register ?? '')
  if (!register) return []
  const [entries, areas] = await Promise.all([
    readEntries(
      poolReader(store),
      store,
      register,
      rows.map(({ entry }) => entry),
    ),
    areaTitles(store),
  ])
  const byId = new Map(entries.filter((row) => mayRead(register, row, actor)).map((row) => [row['id'], row]))
  return rows.flatMap(({ entry, area, countsOn, amount, recordedAt }) => {
    const row = byId.get(entry)
    if (!row) return []
    const state = String(row['state'])
    return [
      {
        id: entry,
        no: Number(row['no']),
        title: String(row[register.titleField ?? 'title']),
        state,
        stateLabel: register.states[state]!.label,
        area,
        areaTitle: areas.get(area) ?? area,
        countsOn,
        amount,
        recordedAt: String(recordedAt),
      },
    ]
  })
}
