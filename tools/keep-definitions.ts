import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { shipped } from '#apps/api/installation.ts'

/** Where the definitions of releases lie, from the root; the tests of migrations start from each of them. */
export const KEPT_DEFINITIONS = 'tests/migrations/definitions'

/**
 * Keeps every register's definition as this release has it, as JSON, under the version of package.json. Run once, on the commit that is
 * released: installations hold these definitions from then on, so that a file that is there is never written again.
 */
function keepDefinitions(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string } // the product's own manifest
  const file = join(root, KEPT_DEFINITIONS, `${version}.json`)
  if (existsSync(file))
    throw new Error(`${file} is there already: what was released is not changed. Raise the version in package.json first.`)
  writeFileSync(file, JSON.stringify(shipped().catalogue.all))
  execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', file])
  return file
}

if (import.meta.main) process.stdout.write(`${keepDefinitions(dirname(import.meta.dirname))}\n`)
