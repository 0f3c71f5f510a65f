/** A line of a pasted table. */
export interface CalendarRow {
  readonly day: string
  readonly type: string
  readonly name: string
}

/** Lines as a person pastes them, from a spreadsheet or as CSV; a head line and empty lines are left out. What does not fit is for the server to say. */
export function calendarRows(text: string): readonly CalendarRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/[\t,\uFF0C]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .filter((cells, at) => at > 0 || /\d/.test(cells[0] ?? ''))
    .map(([day = '', type = '', name = '']) => ({ day: isoDay(day), type, name }))
}

/** 2027/1/1 and 2027年1月1日 are days too. */
function isoDay(given: string): string {
  const parts = /^(\d{4})[-/.\u5E74](\d{1,2})[-/.\u6708](\d{1,2})\u65E5?$/.exec(given)
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : given
}
