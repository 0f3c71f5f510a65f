import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { withFolderLock } from '#platform/db/folder-lock.ts'

/** `absent`: this tree has no web app; `kept`: it cannot be built here, and an earlier build serves. */
export type WebBuild = { readonly state: 'fresh' | 'built' | 'kept' | 'absent' }

const CONFIG = 'apps/web/vite.config.ts'
const SOURCES = ['apps/web', 'contract', 'policy-text', 'engine/define', 'package-lock.json']

/** Builds the web app into dist/web unless the last build was made from the very same sources. */
export async function buildWebIfStale(root: string): Promise<WebBuild> {
  if (!existsSync(join(root, CONFIG))) return { state: 'absent' }
  if (isFresh(root)) return { state: 'fresh' }
  await mkdir(join(root, 'dist'), { recursive: true })
  return await withFolderLock(join(root, 'dist', 'web.lock'), async () => (isFresh(root) ? { state: 'fresh' } : await build(root)))
}

async function build(root: string): Promise<WebBuild> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) return withoutVite(root)
  const hash = hashOfSources(root) // before the build: a file saved meanwhile makes it stale again
  const next = join(root, 'dist', 'web-next')
  await run(process.execPath, [vite, 'build', '--config', CONFIG, '--outDir', next, '--logLevel', 'warn'], root)
  writeFileSync(join(next, STAMP), hash)
  swap(root, next)
  return { state: 'built' }
}

function withoutVite(root: string): WebBuild {
  if (existsSync(join(root, 'dist', 'web', 'index.html'))) return { state: 'kept' }
  throw new Error(
    '网页尚未构建，且未安装 vite；请运行 npm ci --include=dev 后重试。/ The web app is not built and vite is not installed; run npm ci --include=dev and try again.',
  )
}

function isFresh(root: string) {
  const stamp = stampOf(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources(root)
}

/** A running server never finds a folder half built. */
function swap(root: string, next: string) {
  const place = join(root, 'dist', 'web')
  const old = join(root, 'dist', 'web-old')
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(next, place)
  rmSync(old, { recursive: true, force: true })
}

const STAMP = '.built'

function stampOf(root: string) {
  return join(root, 'dist', 'web', STAMP)
}

function hashOfSources(root: string): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source))))
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:test|check)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function run(program: string, args: readonly string[], cwd: string) {
  const child = spawn(program, args, { cwd, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  child.on('error', reject)
  child.on('exit', (code, signal) =>
    code === 0 ? resolve() : reject(new Error(`网页构建失败。/ The build of the web app failed: vite ended with ${signal ?? code}.`)),
  )
  await promise
}

if (import.meta.main) console.log(`web: ${(await buildWebIfStale(join(import.meta.dirname, '..'))).state}`)
