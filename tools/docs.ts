import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { type Door, readDoors } from './doors.ts'
import { codeBlocksOf, linksOf } from './markdown.ts'

/** A text of ours, by its path from the root. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** Every page that people read: the root's, docs/, and the READMEs of the folders. */
export function readPages(root: string): readonly Page[] {
  const paths = globSync(['*.md', 'docs/**/*.md', '{modules,packs}/*/README.md', 'contract/README.md'], { cwd: root })
  return paths.toSorted().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** What is wrong with the pages, besides their TypeScript: a sentence each. */
export async function checkPages(root: string): Promise<readonly string[]> {
  const pages = readPages(root)
  const doors = await readDoors(root)
  return [
    ...pages.flatMap((page) => [...deadLinks(root, page), ...treeFaults(root, page), ...roomFaults(page, roomsOf(root))]),
    ...doors.flatMap((door) => moduleFaults(pages, door)),
  ]
}

/** Folders that an annotated tree names and that do not exist. */
function treeFaults(root: string, { path, text }: Page): readonly string[] {
  return codeBlocksOf(text)
    .flatMap(({ code }) => [...code.matchAll(/^([a-z][\w-]*(?:\/[\w-]+)*)\/ /gm)].map(([, folder = '']) => folder))
    .filter((folder) => !existsSync(join(root, folder)))
    .map((folder) => `${path}: the tree names ${folder}/, which does not exist.`)
}

/** Folders whose rooms a tree names one by one. */
const NAMED_BY_ROOM = ['modules', 'platform', 'packs', 'tests'] as const

/** The folders in each folder that is named room by room. */
function roomsOf(root: string): ReadonlyMap<string, readonly string[]> {
  const rooms = (folder: string) => globSync(`${folder}/*/`, { cwd: root }).map((path) => basename(path))
  return new Map(NAMED_BY_ROOM.map((folder) => [folder, rooms(folder).toSorted()]))
}

/** What a row of an annotated tree, such as "packs/  sample · …", leaves out; a row that names none of its rooms is about something else. */
export function roomFaults({ path, text }: Page, rooms: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const rows = codeBlocksOf(text).flatMap(({ code }) => [...code.matchAll(/^([a-z]+)\/ (.*(?:\n +.*)*)/gm)])
  return rows.flatMap(([, folder = '', said = '']) => {
    const words = new Set(said.match(/[a-z0-9-]+/g))
    const all = rooms.get(folder) ?? []
    return all.some((room) => words.has(room))
      ? all.filter((room) => !words.has(room)).map((room) => `${path}: the row of ${folder}/ leaves out ${room}.`)
      : []
  })
}

/** Links to files of ours that do not exist. */
function deadLinks(root: string, { path, text }: Page): readonly string[] {
  return linksOf(text)
    .filter((address) => !/^(?:https?:|mailto:|#)/.test(address))
    .map((address) => address.replace(/#.*$/, ''))
    .filter((address) => !existsSync(join(root, dirname(path), address)))
    .map((address) => `${path}: the link to ${normalize(join(dirname(path), address))} leads nowhere.`)
}

/** A module's README lists exactly what its door shows. */
export function moduleFaults(pages: readonly Page[], { module, registers, commands, queries }: Door): readonly string[] {
  const path = `modules/${module}/README.md`
  const page = pages.find((each) => each.path === path)
  if (!page) return [`${path} is missing.`]
  const lists = { Registers: registers.map(({ name }) => name), Commands: commands, Queries: queries }
  return Object.entries(lists).flatMap(([title, expected]) => listFaults(page, title, expected))
}

function listFaults({ path, text }: Page, title: string, expected: readonly string[]): readonly string[] {
  const line = new RegExp(`^- ${title}: (.*)$`, 'm').exec(text)?.[1]
  if (line === undefined) return [`${path}: the line "- ${title}: …" is missing.`]
  const listed = [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  return [
    ...expected.filter((name) => !listed.includes(name)).map((name) => `${path}: ${title} lacks ${name}.`),
    ...listed.filter((name) => !expected.includes(name)).map((name) => `${path}: ${title} lists ${name}, which the module has not.`),
  ]
}

/** Type-checks every ```ts block of the pages as a file of its own and answers what the compiler says; empty when all is well. */
export function checkExamples(root: string, pages: readonly Page[]): string {
  const folder = join(root, 'test-output', 'docs-check')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, code } of pages.flatMap(examplesOf)) writeFileSync(join(folder, name), `${code}\nexport {}\n`)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(CONFIG))
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder], {
    encoding: 'utf8',
    cwd: root,
  })
  return ownMessages(`${stdout}${stderr}`)
}

/** Faults in the code that examples import are told by the type check of the code itself. */
function ownMessages(output: string): string {
  const messages = output.split(/\n(?=\S)/).filter((message) => message.trim() !== '')
  return messages.filter((message) => !/^(?!test-output\/docs-check\/)\S+\.tsx?\(/.test(message)).join('\n')
}

/** The repository's own settings; an example may show a value that it does not use. */
const CONFIG = {
  extends: '../../tsconfig.json',
  compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
  include: ['*.ts'],
}

/** "docs/how-to/add-a-command.md", line 12 → docs__how-to__add-a-command.12.ts */
function examplesOf({ path, text }: Page): readonly { readonly name: string; readonly code: string }[] {
  return codeBlocksOf(text)
    .filter(({ language }) => language === 'ts')
    .map(({ code, line }) => ({ name: `${path.replaceAll('/', '__').replace(/\.md$/, '')}.${line}.ts`, code }))
}

async function main() {
  const root = dirname(import.meta.dirname)
  const examples = checkExamples(root, readPages(root))
  const faults = await checkPages(root)
  for (const fault of [...(examples ? [examples] : []), ...faults]) console.log(fault)
  console.log(`docs: ${readPages(root).length} pages, ${faults.length + (examples ? 1 : 0)} faults`)
  if (faults.length > 0 || examples) process.exitCode = 1
}

if (import.meta.main) await main()
