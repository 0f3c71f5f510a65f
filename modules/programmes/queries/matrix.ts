import { type FigureMatrix, matrixInput } from '#contract/figures.ts'
import { cityOf } from '#engine/define/area-code.ts'
import { negated } from '#engine/define/decimals.ts'
import { endOfDay, parsePeriod } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { type SignedMeasure, signsOf } from '#engine/derive/counted-with.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Store } from '#engine/store/context.ts'
import { figureCellsBy } from '#engine/store/figure-classes.ts'
import { figureCells } from '#engine/store/figures.ts'
import { query } from '#engine/store/query.ts'
import { poolReader, titlesFor } from '#engine/store/read.ts'
import { areaGroup, classesOn, type groupsOn } from '#modules/directory/index.ts'
import { type CountedIndicator, countedIndicators } from '#modules/plans/index.ts'
import { today } from '#platform/clock/clock.ts'
import { type NamedArea, rowsByArea } from '../rules/figure-tables.ts'
import { byGroupKind, cellsByGroup, groupKindOf, overlapping } from '../rules/group-rows.ts'
import { type ColumnsBy, columnOf, columnsBetween, type MatrixCell, type MatrixHead, matrixOf } from '../rules/matrix.ts'
import { aroundFigures, badPeriod, unknownIndicator } from './figure.ts'
import { shownSettings } from './settings.ts'
import type { Decided } from './standing.ts'

const BY_AREA = 'area'
const NOT_FILLED: Words = { zh: '未填写', en: 'not filled in' }

/** A figure in rows and columns: cities or classes against measures or stretches of time. */
export const matrix = query({
  name: 'programmes.matrix',
  label: { zh: '指标对比', en: 'Comparison of a figure' },
  input: matrixInput,
  right: { always: true },
  async run({ store }, { indicator, measure, by, columns, period: code, asOf }) {
    const found = countedIndicators(store.catalogue).find((each) => each.code === indicator)
    if (!found) return unknownIndicator(indicator)
    const period = parsePeriod(code ?? 'all')
    if (!period) return badPeriod(code ?? '')
    const register = store.catalogue.need(found.register)
    const day = asOf ?? today(store.clock, store.timeZone)
    const { areas, groups, decided } = await aroundFigures(store, asOf).beside()
    const cut = { register, by, day, areas, groups: groups.filter(({ kind }) => kind === groupKindOf(by)) }
    if (by !== BY_AREA && cut.groups.length === 0 && !isDimension(register, by)) return noDimension(register, by, groups)
    if (measure !== undefined && !Object.hasOwn(found.rule.measures, measure)) return noMeasure(found, measure)
    const question = {
      indicator,
      ruleVersion: found.rule.version,
      from: period.from ?? undefined,
      to: period.to ?? undefined,
      asOf: asOf && endOfDay(asOf, store.timeZone),
    }
    const cells = await cellsBy(store, cut, question)
    const told = columns === 'measure' ? measured(found, cells) : overTime(cells, columns, signsFor(found, measure, decided))
    const within = told.cells.filter(({ column }) => told.columns.some(({ code: own }) => own === column))
    return {
      indicator: { code: indicator, title: found.rule.title, unit: found.rule.unit, register: found.register },
      measure: measure ?? null,
      by,
      dimensions: dimensionsOf(register, groups),
      ...compared(cut, within, { rows: await rowsOf(store, cut, within), columns: told.columns }),
      asOf: { day, now: asOf === undefined },
      period: { code: period.code, title: period.title },
      computedAt: store.clock.now().toISOString(),
    } satisfies FigureMatrix
  },
})

/** What the rows are, as of which day; `groups` are those of the kind that is asked for, none when rows are something else. */
interface Cut {
  readonly register: Register
  readonly by: string
  readonly day: string
  readonly areas: readonly NamedArea[]
  readonly groups: Groups
}

type Groups = Awaited<ReturnType<typeof groupsOn>>

