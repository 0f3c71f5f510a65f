import { APPS_THAT_START_OTHERS, HOMES, LAYERS, type Layer, TEST, WORKSHOP } from './layers.ts'
import { type Manifest, resolveImport, type Target } from './resolve.ts'
import type { Import, Source } from './source.ts'

/** One sentence of the house that a line breaks, and what to do instead. */
export interface Violation {
  readonly path: string
  readonly line: number
  readonly rule: string
  readonly remedy: string
}

/** One import with both its ends known. */
export interface Edge {
  readonly from: string
  readonly to: Target
  readonly import: Import
}

/** What an import is judged against. */
export interface Surroundings {
  readonly root: string
  readonly manifest: Manifest
  readonly modules: readonly string[]
}

type Fault = { readonly rule: string; readonly remedy: string } | undefined
type ImportRule = (edge: Edge, surroundings: Surroundings) => Fault

/** Every import of every file, resolved. */
export function edgesOf(sources: readonly Source[], { root, manifest }: Surroundings): readonly Edge[] {
  return sources.flatMap(({ path, imports }) =>
    imports.map((each) => ({ from: path, to: resolveImport(root, manifest, path, each.specifier), import: each })),
  )
}

/** Asks every rule about every import. */
export function checkImports(edges: readonly Edge[], surroundings: Surroundings): readonly Violation[] {
  return edges.flatMap((edge) =>
    RULES.flatMap((rule) => {
      const fault = rule(edge, surroundings)
      return fault
        ? [{ path: edge.from, line: edge.import.line, rule: fault.rule, remedy: `"${edge.import.specifier}": ${fault.remedy}` }]
        : []
    }),
  )
}

const RULES: readonly ImportRule[] = [
  everythingResolves,
  testsAreNotLibraries,
  noDevDependencies,
  keepsToItsLayer,
  livesAtHome,
  appsStandAlone,
  browserHasNoServer,
  modulesMeetAtTheDoor,
  modulesKeepTheirOrder,
  definitionsStayHome,
  queriesOnlyRead,
]

const isProduct = (path: string) => !TEST.test(path) && !WORKSHOP.test(path)
const MODULE = /^modules\/([^/]+)\//
const DEFINITION = /^modules\/([^/]+)\/(?:registers|rules)\//

function everythingResolves({ to }: Edge): Fault {
  if (to.kind !== 'nowhere') return undefined
  return {
    rule: 'everything-resolves',
    remedy: 'no such file or package; write the file with its extension, the package into package.json.',
  }
}

function testsAreNotLibraries({ from, to }: Edge): Fault {
  if (to.kind !== 'ours' || TEST.test(from) || !TEST.test(to.path)) return undefined
  return { rule: 'tests-are-not-libraries', remedy: 'code never imports tests; move what both need into the code.' }
}

/** The browser's packages are devDependencies: they are bundled, not installed with the product. */
function noDevDependencies({ from, to, import: { kind } }: Edge, { manifest }: Surroundings): Fault {
  if (to.kind !== 'package' || kind === 'type' || !isProduct(from) || from.startsWith('apps/web/')) return undefined
  if (manifest.dependencies.includes(to.name)) return undefined
  return { rule: 'no-dev-dependencies', remedy: 'the running product may use only "dependencies" of package.json.' }
}

function keepsToItsLayer(edge: Edge): Fault {
  if (!isProduct(edge.from)) return undefined
  const broken = LAYERS.filter(({ room }) => room.test(edge.from)).find((layer) => !mayImport(layer, edge))
  return broken && { rule: broken.rule, remedy: broken.remedy }
}

function mayImport(layer: Layer, { to, import: { kind } }: Edge): boolean {
  if (to.kind === 'ours')
    return TEST.test(to.path) || layer.may.test(to.path) || (kind === 'type' && (layer.mayTypes?.test(to.path) ?? false))
  if (to.kind === 'package') return layer.packages?.test(to.name) ?? true
  return to.kind === 'nowhere' || layer.node !== 'never'
}

