import { sameUnits } from './structure-words.ts'

/** 万 and 亿 before what is counted: 600亿元 is held against 5,805,200万元. */
const SCALES: readonly (readonly [string, number])[] = [
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
]

/** How many units of the second kind one of the first is; undefined when they do not measure the same. An empty unit is taken for the other. */
export function unitsIn(from: string, to: string): number | undefined {
  if (from === '' || to === '' || from === to) return 1
  const [own, other] = [parted(from), parted(to)]
  return sameUnits(own.of, other.of) ? own.scale / other.scale : undefined
}

function parted(unit: string): { readonly scale: number; readonly of: string } {
  const [scale, factor] = SCALES.find(([prefix]) => unit.startsWith(prefix)) ?? ['', 1]
  return { scale: factor, of: unit.slice(scale.length) }
}
