/** What stands in a cell that was changed: a value, or a text that could not be read and why. */
export interface ChangedCell {
  readonly value: unknown
  /** As typed or pasted, while it is not understood. */
  readonly text?: string | undefined
  readonly fault?: string | undefined
  /** Somebody else has changed the field meanwhile, to this. */
  readonly theirs?: { readonly value: unknown } | undefined
}

/** Changed cells by `cellKey`. */
export type Changes = ReadonlyMap<string, ChangedCell>

/** A sheet that is being edited: what was changed, and the states before each act, for taking back. */
export interface Sheet {
  readonly changes: Changes
  readonly before: readonly Changes[]
  readonly after: readonly Changes[]
}

export const EMPTY_SHEET: Sheet = { changes: new Map(), before: [], after: [] }

/** Where a changed cell stands. */
export const cellKey = (id: string, field: string) => `${id}/${field}`
/** The entry and the field of a key. */
export const readKey = (key: string) => {
  const [id = '', field = ''] = key.split('/')
  return { id, field }
}

const MOST_STEPS = 200

/** One act over some cells; `undefined` puts a cell back as the entry has it. */
export function changed(sheet: Sheet, cells: Iterable<readonly [string, ChangedCell | undefined]>): Sheet {
  return { changes: withCells(sheet.changes, cells), before: [...sheet.before, sheet.changes].slice(-MOST_STEPS), after: [] }
}

/** Cells as they are now, without a step of their own: what was saved, or a clash that was settled. */
export function replaced(sheet: Sheet, cells: Iterable<readonly [string, ChangedCell | undefined]>): Sheet {
  return { ...sheet, changes: withCells(sheet.changes, cells) }
}

/** What a text came to, when the server has read it: a change, a fault, or nothing, where the entry has it already. */
export interface ReadText {
  readonly key: string
  readonly text: string
  readonly cell: ChangedCell | undefined
}

/** The act goes on: the text is taken for what it says wherever it still waits, also in the steps that can be taken back or done again. */
export function settled(sheet: Sheet, read: readonly ReadText[]): Sheet {
  const settle = (changes: Changes) => {
    const waiting = read.filter(({ key, text }) => isWaiting(changes.get(key)) && changes.get(key)?.text === text)
    return waiting.length === 0
      ? changes
      : withCells(
          changes,
          waiting.map(({ key, cell }) => [key, cell] as const),
        )
  }
  return { changes: settle(sheet.changes), before: sheet.before.map(settle), after: sheet.after.map(settle) }
}

/** Whether the cell holds a text that is not read yet. */
export function isWaiting(cell: ChangedCell | undefined): boolean {
  return cell?.text !== undefined && cell.fault === undefined
}

function withCells(changes: Changes, cells: Iterable<readonly [string, ChangedCell | undefined]>): Changes {
  const next = new Map(changes)
  for (const [key, cell] of cells) {
    if (cell === undefined) next.delete(key)
    else next.set(key, cell)
  }
  return next
}

/** Takes the last act back. */
export function undone(sheet: Sheet): Sheet {
  const last = sheet.before.at(-1)
  return last ? { changes: last, before: sheet.before.slice(0, -1), after: [...sheet.after, sheet.changes] } : sheet
}

/** Does again what was taken back. */
export function redone(sheet: Sheet): Sheet {
  const next = sheet.after.at(-1)
  return next ? { changes: next, before: [...sheet.before, sheet.changes], after: sheet.after.slice(0, -1) } : sheet
}

/** A place in the sheet, from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A block of cells: where it was begun and where it ends. */
export interface Block {
  readonly from: Place
  readonly to: Place
}

/** Its edges, whichever way it was drawn. */
export function edgesOf({ from, to }: Block) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  }
}

/** Whether a place lies in the block. */
export function isInside(block: Block, { row, column }: Place): boolean {
  const { top, bottom, left, right } = edgesOf(block)
  return row >= top && row <= bottom && column >= left && column <= right
}

/** The places that a pasted block fills: one cell fills all that is chosen, a block lies from its upper left corner; what does not fit is counted. */
export function placesFor(block: Block, size: { readonly rows: number; readonly columns: number }, pasted: readonly (readonly string[])[]) {
  const { top, left, bottom, right } = edgesOf(block)
  const single = pasted.length === 1 && pasted[0]!.length === 1
  const rows = single ? bottom - top + 1 : pasted.length
  const columns = single ? right - left + 1 : Math.max(...pasted.map((cells) => cells.length))
  const texts = Array.from({ length: Math.min(rows, size.rows - top) }, (_, row) =>
    Array.from({ length: Math.min(columns, size.columns - left) }, (_, column) => (single ? pasted[0]![0]! : (pasted[row]![column] ?? ''))),
  )
  return { top, left, texts, cutRows: Math.max(0, rows - (size.rows - top)), cutColumns: Math.max(0, columns - (size.columns - left)) }
}

const MOST_HEAD_ROWS = 3

/** A block without the head it was copied with: a row that names the columns it would fall on, and what stands merged above it. */
export function withoutHead(pasted: readonly (readonly string[])[], heads: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const isHead = (cells: readonly string[]) =>
    cells.some((text) => text.trim() !== '') && cells.every((text, at) => text.trim() === '' || heads[at]?.includes(text.trim()))
  return pasted.slice(pasted.slice(0, MOST_HEAD_ROWS).findLastIndex(isHead) + 1)
}
