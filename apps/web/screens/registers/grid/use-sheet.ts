import { useState } from 'react'
import type { EntryPage, RegisterDescription } from '#contract/entries.ts'
import { readCells } from '../../../api/grid.ts'
import type { Field, ListedEntry, Titles } from '../../../api/types.ts'
import { gridTexts } from '../../../texts/texts-grid.ts'
import { useSay } from '../../../texts/use-say.ts'
import { same } from '../../../values/draft.ts'
import { headOf, shownColumns } from '../columns-of.ts'
import {
  type Block,
  type ChangedCell,
  cellKey,
  changed,
  EMPTY_SHEET,
  edgesOf,
  type Place,
  placesFor,
  settled,
  undone,
  withoutHead,
} from './grid-state.ts'

/** What is no cell of a sheet: tables inside a cell, files. */
const NO_CELL: ReadonlySet<string> = new Set(['rows', 'files', 'none', 'choices'])

/** The fields that stand as columns: the title, then those the list shows. */
export function sheetFields(description: RegisterDescription, chosen: readonly string[] | undefined): readonly Field[] {
  const title = description.fields.find(({ name }) => name === description.titleField)
  return [...(title ? [title] : []), ...shownColumns(description, chosen).flatMap(({ field }) => field ?? [])]
}

/** A page of entries that is being edited as a sheet. */
export function useSheet(description: RegisterDescription, page: EntryPage, fields: readonly Field[]) {
  const say = useSay()
  const [sheet, setSheet] = useState(EMPTY_SHEET)
  const [titles, setTitles] = useState<Titles>({})
  const [note, setNote] = useState('')
  const { entries } = page
  const isOpen = ({ row, column }: Place) => isOpenCell(entries[row], fields[column])
  const put = (place: Place, value: unknown) => setSheet((now) => changed(now, [cellFor(entries, fields, place, value)]))
  const clear = (block: Block) =>
    setSheet((now) =>
      changed(
        now,
        placesIn(block)
          .filter(isOpen)
          .map((place) => cellFor(entries, fields, place, null)),
      ),
    )
  const putTexts = async (block: Block, given: readonly (readonly string[])[]) => {
    const texts = given.length > 1 ? withoutHead(given, fields.slice(edgesOf(block).left).map(namesOf)) : given
    if (texts.length === 0) return setNote(say(gridTexts.onlyHead))
    const { top, left, texts: fitting, cutRows, cutColumns } = placesFor(block, { rows: entries.length, columns: fields.length }, texts)
    const columns =
      fitting[0]?.map((_, at) => left + at).filter((column) => fields[column]?.writable && !NO_CELL.has(fields[column].control)) ?? []
    const meant = fitting.flatMap((cells, row) =>
      columns.map((column) => ({ place: { row: top + row, column }, text: cells[column - left]! })),
    )
    const open = meant.filter(({ place }) => isOpen(place))
    const skipped = fitting.length * (fitting[0]?.length ?? 0) - open.length
    setNote(noteOf({ heads: given.length - texts.length, cutRows, cutColumns, skipped }, say))
    if (open.length === 0) return
    setSheet((now) =>
      changed(
        now,
        open.map(({ place, text }) => [keyOf(entries, fields, place), { value: null, text }] as const),
      ),
    )
    const names = columns.map((column) => fields[column]!.name)
    const asked = fitting.map((cells) => columns.map((column) => cells[column - left]!))
    const understood = await readCells(description.name, names, asked).catch(() => undefined)
    if (!understood) {
      const cell = { value: null, fault: say(gridTexts.unread) }
      const unread = open.map(({ place, text }) => ({ key: keyOf(entries, fields, place), text, cell: { ...cell, text } }))
      setSheet((now) => settled(now, unread))
      return
    }
    setTitles((now) => ({ ...now, ...understood.titles }))
    const read = open.map(({ place, text }) => {
      const cell = understood.rows[place.row - top]![columns.indexOf(place.column)]!
      const key = keyOf(entries, fields, place)
      if ('fault' in cell) return { key, text, cell: { value: null, text, fault: say(cell.fault) } }
      const value = 'value' in cell ? cell.value : valueAt(entries, fields, place)
      return { key, text, cell: cellFor(entries, fields, place, value)[1] }
    })
    setSheet((now) => settled(now, read))
  }
  return { sheet, setSheet, titles: { ...page.titles, ...titles }, setTitles, note, setNote, isOpen, put, putTexts, clear }
}

/** What the head of a column may say in a sheet that was exported or made from the template. */
function namesOf(field: Field): readonly string[] {
  const column = { name: field.name, label: field.label, field }
  return [field.label.zh, field.label.en, headOf(column, 'zh'), headOf(column, 'en')]
}

interface LeftOut {
  readonly heads: number
  readonly cutRows: number
  readonly cutColumns: number
  readonly skipped: number
}

/** What of a block was not put in. */
function noteOf({ heads, cutRows, cutColumns, skipped }: LeftOut, say: ReturnType<typeof useSay>): string {
  return [
    ...(heads > 0 ? [say(gridTexts.head)] : []),
    ...(cutRows + cutColumns > 0 ? [say(gridTexts.cut, { rows: cutRows, columns: cutColumns })] : []),
    ...(skipped > 0 ? [say(gridTexts.closed, { count: skipped })] : []),
  ].join(' ')
}

export type UsedSheet = ReturnType<typeof useSheet>

/** Takes the last act back, with what was said of it. */
export function takeBackIn({ setNote, setSheet }: UsedSheet): void {
  setNote('')
  setSheet(undone)
}

function isOpenCell(entry: ListedEntry | undefined, field: Field | undefined): boolean {
  return entry?.may?.includes('edit') === true && field?.writable === true && !NO_CELL.has(field.control)
}

function valueAt(entries: readonly ListedEntry[], fields: readonly Field[], { row, column }: Place): unknown {
  return entries[row]?.values[fields[column]?.name ?? ''] ?? null
}

function keyOf(entries: readonly ListedEntry[], fields: readonly Field[], { row, column }: Place): string {
  return cellKey(entries[row]?.id ?? '', fields[column]?.name ?? '')
}

/** The cell as changed, or as the entry has it when it is the same again. */
function cellFor(
  entries: readonly ListedEntry[],
  fields: readonly Field[],
  place: Place,
  value: unknown,
): readonly [string, ChangedCell | undefined] {
  return [keyOf(entries, fields, place), same(value, valueAt(entries, fields, place)) ? undefined : { value }]
}

/** The places of a block, row by row. */
export function placesIn(block: Block): readonly Place[] {
  const { top, bottom, left, right } = edgesOf(block)
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  ).flat()
}
