import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Register } from '#engine/define/register.ts'
import type { Given } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { noteExport, throughEntries } from '#engine/store/export.ts'
import { asCells, asJson, type EntryCells } from '#engine/store/export-shapes.ts'
import type { WholeList } from '#engine/store/list.ts'
import { titlesOfPages } from '#engine/store/read.ts'
import { cellFields, type Export, type ExportFormat, exportPlan, jsonBytes, jsonFields, SHEET_WRITERS, type SheetPages } from './export.ts'
import { NO_LAYOUTS } from './layouts.ts'

/** What is to be written, of which entries, in which columns. */
export interface ExportWanted {
  readonly format: ExportFormat
  readonly question: WholeList
  /** Fields, `no` and `changedAt`, in their order; absent: all fields. */
  readonly fields?: readonly string[] | undefined
}

/**
 * Writes the entries that the person may read, as of one instant. Ends with the last byte taken, or as soon as nobody takes any more;
 * either way the event tells how many entries went.
 */
export async function exportTo(store: Store, register: Register, given: Given, wanted: ExportWanted, target: Writable): Promise<number> {
  let entries = 0
  const layouts = (await store.sheetLayouts?.(register.name)) ?? NO_LAYOUTS
  const onWritten = (count: number) => {
    entries = count
  }
  try {
    await write({ store, register, layouts, plan: exportPlan(register, layouts, wanted.fields), onWritten }, given, wanted, target)
  } finally {
    await noteExport(store, given, register, `导出 ${wanted.format}，${entries} 条`)
  }
  return entries
}

function write(whole: Export, { actor }: Given, { format, question: list }: ExportWanted, target: Writable): Promise<void> {
  const { store, register, plan } = whole
  const send = (bytes: AsyncGenerator<Uint8Array>) => pipeline(Readable.from(bytes, { objectMode: true, highWaterMark: 2 }), target)
  if (format === 'json') {
    const shape = asJson(register, jsonFields(plan), store.secrets)
    return throughEntries(store, register, actor, { list, shape }, (pages) => send(jsonBytes(whole, pages)))
  }
  const fields = cellFields(plan)
  const shape = asCells(register, fields, store.secrets)
  return throughEntries(store, register, actor, { list, shape }, (pages, reader) =>
    send(SHEET_WRITERS[format](whole, named(pages, titlesOfPages(reader, store, register, fields)))),
  )
}

async function* named(pages: AsyncGenerator<readonly EntryCells[]>, titlesOf: ReturnType<typeof titlesOfPages>): SheetPages {
  for await (const entries of pages) yield { entries, titles: await titlesOf(entries) }
}
