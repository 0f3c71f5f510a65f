import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { KEPT_DEFINITIONS } from './keep-definitions.ts'

const root = dirname(import.meta.dirname)
/** The first release whose definitions were kept under its number. */
const FIRST = '0.4.0'

test('the definitions of every release before the newest in the changelog are kept, so that migrations are tried from them', () => {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const versions = [...changelog.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, version]) => version!)
  const released = versions.slice(1, versions.indexOf(FIRST) + 1)

  expect(released).toContain(FIRST)
  expect(readdirSync(join(root, KEPT_DEFINITIONS))).toEqual(expect.arrayContaining(released.map((version) => `${version}.json`)))
})
