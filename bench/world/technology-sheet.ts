import { createWriteStream } from 'node:fs'
import exceljs from 'exceljs'
import { seeded } from '#apps/cli/seed/random.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Store } from '#engine/store/context.ts'
import { poolReader, titlesFor } from '#engine/store/read.ts'
import { sheetColumns } from '#engine/transfer/columns.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { type Place, technologyValues } from './technology-row.ts'

const register: Register = technology
/** Left empty by most; without them a sheet has the twenty columns that the design speaks of. */
const LEFT_OUT = new Set(['zone', 'attributedYear', 'filedFor'])
const AT_ONCE = 1_000

/** How many rows, and the number of the first, by which their titles differ from those of other sheets. */
interface SheetWanted {
  readonly path: string
  readonly places: readonly Place[]
  readonly first: number
  readonly rows: number
}

/** Writes a workbook of technologies with another program than ours, its texts shared between cells as Excel keeps them. */
export async function writeTechnologySheet(store: Store, { path, places, first, rows }: SheetWanted): Promise<void> {
  const columns = sheetColumns(register).columns.filter(({ field }) => !LEFT_OUT.has(field))
  const random = seeded(first)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: createWriteStream(path), useSharedStrings: true })
  const sheet = book.addWorksheet(register.title.zh)
  sheet.addRow(columns.map(({ title }) => title)).commit()
  for (let from = first; from < first + rows; from += AT_ONCE) {
    const values: readonly Row[] = Array.from({ length: Math.min(AT_ONCE, first + rows - from) }, (_each, at) => ({
      ...technologyValues(random, random.pick(places), from + at),
      firstUnit: `基准单位${from + at}`,
      roadmapNode: '路线图第一阶段',
    }))
    const titles = await titlesFor(poolReader(store), store, register, values)
    for (const row of values)
      sheet.addRow(columns.map(({ field, definition }) => kindOf(definition).toCell(row[field] ?? null, definition, titles))).commit()
  }
  await book.commit()
}
