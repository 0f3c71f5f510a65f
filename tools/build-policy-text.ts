import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Builds the reader as a package of its own into `folder`: JavaScript, types, README, licence, and a package.json with the product's
 * version. Compiled without the types of Node, so that a use of files or network would not compile.
 */
export async function buildPolicyText(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  await run(process.execPath, [compiler, '-p', join(root, 'policy-text', 'tsconfig.build.json'), '--outDir', folder])
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  await copyFile(join(root, 'policy-text', 'README.md'), join(folder, 'README.md'))
  const [own, product] = await Promise.all(['policy-text/package.json', 'package.json'].map((name) => readFile(join(root, name), 'utf8')))
  const { version } = JSON.parse(product!) as { readonly version: string } // the product's own manifest
  const { name, ...rest } = JSON.parse(own!) as { readonly name: string } // the package's own manifest
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ name, version, ...rest }, null, 2)}\n`)
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  await buildPolicyText(root, join(root, 'dist', 'policy-text'))
  process.stdout.write('dist/policy-text\n')
}
