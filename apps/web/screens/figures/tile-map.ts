/** Where cities lie to each other, one square each: column and row. Data, not drawing; a province without a table here gets bars. */
type Place = readonly [column: number, row: number]

const JIANGSU: Readonly<Record<string, Place>> = {
  '320300': [1, 1],
  '320700': [3, 1],
  '321300': [2, 2],
  '320800': [3, 2],
  '320900': [4, 2],
  '321000': [2, 3],
  '321200': [3, 3],
  '320600': [4, 3],
  '320100': [1, 4],
  '321100': [2, 4],
  '320400': [3, 4],
  '320200': [4, 4],
  '320500': [5, 4],
}

const MAPS: Readonly<Record<string, Readonly<Record<string, Place>>>> = { '32': JIANGSU }

/** 南京市 → 南京, for a small square. */
export const shortTitle = (title: string) => (title.length > 2 ? title.replace(/市$/, '') : title)

/** The places of all these cities, or undefined when one of them has none. */
export function placesOf(cities: readonly string[]): Readonly<Record<string, Place>> | undefined {
  const map = MAPS[cities[0]?.slice(0, 2) ?? '']
  return map !== undefined && cities.every((code) => code in map) ? map : undefined
}

/** Every city of the province's map that this place lies in. */
export const mappedCities = (place: string | undefined): readonly string[] => Object.keys(MAPS[place?.slice(0, 2) ?? ''] ?? {})
