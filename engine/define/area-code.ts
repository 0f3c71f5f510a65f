/**
 * The half-open range of area codes that lie within an area: 320000 → [320000, 330000), 320500 → [320500, 320600).
 * Codes are GB/T 2260 (PPCCDD); zones, which have no official code, get letters in the last pair (3205Z1) and so
 * lie within their city. Ranges and never `like`: 0.7 ms against 96 ms under a generic plan.
 */
export function areaRange(area: string): readonly [from: string, below: string] {
  const stem = area.replace(/(00){1,2}$/, '')
  const last = stem.charCodeAt(stem.length - 1)
  return [stem.padEnd(6, '0'), `${stem.slice(0, -1)}${String.fromCharCode(last + 1)}`.padEnd(6, '0')]
}

/** The city of an area, 320505 → 320500; a province is its own. */
export function cityOf(area: string): string {
  return `${area.slice(0, 4)}00`
}

/** The province of an area, 320505 → 320000. */
export function provinceOf(area: string): string {
  return `${area.slice(0, 2)}0000`
}

/** Whether the area is a province (PP0000): entries there belong to the row 省直. */
export function isProvince(area: string): boolean {
  return area.endsWith('0000')
}
