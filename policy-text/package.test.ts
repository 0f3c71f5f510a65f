import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPolicyText } from '../tools/build-policy-text.ts'

const ROOT = join(import.meta.dirname, '..')
// Inside the tree, so that the one dependency is found.
const FOLDER = join(ROOT, 'test-output', `policy-text-${process.pid}`)
const MINUTES = 180_000

beforeAll(async () => await buildPolicyText(ROOT, FOLDER), MINUTES)
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

const node = (...args: readonly string[]) => execFileSync(process.execPath, args, { cwd: FOLDER, encoding: 'utf8' })

test(
  'what would be published is the code, its types, the README and the licence, and no test',
  () => {
    const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--offline', '--ignore-scripts'], { cwd: FOLDER, encoding: 'utf8' })
    const found: unknown = JSON.parse(printed)
    const [pack] = (Array.isArray(found) ? found : Object.values(found as object)) as {
      readonly name: string
      readonly version: string
      readonly files: readonly { readonly path: string }[]
    }[] // as npm 10 and 11 print it
    const names = pack!.files.map(({ path }) => path)

    expect(pack).toMatchObject({ name: '@lantu/policy-text', version: versionOfProduct() })
    expect(names).toEqual(
      expect.arrayContaining(['index.js', 'index.d.ts', 'package.json', 'README.md', 'LICENSE', 'compare/compare-plans.js']),
    )
    expect(names.filter((name) => !/\.(js|d\.ts)$|^(package\.json|README\.md|LICENSE)$/.test(name) || name.includes('.test.'))).toEqual([])
  },
  MINUTES,
)

test('its one dependency is the one that its code imports, in the version of the product', () => {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as { readonly dependencies: object }
  const product = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  const code = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  const imported = new Set(code.flatMap((text) => [...text.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name!.split('/')[0])))

  expect(dependencies).toEqual({ 'opencc-js': product.dependencies['opencc-js'] })
  expect([...imported]).toEqual(['opencc-js'])
})

test('it is imported in plain Node by its name', () => {
  const code =
    "import { readPlan } from '@lantu/policy-text'; console.log(readPlan('方案\\n一、目标\\n到2030年，建成平台20个。').targets[0].value)"

  expect(node('--input-type=module', '-e', code).trim()).toBe('20')
})

test(
  'every example of the README compiles, and prints what stands beside it',
  () => {
    const examples = [...readFileSync(join(FOLDER, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!)
    const folder = join(FOLDER, 'examples')
    mkdirSync(folder, { recursive: true })
    examples.forEach((code, at) => writeFileSync(join(folder, `example-${at}.ts`), code))
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), compilerOptions: { types: [] }, include: ['*.ts'] }),
    )

    node(join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder)
    for (const [at, code] of examples.entries()) {
      const told = [...code.matchAll(/(?:^|[)] )\/\/ (.+)$/gm)].map(([, words]) => words)
      expect(
        node(join(folder, `example-${at}.ts`))
          .trim()
          .split('\n'),
      ).toEqual(told)
    }
    expect(examples.length).toBeGreaterThanOrEqual(5)
  },
  MINUTES,
)

function versionOfProduct(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }).version
}
