import type { NamedRange, Pages, SheetLine, SheetLook, SheetSource } from './sheet.ts'
import { escaped, notesXml, rowWriter, sheetEnd, sheetStart } from './sheet-xml.ts'
import type { SideSheet } from './side-sheet.ts'
import { STYLES } from './styles.ts'
import { XmlBytes } from './xml-bytes.ts'
import { type ZipPart, zip } from './zip.ts'

export interface WorkbookSource {
  readonly sheets: readonly (SheetSource | SideSheet)[]
  readonly names?: readonly NamedRange[]
}

/** As many as Excel takes on one sheet; what is beyond goes on in a further one under the same head. */
export const MOST_ROWS = 1_048_576
/** A part of an archive ends at 4 GiB. */
const MOST_BYTES = 3_000_000_000

/**
 * A workbook as bytes while its rows come in: sheets one after the other, nothing kept but where each began.
 * Written by us: the library that reads writes streams of one sheet without drop-downs, notes or a second sheet.
 */
export function writeWorkbook(source: WorkbookSource, mostRows = MOST_ROWS): AsyncGenerator<Uint8Array> {
  return zip(partsOf(source, mostRows))
}

interface Written {
  readonly name: string
  readonly hidden: boolean
  readonly notes: boolean
}

async function* partsOf({ sheets, names = [] }: WorkbookSource, mostRows: number): AsyncGenerator<ZipPart> {
  const written: Written[] = []
  const next = (sheet: SheetLook, part: number) => {
    written.push({
      name: part === 1 ? sheet.name : `${sheet.name.slice(0, 26)}（${part}）`,
      hidden: sheet.hidden ?? false,
      notes: (sheet.notes ?? []).length > 0,
    })
    return `xl/worksheets/sheet${written.length}.xml`
  }
  for (const sheet of sheets) {
    if ('packed' in sheet) {
      for (const [at, packed] of (await sheet.packed()).entries()) yield { path: next(sheet, at + 1), packed }
      continue
    }
    const rows = pausable(sheet.rows)
    for (let part = 1; part === 1 || (await rows.more()); part++) {
      yield { path: next(sheet, part), text: sheetText(sheet, rows, part > 1, mostRows) }
      if (sheet.notes?.length) yield* noteParts(sheet.notes, written.length)
    }
  }
  yield* workbookParts(written, names)
}

/** Rows that can be stopped between two sheets. */
interface Pausable {
  more(): Promise<boolean>
  next(): Promise<SheetLine | undefined> | SheetLine | undefined
  head: SheetLine | undefined
}

function pausable(rows: SheetSource['rows']): Pausable {
  const pull = 'pages' in rows ? byPages(rows) : byRows(rows)
  let ahead: SheetLine | undefined
  return {
    head: undefined,
    more: async () => {
      ahead ??= await pull()
      return ahead !== undefined
    },
    next: () => {
      const row = ahead
      ahead = undefined
      return row ?? pull()
    },
  }
}

function byRows(rows: AsyncIterable<SheetLine> | Iterable<SheetLine>): () => Promise<SheetLine | undefined> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  return async () => {
    const { done, value } = await iterator.next()
    return done ? undefined : value
  }
}

function byPages(rows: Pages): Pausable['next'] {
  const iterator = rows.pages()
  let page: readonly SheetLine[] = []
  let at = 0
  const turn = async (): Promise<SheetLine | undefined> => {
    for (;;) {
      const { done, value } = await iterator.next()
      if (done) return undefined
      page = value
      at = 0
      if (page.length > 0) return page[at++]
    }
  }
  return () => page[at++] ?? turn()
}

async function* sheetText(sheet: SheetSource, rows: Pausable, repeated: boolean, mostRows: number): AsyncGenerator<string | Uint8Array> {
  const write = rowWriter(sheet)
  const xml = new XmlBytes()
  let size = 0
  let at = 0
  yield sheetStart(sheet)
  if (repeated && rows.head) write(xml, rows.head, at++)
  while (at < mostRows && size < MOST_BYTES) {
    const next = rows.next()
    const row = next instanceof Promise ? await next : next
    if (row === undefined) break
    rows.head ??= row
    write(xml, row, at++)
    if (!xml.isFull) continue
    const piece = xml.take()
    size += piece.length
    yield piece
  }
  yield xml.take()
  yield sheetEnd(sheet)
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function* noteParts(notes: NonNullable<SheetSource['notes']>, at: number): Generator<ZipPart> {
  const { comments, drawing } = notesXml(notes)
  yield { path: `xl/comments${at}.xml`, text: [comments] }
  yield { path: `xl/drawings/vmlDrawing${at}.vml`, text: [drawing] }
  yield {
    path: `xl/worksheets/_rels/sheet${at}.xml.rels`,
    text: [
      relations([
        ['rId1', 'vmlDrawing', `../drawings/vmlDrawing${at}.vml`],
        ['rId2', 'comments', `../comments${at}.xml`],
      ]),
    ],
  }
}

function* workbookParts(written: readonly Written[], names: readonly NamedRange[]): Generator<ZipPart> {
  const sheets = written.map(
    ({ name, hidden }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const ranges = names.map(({ name, range }) => `<definedName name="${escaped(name)}">${escaped(range)}</definedName>`)
  const defined = ranges.length > 0 ? `<definedNames>${ranges.join('')}</definedNames>` : ''
  yield { path: 'xl/styles.xml', text: [STYLES] }
  yield {
    path: 'xl/workbook.xml',
    text: [
      `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${defined}</workbook>`,
    ],
  }
  yield {
    path: 'xl/_rels/workbook.xml.rels',
    text: [
      relations([
        ...written.map((_sheet, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        [`rId${written.length + 1}`, 'styles', 'styles.xml'],
      ]),
    ],
  }
  yield { path: '_rels/.rels', text: [relations([['rId1', 'officeDocument', 'xl/workbook.xml']])] }
  yield { path: '[Content_Types].xml', text: [contentTypes(written)] }
}

function relations(each: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = each.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

function contentTypes(written: readonly Written[]): string {
  const type = (path: string, name: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`
  const parts = written.flatMap(({ notes }, at) => [
    type(`worksheets/sheet${at + 1}`, 'worksheet'),
    ...(notes ? [type(`comments${at + 1}`, 'comments')] : []),
  ])
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${type('workbook', 'sheet.main')}${type('styles', 'styles')}${parts.join('')}</Types>`
}
