import type { CellContent } from '#engine/kinds/cell.ts'
import { columnLetters, type NamedRange, type SheetSource } from '#platform/sheets/sheet.ts'
import { LISTS_SHEET, type SheetColumn } from './columns.ts'

interface Code {
  readonly code: string
  readonly parent: string | null
}

/** The lists behind the drop-downs of a workbook: one column of a hidden sheet each. */
export class Lists {
  private readonly columns: { readonly title: string; readonly words: readonly string[] }[] = []
  private readonly places = new Map<string, number>()
  private readonly named: { readonly name: string; readonly at: number }[] = []

  has(column: SheetColumn): boolean {
    return this.places.has(keyOf(column))
  }

  add(column: SheetColumn, words: readonly string[]): void {
    this.places.set(keyOf(column), this.push(column.title, words))
  }

  /** The tops, which have no parent or one that has none, and for each top a named list of itself and what lies in it. */
  addNested<Each extends Code>(column: SheetColumn, codes: readonly Each[], print: (code: Each) => string): void {
    const roots = new Set(codes.filter(({ parent }) => parent === null).map(({ code }) => code))
    const tops = codes.filter(({ code, parent }) => roots.has(code) || roots.has(parent ?? ''))
    this.add(column, tops.map(print))
    for (const top of tops) {
      const inside = roots.has(top.code) ? [] : codes.filter(({ parent }) => parent === top.code)
      this.named.push({ name: `area_${top.code}`, at: this.push(print(top), [...inside, top].map(print)) })
    }
  }

  /** A list that is not a drop-down by itself, because another column narrows it, has no range of its own. */
  range(column: SheetColumn): string | undefined {
    const at = this.places.get(keyOf(column))
    return at === undefined || this.columns[at]!.words.length === 0 ? undefined : this.rangeAt(at)
  }

  topRange(column: SheetColumn): string | undefined {
    return this.range(column)
  }

  names(): readonly NamedRange[] {
    return this.named.map(({ name, at }) => ({ name, range: this.rangeAt(at) }))
  }

  /** The second of the tops is the first city. */
  example(column: SheetColumn, helper: boolean): CellContent {
    const at = this.places.get(keyOf(column))
    if (at === undefined) return column.example
    const words = this.columns[at]!.words
    const nested = column.facts.pick?.from === 'codes' && column.facts.pick.nested
    if (!nested) return words[0] ?? column.example
    const top = words[1] ?? words[0] ?? null
    return helper || top === null ? top : (this.columns.find(({ title }) => title === top)?.words[0] ?? top)
  }

  sheet(name: string): SheetSource {
    const longest = Math.max(0, ...this.columns.map(({ words }) => words.length))
    const rows = Array.from({ length: longest }, (_row, at) => this.columns.map(({ words }) => words[at] ?? null))
    return {
      name,
      hidden: true,
      columns: this.columns.map(() => ({ width: 20, format: 'text' })),
      rows: [this.columns.map(({ title }) => title), ...rows],
    }
  }

  private push(title: string, words: readonly string[]): number {
    return this.columns.push({ title, words }) - 1
  }

  private rangeAt(at: number): string {
    const letters = columnLetters(at)
    return `'${LISTS_SHEET}'!$${letters}$2:$${letters}$${this.columns[at]!.words.length + 1}`
  }
}

/** Columns that offer the same share one list. */
function keyOf({ facts: { pick } }: SheetColumn): string {
  return JSON.stringify(pick)
}
