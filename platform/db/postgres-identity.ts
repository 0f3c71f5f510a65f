import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root, so root needs another identity for it. */
export type Identity =
  | { readonly kind: 'self' }
  | { readonly kind: 'nobody' }
  /** A user namespace: files stay root's, so a repository under /root (mode 0700) works. */
  | { readonly kind: 'namespace' }
  /** Nobody, allowed to pass closed folders: for containers, whose root may not make namespaces. */
  | { readonly kind: 'capable' }

const NOBODY = 65534

const NAMESPACE = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`] as const
const CAPABLE = [
  'setpriv',
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
] as const

/** Chooses who runs the server over `folder`, given who owns it already and who may enter it. */
export function identityFor(folder: string, binaries: string): Identity {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const owner = existsSync(join(folder, 'PG_VERSION')) ? statSync(folder).uid : undefined
  const open = everyoneMayEnter(dirname(folder)) && everyoneMayEnter(binaries)
  if (open && owner !== 0) return { kind: 'nobody' }
  if (owner !== NOBODY && works(NAMESPACE)) return { kind: 'namespace' }
  if (owner !== 0 && works(CAPABLE)) return { kind: 'capable' }
  throw new Error(
    `PostgreSQL 不能以 root 运行，而其他用户进不了 ${folder}。请用普通用户启动，或用 LANTU_HOME 指定一个可进入的目录，或用 DATABASE_URL 指定数据库。/ ` +
      `PostgreSQL does not run as root and no other user may enter ${folder}. Start as another user, set LANTU_HOME to a folder others may enter, or set DATABASE_URL.`,
  )
}

/** A program with its arguments, as `spawn` wants it, run under that identity. */
export function commandLine(identity: Identity, path: string, args: readonly string[]) {
  const prefix = identity.kind === 'namespace' ? NAMESPACE : identity.kind === 'capable' ? CAPABLE : []
  const [program = path, ...rest] = [...prefix, path, ...args]
  const as = identity.kind === 'nobody' ? { uid: NOBODY, gid: NOBODY } : {}
  return { program, args: rest, options: { cwd: '/', ...as } }
}

/** Gives a folder that root just made to the identity that will write in it. */
export function handOver(path: string, identity: Identity) {
  if (identity.kind === 'nobody' || identity.kind === 'capable') chownSync(path, NOBODY, NOBODY)
}

function everyoneMayEnter(path: string): boolean {
  if (path === dirname(path)) return true
  const mode = existsSync(path) ? statSync(path).mode : 0o755
  return (mode & 0o001) !== 0 && everyoneMayEnter(dirname(path))
}

function works([program, ...args]: readonly [string, ...string[]]) {
  return spawnSync(program, [...args, 'true'], { cwd: '/' }).status === 0
}
