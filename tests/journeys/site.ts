import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { type ServerProcess, startServer } from '../processes/server-process.ts'
import { openBrowser, pictureFile, type Visitor, visitor } from './browser.ts'
import { copyOf } from './seeded-home.ts'

/** The product as a journey finds it: a server on a copy of the demonstration, and a browser. */
export interface Site {
  readonly home: string
  readonly server: ServerProcess
  readonly browser: Browser
  /** Somebody with a window of their own, until the test ends that they came in; with a login name, signed in. */
  visitor(loginName?: string): Promise<Visitor>
}

/** Opens a site before the tests of a file and takes it down after them; of a test that fails every open page is kept as a picture. */
export function site(): Site {
  const open: { home?: string; server?: ServerProcess; browser?: Browser } = {}
  const ofTest: Visitor[] = []
  let runs = false
  beforeAll(async () => {
    open.home = copyOf(inject('seededHome'))
    ;[open.server, open.browser] = await Promise.all([startServer(open.home), openBrowser()])
  })
  afterAll(async () => {
    await open.browser?.close()
    await open.server?.interrupt()
    if (open.home) rmSync(open.home, { recursive: true, force: true })
  })
  beforeEach(() => {
    runs = true
  })
  afterEach(async ({ task }) => {
    runs = false
    if (task.result?.state === 'fail' && open.browser) await keepPictures(open.browser, task.name)
    await Promise.all(ofTest.splice(0).map((each) => each.close()))
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
      if (runs) ofTest.push(own)
      if (loginName !== undefined) await own.signIn(loginName)
      return own
    },
  }
}

async function keepPictures(browser: Browser, test: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [at, page] of pages.entries()) await page.screenshot({ path: pictureFile(`failed-${test.slice(0, 40)}-${at}`) })
}
