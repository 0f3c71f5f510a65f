import type { Figure } from '#contract/figures.ts'

/** Sums of decimal strings without floats; figures are whole or have few decimals. */
export function sumOf(values: readonly string[]): string {
  const decimals = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0))
  const total = values.reduce((sum, value) => sum + scaled(value, decimals), 0n)
  if (decimals === 0) return total.toString()
  const digits = (total < 0n ? -total : total).toString().padStart(decimals + 1, '0')
  return `${total < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

function scaled(value: string, decimals: number): bigint {
  const [whole = '0', part = ''] = value.split('.')
  return BigInt(whole + part.padEnd(decimals, '0'))
}

/** “12.0%”; for words only. */
export const percent = (value: string, of: string) => `${((Number(value) / Number(of)) * 100).toFixed(1)}%`

/** The column sums: the row 全省. */
export function provinceRow({ byArea, measures }: Pick<Figure, 'byArea' | 'measures'>): Readonly<Record<string, string>> {
  return Object.fromEntries(measures.map(({ measure }) => [measure, sumOf(byArea.map(({ values }) => values[measure] ?? '0'))]))
}

/** Rows as a sheet program opens them: BOM for Excel, quotes doubled, a leading = + - @ made harmless. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(text: string): string {
  const safe = /^[=+@\t]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
