import type { Edge, Violation } from './import-rules.ts'

/** Reports each ring of files that import one another once, at its first file; types count too. */
export function checkCycles(edges: readonly Edge[]): readonly Violation[] {
  const graph = graphOf(edges)
  return ringsOf(graph).map((ring) => {
    const [first = ''] = ring
    const edge = edges.find(({ from, to }) => from === first && to.kind === 'ours' && ring.includes(to.path))
    return {
      path: first,
      line: edge?.import.line ?? 1,
      rule: 'no-cycles',
      remedy: `files import one another: ${[...ring, first].join(' → ')}; move what they share into a file of its own.`,
    }
  })
}

type Graph = ReadonlyMap<string, readonly string[]>

function graphOf(edges: readonly Edge[]): Graph {
  const graph = new Map<string, string[]>()
  for (const { from, to } of edges) {
    if (to.kind === 'ours') graph.set(from, [...(graph.get(from) ?? []), to.path])
  }
  return graph
}

/** For every strongly connected set of files, its shortest ring. */
function ringsOf(graph: Graph): readonly (readonly string[])[] {
  const seen = new Set<string>()
  return [...graph.keys()].flatMap((file) => {
    if (seen.has(file)) return []
    const ring = shortestRing(graph, file)
    for (const each of ring) seen.add(each)
    return ring.length > 0 ? [ring] : []
  })
}

function shortestRing(graph: Graph, start: string): readonly string[] {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return pathTo(file, start, cameFrom)
      if (cameFrom.has(next)) continue
      cameFrom.set(next, file)
      waiting.push(next)
    }
  }
  return []
}

function pathTo(file: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const path = [file]
  for (let at = file; at !== start; at = path[0] ?? start) path.unshift(cameFrom.get(at) ?? start)
  return path
}
