import { type ArchiveContent, openArchive } from '#platform/files/archive.ts'
import type { SheetParts } from './read-rows.ts'
import { readSharedStrings } from './shared-strings.ts'
import { unescaped } from './xml-text.ts'

/** A sheet whose text can be read, once. */
export interface OpenSheet extends SheetParts {
  readonly text: AsyncIterable<string>
}

interface Workbook {
  /** In their order, hidden ones too. */
  readonly names: readonly string[]
  readonly open: (at: number) => Promise<OpenSheet | undefined>
}

/** Opens a workbook; its sheets are read when they are asked for. Throws when it is none. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const archive = openArchive(bytes)
  const main = relationsIn(archive, '').find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml'
  const xml = archive.text(main)
  if (xml === undefined) throw new Error('no workbook')
  const relations = relationsIn(archive, main)
  const sheets = [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => ({
    name: unescaped(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    path: relations.find(({ id }) => id === /\bid="([^"]*)"/.exec(attributes)?.[1])?.path,
  }))
  const pathOf = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.path ?? ''
  const since = /\bdate1904="(?:1|true)"/.test(xml) ? 1904 : 1900
  const readShared = async (): Promise<SheetParts> => ({
    since,
    strings: await readSharedStrings(archive.stream(pathOf('sharedStrings'))),
    dayStyles: dayStylesIn(archive.text(pathOf('styles')) ?? ''),
  })
  let shared: Promise<SheetParts> | undefined
  return {
    names: sheets.map(({ name }) => name),
    async open(at) {
      const text = archive.stream(sheets[at]?.path ?? '')
      if (!text) return undefined
      shared ??= readShared()
      return { text, ...(await shared) }
    },
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly path: string
}

function relationsIn(archive: ArchiveContent, part: string): readonly Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const xml = archive.text(`${folder}_rels/${part.slice(folder.length)}.rels`) ?? ''
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, attributes = '']) => {
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map(
      (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1],
    )
    return { id, type, path: target.startsWith('/') ? target.slice(1) : resolved(folder + target) }
  })
}

/** xl/../docProps/core.xml → docProps/core.xml */
function resolved(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Formats that Excel has built in for days (ECMA-376 part 1, 18.8.30, with those of Chinese editions). */
const DAY_FORMATS: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

function dayStylesIn(xml: string): ReadonlySet<number> {
  const own = [...xml.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)].flatMap(([, attributes = '']) =>
    isDayFormat(unescaped(/\bformatCode="([^"]*)"/.exec(attributes)?.[1] ?? ''))
      ? [Number(/\bnumFmtId="(\d+)"/.exec(attributes)?.[1])]
      : [],
  )
  const days = new Set([...DAY_FORMATS, ...own])
  const looks = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  const styles = [...looks.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, attributes = '']) =>
    Number(/\bnumFmtId="(\d+)"/.exec(attributes)?.[1]),
  )
  return new Set(styles.flatMap((format, at) => (days.has(format) ? [at] : [])))
}

/** A format of days has a year or a day outside of quoted text, brackets and escapes. */
function isDayFormat(code: string): boolean {
  return /[yd]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
