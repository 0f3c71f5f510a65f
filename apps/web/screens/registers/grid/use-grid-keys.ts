import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useState } from 'react'
import { readTsv, writeTsv } from '../../../values/tsv.ts'
import { type Block, edgesOf, type Place, redone } from './grid-state.ts'
import { takeBackIn, type UsedSheet } from './use-sheet.ts'

interface GridSize {
  readonly rows: number
  readonly columns: number
}

/** How the sheet is moved in and written to by keys, as in a table program. */
export function useGridKeys(size: GridSize, used: UsedSheet, textAt: (place: Place) => string) {
  const [block, setBlock] = useState<Block>({ from: START, to: START })
  /** The text in the cell that is being edited; undefined while none is. */
  const [editing, setEditing] = useState<string>()
  const [isLive, setLive] = useState(false)
  const at = block.to
  const go = (place: Place, extends_ = false) => {
    const to = within(size, place)
    setEditing(undefined)
    setBlock((now) => ({ from: extends_ ? now.from : to, to }))
  }
  const commit = (next?: Place) => {
    if (editing !== undefined && editing !== textAt(at)) void used.putTexts({ from: at, to: at }, [[editing]])
    setEditing(undefined)
    if (next) go(next)
  }
  const open = () => used.isOpen(at) && setEditing(textAt(at))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const act = editing === undefined ? moving(event) : writing(event)
    if (!act) return
    event.preventDefault()
    act()
  }
  const writing = ({ key, shiftKey, altKey }: KeyboardEvent): (() => void) | undefined => {
    if (key === 'Escape') return () => setEditing(undefined)
    if (key === 'Enter' && !altKey) return () => commit({ ...at, row: at.row + (shiftKey ? -1 : 1) })
    if (key === 'Tab') return () => commit({ ...at, column: at.column + (shiftKey ? -1 : 1) })
    return undefined
  }
  const moving = (event: KeyboardEvent): (() => void) | undefined => {
    const { key, shiftKey } = event
    if (event.ctrlKey || event.metaKey) return withControl(key.toLowerCase())
    const step = STEPS[key]
    if (step) return () => go({ row: at.row + step.row, column: at.column + step.column }, shiftKey)
    if (key === 'Tab') return tabbed(shiftKey ? -1 : 1)
    if (key === 'Enter' || key === 'F2') return open
    if (key === 'Home') return () => go({ ...at, column: 0 }, shiftKey)
    if (key === 'End') return () => go({ ...at, column: size.columns - 1 }, shiftKey)
    if (key === 'Delete' || key === 'Backspace') return () => used.clear(block)
    return undefined
  }
  /** Tab leaves the sheet at its first and last cell, so that nobody is caught in it. */
  const tabbed = (by: 1 | -1): (() => void) | undefined => {
    const column = at.column + by
    return column < 0 || column >= size.columns ? undefined : () => go({ ...at, column })
  }
  const withControl = (key: string): (() => void) | undefined => {
    if (key === 'z') return () => takeBackIn(used)
    if (key === 'y') return () => used.setSheet(redone)
    if (key === 'a') return () => setBlock({ from: START, to: { row: size.rows - 1, column: size.columns - 1 } })
    return undefined
  }
  const clipboard = clipboardOf({ block, isEditing: editing !== undefined, used, textAt })
  /** A box that is taken away blurs towards nothing: the person is still in the sheet. */
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setLive(false)
  }
  const onFocus = () => setLive(true)
  return { at, block, isLive, editing, setEditing, go, commit, open, handlers: { onKeyDown, ...clipboard, onFocus, onBlur } }
}

const START: Place = { row: 0, column: 0 }

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

function within({ rows, columns }: GridSize, { row, column }: Place): Place {
  return { row: Math.min(Math.max(row, 0), rows - 1), column: Math.min(Math.max(column, 0), columns - 1) }
}

interface ClipboardFacts {
  readonly block: Block
  readonly isEditing: boolean
  readonly used: UsedSheet
  readonly textAt: (place: Place) => string
}

/** Ctrl+C takes the chosen block, Ctrl+V puts one in; in a box that is being typed in the browser does both. */
function clipboardOf({ block, isEditing, used, textAt }: ClipboardFacts) {
  return {
    onCopy: (event: ClipboardEvent) => {
      if (isEditing) return
      event.preventDefault()
      const { top, bottom, left, right } = edgesOf(block)
      const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (_, column) => textAt({ row: top + row, column: left + column })),
      )
      event.clipboardData.setData('text/plain', writeTsv(rows))
    },
    onPaste: (event: ClipboardEvent) => {
      if (isEditing) return
      event.preventDefault()
      void used.putTexts(block, readTsv(event.clipboardData.getData('text/plain')))
    },
  }
}
