import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Register } from '#engine/define/register.ts'
import type { Given } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { noteExport, throughEntries } from '#engine/store/export.ts'
import type { WholeList } from '#engine/store/list.ts'
import { type ExportFormat, exportBytes, exportPlan } from './export.ts'
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
export async function exportTo(
  store: Store,
  register: Register,
  given: Given,
  { format, question, fields }: ExportWanted,
  target: Writable,
): Promise<number> {
  let entries = 0
  const layouts = (await store.sheetLayouts?.(register.name)) ?? NO_LAYOUTS
  const onWritten = (count: number) => {
    entries = count
  }
  try {
    const plan = exportPlan(register, layouts, fields)
    await throughEntries(store, register, given.actor, { list: question, fields: plan.reads }, (pages) => {
      const bytes = exportBytes(format, { store, register, layouts, plan, pages, onWritten })
      return pipeline(Readable.from(bytes, { objectMode: true, highWaterMark: 2 }), target)
    })
  } finally {
    await noteExport(store, given, register, `导出 ${format}，${entries} 条`)
  }
  return entries
}
