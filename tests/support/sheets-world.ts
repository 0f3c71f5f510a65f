import { afterAll, beforeAll } from 'vitest'
import { type Api, openApi } from './api.ts'
import { type Importing, importing } from './importing.ts'
import { openWorld, type World, type WorldWanted } from './world.ts'

/** A world with its API and its imports, as stories about sheets need it: fetched by one, handed in by the other. */
export interface SheetsWorld {
  readonly world: World
  readonly api: Api
  readonly imports: Importing
}

/** Opens it before the tests of a file and takes it down after them. */
export function sheetsWorld(wanted: WorldWanted = {}): SheetsWorld {
  const open: { world?: World; api?: Api; imports?: Importing } = {}
  beforeAll(async () => {
    open.world = await openWorld(wanted)
    open.api = await openApi(open.world)
    open.imports = importing(open.world)
  })
  afterAll(async () => {
    await open.api?.close()
    await open.world?.close()
  })
  return {
    get world() {
      return open.world!
    },
    get api() {
      return open.api!
    },
    get imports() {
      return open.imports!
    },
  }
}
