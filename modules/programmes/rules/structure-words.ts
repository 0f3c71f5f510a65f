import { bigrams } from '#engine/derive/bigrams.ts'

/** Units that count the same kind of thing; 个 counts anything that can be counted one by one. */
const COUNTS_ANYTHING = '个'
const ONE_BY_ONE = new Set(['个', '项', '家', '件', '处', '条', '种', '座', '支', '套', '户'])

export function sameUnits(left: string | null, right: string | null): boolean {
  const [a, b] = [left, right].map((unit) => (unit ?? '').replaceAll('項', '项').replaceAll('個', '个'))
  if (a === b) return true
  return (a === COUNTS_ANYTHING && ONE_BY_ONE.has(b ?? '')) || (b === COUNTS_ANYTHING && ONE_BY_ONE.has(a ?? ''))
}

/** Words that say what is done or where, not what is counted. */
const SAYS_NOTHING = /数量|数目|总数|建设|培育|研制|制定|布局|筛选|选拔|组织|攻关|开发|打造|形成|试点|未来产业|重大|[((][^))]*[))]/gu

function bare(label: string): string {
  return label.replaceAll(SAYS_NOTHING, '')
}

/** Whether two targets count things of one sort: their names share a word, or the nouns they end with share a character. */
export function sameObject(left: string, right: string): boolean {
  const [a, b] = [bare(left), bare(right)]
  const words = bigrams(b)
  if ([...bigrams(a)].some((pair) => words.has(pair))) return true
  return Array.from(a.slice(-2)).some((character) => b.slice(-2).includes(character))
}

const MOST_OF_THE_WORDS = 0.5

/** Whether one name says the other again in longer words. */
export function sameName(left: string, right: string): boolean {
  const [a, b] = [bigrams(bare(left)), bigrams(bare(right))]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared > 0 && shared / Math.min(a.size, b.size) >= MOST_OF_THE_WORDS
}
