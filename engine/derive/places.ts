import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'

/** Where an entry lies from a day on. */
export interface Place {
  readonly area: string
  /** Empty: since ever. */
  readonly fromOn: string
}

/** The places of an entry in the order of their days; of a register without dated places the one it has. */
export function placesOf(register: Register, row: Row): readonly [Place, ...Place[]] {
  const rows = datedRows(register, row)
  const [first, ...later] = rows
  return first ? [{ ...first, fromOn: '' }, ...later] : [{ area: String(row[register.area ?? '']), fromOn: '' }]
}

interface Stay {
  readonly area: string
  readonly on: string
  readonly sign: 1 | -1
}

/** What counts from a day on counts where the entry lies then; each later move takes it from the old area to the new one on its day. */
export function stays(places: readonly [Place, ...Place[]], day: string): readonly Stay[] {
  const at = places.findLastIndex(({ fromOn }) => fromOn <= day)
  const [start, ...later] = places.slice(at) as [Place, ...Place[]]
  return later.reduce<{ readonly last: string; readonly found: readonly Stay[] }>(
    ({ last, found }, { area, fromOn }) =>
      area === last
        ? { last, found }
        : { last: area, found: [...found, { area: last, on: fromOn, sign: -1 }, { area, on: fromOn, sign: 1 }] },
    { last: start.area, found: [{ area: start.area, on: day, sign: 1 }] },
  ).found
}

/** What stands against the dated places of an entry: none lies ahead, and the last one is where the entry lies. */
export function placeFaults(register: Register, row: Row, today: string): readonly { readonly path: string; readonly message: Words }[] {
  const path = register.places ?? ''
  const last = datedRows(register, row).at(-1)
  if (!last) return []
  return [
    ...(last.fromOn > today
      ? [
          {
            path,
            message: {
              zh: `迁址日期 ${last.fromOn} 在今天（${today}）之后，请在迁址后再登记`,
              en: `the move of ${last.fromOn} lies after today (${today}); enter it when it has happened`,
            },
          },
        ]
      : []),
    ...(last.area === row[register.area ?? '']
      ? []
      : [
          {
            path,
            message: {
              zh: `属地（${String(row[register.area ?? ''])}）须与最近一次登记的所在地（${last.area}）一致`,
              en: `the area (${String(row[register.area ?? ''])}) must be that of the latest place (${last.area})`,
            },
          },
        ]),
  ]
}

function datedRows(register: Register, row: Row): readonly Place[] {
  const rows = register.places ? row[register.places] : undefined
  if (!Array.isArray(rows)) return []
  return rows
    .filter((each: Row) => typeof each['area'] === 'string' && typeof each['fromOn'] === 'string')
    .map((each: Row) => ({ area: String(each['area']), fromOn: String(each['fromOn']) }))
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : one.fromOn > other.fromOn ? 1 : 0))
}
