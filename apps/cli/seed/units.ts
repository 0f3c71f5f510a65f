import type { Store } from '#engine/store/context.ts'
import { orgUnit } from '#modules/directory/index.ts'
import { creditCode, made } from './directory.ts'
import { unitName } from './names.ts'
import type { SeededArea } from './officials.ts'
import type { Random } from './random.ts'

export interface SeededUnit {
  readonly id: string
  readonly title: string
  readonly area: string
  readonly unitType: string
}

const PER_COUNTY = 6
/** Cities with more industry have more units; the rest have one share. */
const SHARES: Readonly<Record<string, number>> = { '3201': 2, '3202': 2, '3204': 1.5, '3205': 2.5, '3206': 1.5 }
/** Units of the province itself, which belong to no city. */
const PROVINCIAL = [
  '省属量子信息研究院（演示）',
  '省属新材料研究院（演示）',
  '省属合成生物研究院（演示）',
  '省属先进能源研究院（演示）',
  '省属智能制造研究院（演示）',
  '省属空天信息研究院（演示）',
  '省属海洋技术研究院（演示）',
  '省属脑科学研究院（演示）',
]
const TYPES = ['enterprise', 'enterprise', 'enterprise', 'enterprise', 'institute', 'agency'] as const

/** Invented enterprises, institutes and park operators in every county and zone. */
export async function seedUnits(store: Store, random: Random, areas: readonly SeededArea[]): Promise<readonly SeededUnit[]> {
  const taken = new Set<string>()
  const rows = areas
    .filter(({ level }) => level === 'county' || level === 'zone')
    .flatMap(({ code, title }) =>
      Array.from({ length: Math.round(PER_COUNTY * (SHARES[code.slice(0, 4)] ?? 1)) }, (_each, at) => {
        const unitType = TYPES[at % TYPES.length]!
        return { title: fresh(taken, () => unitName(random, title, unitType)), unitType, area: code }
      }),
    )
  for (const name of PROVINCIAL) rows.push({ title: name, unitType: 'institute', area: '320000' })
  const ids = await made(
    store,
    orgUnit,
    rows.map((row, at) => ({ ...row, uscc: creditCode(row.area, FIRST_NUMBER + at) })),
  )
  return rows.map((row, at) => ({ ...row, id: ids[at]! }))
}

/** Behind the numbers of the sample pack's own units. */
const FIRST_NUMBER = 200

function fresh(taken: Set<string>, make: () => string): string {
  for (let name = make(); ; name = make()) {
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