/** Under groups, which overlap and leave areas out, stands the whole province, and each says with which others it shares areas. */
function compared(
  { groups }: Cut,
  cells: readonly MatrixCell[],
  { rows, columns }: { readonly rows: readonly MatrixHead[]; readonly columns: readonly MatrixHead[] },
): Pick<FigureMatrix, 'columns' | 'rows' | 'total' | 'partial'> {
  const told = matrixOf(cells, rows, columns)
  if (groups.length === 0) return { ...told, rows: told.rows.map((row) => ({ ...row, overlaps: [] })), partial: false }
  const whole = matrixOf(
    cells.filter(({ row }) => row === WHOLE),
    [{ code: WHOLE, title: NOT_FILLED }],
    columns,
  )
  const overlaps = new Map(groups.map((group) => [group.code, overlapping(group, groups)]))
  return {
    columns: told.columns,
    rows: told.rows.map((row) => ({ ...row, overlaps: [...(overlaps.get(row.code) ?? [])] })),
    total: whole.total,
    partial: true,
  }
}

/** Cells of the province beside those of its groups; no group is called so. */
const WHOLE = ''

interface Cell {
  readonly row: string
  readonly measure: string
  readonly month: string
  readonly amount: string
}

async function cellsBy(store: Store, { register, by, groups }: Cut, question: Parameters<typeof figureCells>[1]): Promise<readonly Cell[]> {
  if (groups.length > 0) {
    const cells = await figureCells(store, question)
    return [...cellsByGroup(cells, groups), ...cells.map((cell) => ({ ...cell, row: WHOLE }))]
  }
  if (by !== BY_AREA) return (await figureCellsBy(store, register, by, question)).map(({ value, ...cell }) => ({ row: value, ...cell }))
  return (await figureCells(store, question)).map(({ area, ...cell }) => ({ row: cityOf(area), ...cell }))
}

interface Told {
  readonly columns: readonly MatrixHead[]
  readonly cells: readonly MatrixCell[]
}

/** The measures themselves as columns, without details. */
function measured({ rule }: CountedIndicator, cells: readonly Cell[]): Told {
  const shown = Object.entries(rule.measures).filter(([name]) => !rule.details?.includes(name))
  return {
    columns: shown.map(([code, title]) => ({ code, title })),
    cells: cells.map(({ row, measure, amount }) => ({ row, column: measure, amount })),
  }
}

/** Stretches of time as columns, from the first to the last in which anything of it counts. */
function overTime(cells: readonly Cell[], by: ColumnsBy, signs: readonly SignedMeasure[]): Told {
  const own = held(cells, signs)
  return {
    columns: columnsBetween(
      own.map(({ month }) => month),
      by,
    ),
    cells: own.map(({ row, month, amount }) => ({ row, column: columnOf(month, by), amount })),
  }
}

function signsFor(found: CountedIndicator, measure: string | undefined, decided: readonly Decided[]): readonly SignedMeasure[] {
  if (measure !== undefined) return [{ measure, sign: 1 }]
  const settings = shownSettings(found, decided)
  return signsOf(found.rule, Object.fromEntries(settings.map(({ setting, choice }) => [setting, choice])))
}

function held(cells: readonly Cell[], signs: readonly SignedMeasure[]): readonly Cell[] {
  return signs.flatMap(({ measure, sign }) =>
    cells.filter((cell) => cell.measure === measure).map((cell) => (sign === 1 ? cell : { ...cell, amount: negated(cell.amount) })),
  )
}

