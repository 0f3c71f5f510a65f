import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { type ServerProcess, startServer } from '../processes/server-process.ts'
import { openBrowser, type Visitor, visitor } from './browser.ts'
import { copyOf } from './seeded-home.ts'

/** The product as a journey finds it: a server on a copy of the demonstration, and a browser. */
export interface Site {
  readonly home: string
  readonly server: ServerProcess
  readonly browser: Browser
  /** Somebody with a window of their own; with a login name, signed in. */
  visitor(loginName?: string): Promise<Visitor>
}

/** Opens a site before the tests of a file and takes it down after them. */
export function site(): Site {
  const open: { home?: string; server?: ServerProcess; browser?: Browser } = {}
  beforeAll(async () => {
    open.home = copyOf(inject('seededHome'))
    open.server = await startServer(open.home)
    open.browser = await openBrowser()
  })
  afterAll(async () => {
    await open.browser?.close()
    await open.server?.interrupt()
    if (open.home) rmSync(open.home, { recursive: true, force: true })
  })
  return {
    get home() {
      return open.home!
    },
    get server() {
      return open.server!
    },
    get browser() {
      return open.browser!
    },
    async visitor(loginName) {
      const own = await visitor(open.browser!, open.server!.address)
      if (loginName !== undefined) await own.signIn(loginName)
      return own
    },
  }
}
