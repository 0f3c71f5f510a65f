/** The cells of a block that was copied out of a sheet: tabs between columns, a cell with breaks or quotation marks in quotation marks. */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  const given = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let at = 0; at < given.length; at++) {
    const sign = given[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (given[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') end()
    else if (sign === '\n') {
      end()
      rows.push([])
    } else cell += sign
  }
  end()
  return rows
}

/** A block as sheets take it from the clipboard. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(written).join('\t')).join('\n')
}

function written(cell: string): string {
  return /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
