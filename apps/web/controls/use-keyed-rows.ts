import { useEffect, useRef, useState } from 'react'
import { type KeyedRow, keyed, type Row } from '../values/keyed-rows.ts'

/** The rows of a short table, each with a key of its own, and changes that name a row by its key: a file that arrives late finds its row, or none. */
export function useKeyedRows(rows: readonly Row[], onChange: (rows: readonly Row[]) => void) {
  const [known, setKnown] = useState<readonly KeyedRow[]>(() => keyed([], rows))
  const now = keyed(known, rows)
  const latest = useRef({ now, onChange })
  useEffect(() => {
    latest.current = { now, onChange }
  })
  const change = (next: readonly KeyedRow[]) => {
    latest.current = { ...latest.current, now: next }
    setKnown(next)
    latest.current.onChange(next.map(({ row }) => row))
  }
  return {
    rows: now,
    change,
    add: () => change(keyed(now, [...rows, {}])),
    changeCell: (key: number, column: string, cell: unknown) => {
      const { now: current } = latest.current
      if (!current.some((each) => each.key === key)) return
      change(current.map((each) => (each.key === key ? { key, row: { ...each.row, [column]: cell } } : each)))
    },
  }
}
