/** What of a pack points at other parts of it. */
interface Referring {
  readonly items: readonly { readonly key: string; readonly quote: string; readonly start: number; readonly end: number }[]
  readonly targets: readonly { readonly key: string; readonly item: string; readonly parent: string | null }[]
  readonly tasks: readonly { readonly key: string; readonly item: string }[]
  readonly registers: readonly { readonly key: string; readonly item: string }[]
  readonly areaGroups: readonly { readonly code: string }[]
  readonly areas: readonly { readonly code: string }[]
  readonly reports: readonly { readonly code: string }[]
  readonly indicators: readonly { readonly code: string; readonly targets: readonly string[] }[]
  readonly instruments: readonly { readonly key: string }[]
  readonly sheets: readonly { readonly register: string }[]
  readonly classifications: readonly { readonly code: string; readonly terms: readonly { readonly code: string }[] }[]
}

/** What a pack names must be in it, and a quote is as long as its offsets say. */
export function referenceFaults(pack: Referring) {
  const { items, targets, tasks, registers, areaGroups, areas, classifications, reports, indicators, instruments, sheets } = pack
  const known = new Set(items.map(({ key }) => key))
  const heads = new Set(targets.filter(({ parent }) => parent === null).map(({ key }) => key))
  const lists = { targets, tasks, registers }
  const coded = {
    areaGroups,
    areas,
    classifications,
    reports,
    indicators,
    instruments: instruments.map(({ key }) => ({ code: key })),
    sheets: sheets.map(({ register }) => ({ code: register })),
  }
  const targetKeys = new Set(targets.map(({ key }) => key))
  return [
    ...Object.entries(coded).flatMap(([list, given]) => twice(list, given)),
    ...classifications.flatMap(({ code, terms }) => twice(`classifications ${code}`, terms)),
    ...Object.entries(lists).flatMap(([list, parts]) =>
      parts.flatMap(({ item }, at) =>
        known.has(item) ? [] : [{ path: [list, at, 'item'], message: `没有条目 ${item} | there is no item ${item}` }],
      ),
    ),
    ...targets.flatMap(({ parent }, at) =>
      parent === null || heads.has(parent)
        ? []
        : [{ path: ['targets', at, 'parent'], message: `${parent} 不是总目标 | ${parent} is no headline` }],
    ),
    ...indicators.flatMap(({ targets: named }, at) =>
      named.flatMap((key) =>
        targetKeys.has(key) ? [] : [{ path: ['indicators', at, 'targets'], message: `没有目标 ${key} | there is no target ${key}` }],
      ),
    ),
    ...items.flatMap(({ quote, start, end }, at) =>
      end - start === quote.length
        ? []
        : [{ path: ['items', at, 'quote'], message: '摘录长度与起止不符 | the quote is not as long as its offsets say' }],
    ),
  ]
}

function twice(list: string, given: readonly { readonly code: string }[]) {
  const seen = new Set<string>()
  return given.flatMap(({ code }, at) => {
    if (!seen.has(code)) {
      seen.add(code)
      return []
    }
    return [{ path: [list, at, 'code'], message: `代码 ${code} 重复 | the code ${code} stands twice` }]
  })
}