function livesAtHome({ from, to }: Edge): Fault {
  if (to.kind !== 'package' || !isProduct(from)) return undefined
  return HOMES.find(({ packages, homes }) => packages.test(to.name) && !homes.test(from))
}

function appsStandAlone({ from, to }: Edge): Fault {
  const [own, other] = [from, to.kind === 'ours' ? to.path : ''].map((path) => /^apps\/([^/]+)\//.exec(path)?.[1])
  if (own === undefined || other === undefined || own === other || TEST.test(from)) return undefined
  if (APPS_THAT_START_OTHERS[own]?.includes(other)) return undefined
  return { rule: 'apps-stand-alone', remedy: 'one app never imports another; move what both need to platform, contract or a module.' }
}

function browserHasNoServer({ from, to, import: { kind } }: Edge, { manifest }: Surroundings): Fault {
  if (!from.startsWith('apps/web/') || !isProduct(from)) return undefined
  const fault = (remedy: string) => ({ rule: 'browser-has-no-server', remedy })
  if (to.kind === 'node') return fault('there is no Node in a browser.')
  if (to.kind === 'package' && to.name !== 'zod' && manifest.dependencies.includes(to.name))
    return fault('this package runs on the server only.')
  if (to.kind !== 'ours' || /^(?:apps|contract|policy-text)\//.test(to.path)) return undefined
  const shape = kind === 'type' && to.path.startsWith('engine/define/')
  return shape
    ? undefined
    : fault('the web imports contract, policy-text and `import type` from engine/define; everything else comes over HTTP.')
}

function modulesMeetAtTheDoor({ from, to }: Edge): Fault {
  const [own, other] = [MODULE.exec(from)?.[1], to.kind === 'ours' ? MODULE.exec(to.path)?.[1] : undefined]
  if (TEST.test(from) || to.kind !== 'ours' || own === undefined || other === undefined || own === other) return undefined
  if (to.path === `modules/${other}/index.ts` || TEST.test(to.path) || DEFINITION.test(from)) return undefined
  return { rule: 'modules-meet-at-the-door', remedy: `reach the module through #modules/${other}/index.ts.` }
}

function modulesKeepTheirOrder({ from, to }: Edge, { modules }: Surroundings): Fault {
  const [own, other] = [MODULE.exec(from)?.[1], to.kind === 'ours' ? MODULE.exec(to.path)?.[1] : undefined]
  if (own === undefined || TEST.test(from)) return undefined
  const rule = 'modules-keep-their-order'
  if (!modules.includes(own)) return { rule, remedy: `the module ${own} is not in the list; add it to MODULES in tools/house/layers.ts.` }
  if (other === undefined || modules.indexOf(other) <= modules.indexOf(own)) return undefined
  return { rule, remedy: `${own} stands before ${other}; use a job or a register reference, or move the shared part down.` }
}

/** A definition names another register, `ref('plan')`; it never imports it. */
function definitionsStayHome({ from, to }: Edge): Fault {
  const own = DEFINITION.exec(from)?.[1]
  if (own === undefined || TEST.test(from) || to.kind !== 'ours') return undefined
  if (!/^(?:modules|registers)\//.test(to.path) || to.path.startsWith(`modules/${own}/`)) return undefined
  return {
    rule: 'definitions-stay-home',
    remedy: "definitions and rules never import another module; name its register: { kind: 'ref', to: 'plan' }.",
  }
}

function queriesOnlyRead({ from, to }: Edge): Fault {
  if (!/^modules\/[^/]+\/queries\//.test(from) || TEST.test(from) || to.kind !== 'ours') return undefined
  if (!/^modules\/[^/]+\/(?:commands|jobs)\//.test(to.path)) return undefined
  return { rule: 'queries-only-read', remedy: 'a query never imports a command or a job; let the caller do both.' }
}
