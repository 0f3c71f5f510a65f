import type { Register } from '#engine/define/register.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { pastTableOf, type Store, tableOf } from './context.ts'
import type { Bind } from './expression-sql.ts'

/** Which contributions a figure sums. A period is by `countsOn`, `asOf` by `recordedAt`; the two are never mixed. */
export interface FigureQuestion {
  readonly indicator: string
  readonly ruleVersion: number
  readonly measure?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** An instant; what was recorded up to it. */
  readonly asOf?: string | undefined
  /** An instant; what was recorded after it. */
  readonly since?: string | undefined
  /** Entries with this value in a field, as known at `asOf`; an empty one is none. */
  readonly ofClass?: { readonly register: Register; readonly field: string; readonly value: string } | undefined
  /** Area codes from … below. */
  readonly area?: readonly [from: string, below: string] | undefined
  /** Codes within any of these; an area within two of them is there once. */
  readonly areas?: readonly (readonly [from: string, below: string])[] | undefined
}

/** The rows that a question is about, as SQL; `day` names the column that a period goes by. */
export function figureCondition(store: Store, question: FigureQuestion, day: string, bind: Bind): string {
  const { indicator, ruleVersion, measure, from, to, asOf, since, ofClass, area, areas } = question
  const parts = [
    `indicator = ${bind(indicator)}`,
    `rule_version = ${bind(ruleVersion)}`,
    ...(measure ? [`measure = ${bind(measure)}`] : []),
    ...(from ? [`${day} >= ${bind(from)}`] : []),
    ...(to ? [`${day} <= ${bind(to)}`] : []),
    ...(asOf ? [`recorded_at <= ${bind(asOf)}`] : []),
    ...(since ? [`recorded_at > ${bind(since)}`] : []),
    ...(area ? [`area >= ${bind(area[0])} and area < ${bind(area[1])}`] : []),
    ...(areas
      ? [
          `exists (select from unnest(${bind(areas.map(([first]) => first))}::text[], ${bind(areas.map(([, below]) => below))}::text[]) as part(first, below) where area >= part.first and area < part.below)`,
        ]
      : []),
    ...(ofClass
      ? [
          `entry in (select id from (${entriesWith(store, ofClass.register, ofClass.field, asOf, bind)}) own where coalesce(own.value, '') = ${bind(ofClass.value)})`,
        ]
      : []),
  ]
  return parts.join(' and ')
}

/** Every entry with the value of a field, now or as it was known at an instant. */
export function entriesWith(store: Store, register: Register, field: string, asOf: string | undefined, bind: Bind): string {
  const value = `${columnOf(register, field)!.sql}::text as value`
  if (asOf === undefined) return `select id, ${value} from ${tableOf(store, register)}`
  const instant = `${bind(asOf)}::timestamptz`
  return `select id, ${value} from ${tableOf(store, register)} where changed_at <= ${instant}
    union all select id, ${value} from ${pastTableOf(store, register)} where changed_at <= ${instant} and recorded_to > ${instant}`
}