/** Cities in the order of their codes and 省直; classes and choices in their own order; at the end what has none. */
async function rowsOf(
  store: Store,
  { register, by, day, areas, groups }: Cut,
  cells: readonly MatrixCell[],
): Promise<readonly MatrixHead[]> {
  if (groups.length > 0) return groups.map(({ code, title }) => ({ code, title: { zh: title, en: title } }))
  if (by === BY_AREA) {
    const counted = cells.map(({ row, amount }) => ({ measure: '', area: row, month: '', amount }))
    return rowsByArea(counted, areas, [], day).map(({ area, title }) => ({ code: area, title: { zh: title, en: title } }))
  }
  const there = new Set(cells.map(({ row }) => row))
  const known = await valuesOf(store, register, by, day)
  const strays = [...there].filter((value) => value !== '' && !known.some(({ code }) => code === value)).toSorted()
  const titles = await titlesFor(
    poolReader(store),
    store,
    register,
    strays.map((value) => ({ [by]: value })),
  )
  return [
    ...known.filter(({ code, inner }) => !inner || there.has(code)).map(({ code, title }) => ({ code, title })),
    ...strays.map((value) => ({ code: value, title: printed(register, by, value, titles) })),
    ...(there.has('') ? [{ code: '', title: NOT_FILLED }] : []),
  ]
}

/** What a value of a field is called; an empty one has not been filled in. */
export async function titleOfValue(store: Store, register: Register, by: string, value: string): Promise<Words> {
  if (value === '') return NOT_FILLED
  return printed(register, by, value, await titlesFor(poolReader(store), store, register, [{ [by]: value }]))
}

interface Value extends MatrixHead {
  /** A class below another: shown only where something counts. */
  readonly inner: boolean
}

async function valuesOf(store: Store, register: Register, by: string, day: string): Promise<readonly Value[]> {
  const field = register.fields[by]!
  if ('scheme' in field)
    return (await classesOn(store, String(field.scheme), day)).map(({ code, title, titleEn, parent }) => ({
      code,
      title: { zh: title, en: titleEn ?? title },
      inner: parent !== null,
    }))
  const codes = 'codes' in field ? Object.keys(field.codes) : ['true', 'false']
  return codes.map((code) => ({ code, title: printed(register, by, code, {}), inner: false }))
}

function printed(register: Register, by: string, value: string, titles: Readonly<Record<string, string>>): Words {
  const field = register.fields[by]!
  const typed = kindOf(field).control === 'check' ? value === 'true' : value
  const print = (language: 'zh' | 'en') => kindOf(field).print(typed, field, language, titles) || value
  return { zh: print('zh'), en: print('en') }
}

/** Cities, the kinds of groups of areas there are, then every field of the register that has a short list of values. */
function dimensionsOf(register: Register, groups: Groups): FigureMatrix['dimensions'] {
  const there = new Set(groups.map(({ kind }) => kind))
  const kinds = Object.entries(areaGroup.fields.kind.codes).filter(([kind]) => there.has(kind))
  const fields = Object.entries(register.fields).filter(([name]) => isDimension(register, name))
  return [
    { by: BY_AREA, title: { zh: '设区市', en: 'City' } },
    ...kinds.map(([kind, title]) => ({ by: byGroupKind(kind), title })),
    ...fields.map(([by, { label }]) => ({ by, title: label })),
  ]
}

/** Whether a figure can be cut by this field: a class or a choice, not units among thousands. */
export function isDimension(register: Register, name: string): boolean {
  const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined
  return field !== undefined && !field.system && kindOf(field).facet === 'value' && kindOf(field).refersTo?.(field) === undefined
}

export function noDimension(register: Register, by: string, groups: Groups = []): Refusal {
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    dimensionsOf(register, groups).map(({ by: name, title }) => `${title[language]}(${name})`),
  )
  return refuse(
    'invalid',
    'figure.no-dimension',
    `不能按“${by}”分组，可选：${zh!.join('、')}`,
    `the figure cannot be cut by “${by}”; use one of ${en!.join(', ')}`,
  )
}

function noMeasure({ rule }: CountedIndicator, measure: string): Refusal {
  const names = Object.entries(rule.measures)
  return refuse(
    'invalid',
    'figure.no-measure',
    `没有口径“${measure}”，可选：${names.map(([name, { zh }]) => `${zh}(${name})`).join('、')}`,
    `there is no measure “${measure}”; use one of ${names.map(([name, { en }]) => `${en} (${name})`).join(', ')}`,
  )
}
