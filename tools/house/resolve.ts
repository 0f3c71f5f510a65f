import { existsSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'

/** Where an import leads. */
export type Target =
  | { readonly kind: 'ours'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'nowhere' }

/** What package.json says about names: our own (`#engine/*`) and other people's. */
export interface Manifest {
  readonly imports: Readonly<Record<string, string>>
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
}

const BUILTIN = new Set(builtinModules)

/** Reads the names from package.json. */
export function readManifest(root: string): Manifest {
  const json: Record<string, Record<string, string> | undefined> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return {
    imports: json.imports ?? {},
    dependencies: Object.keys({ ...json.dependencies, ...json.optionalDependencies }),
    devDependencies: Object.keys(json.devDependencies ?? {}),
  }
}

/** Follows an import as Node does, with the extension written out; `?raw` and the like are vite's and left aside. */
export function resolveImport(root: string, manifest: Manifest, from: string, specifier: string): Target {
  const [bare = ''] = specifier.split('?')
  if (bare.startsWith('.')) return ours(root, posix.join(posix.dirname(from), bare))
  if (bare.startsWith('#')) return ours(root, throughMap(manifest, bare))
  if (bare.startsWith('node:') || BUILTIN.has(bare)) return { kind: 'node', name: bare.replace(/^node:/, '') }
  const name = packageName(bare)
  const known = [...manifest.dependencies, ...manifest.devDependencies].includes(name)
  return known ? { kind: 'package', name } : { kind: 'nowhere' }
}

function ours(root: string, path: string | undefined): Target {
  const file = path === undefined ? undefined : join(root, path)
  return path !== undefined && file !== undefined && existsSync(file) && statSync(file).isFile()
    ? { kind: 'ours', path }
    : { kind: 'nowhere' }
}

/** "#engine/define/register.ts" by "#engine/*": "./engine/*". */
function throughMap({ imports }: Manifest, specifier: string): string | undefined {
  for (const [name, place] of Object.entries(imports)) {
    const [start = '', end] = name.split('*')
    if (end === undefined ? specifier === name : specifier.startsWith(start) && specifier.endsWith(end)) {
      const middle = specifier.slice(start.length, specifier.length - (end?.length ?? 0))
      return posix.normalize(place.replace('*', () => middle))
    }
  }
  return undefined
}

/** "@fastify/helmet" of "@fastify/helmet/types", "pg" of "pg/lib/client". */
function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
