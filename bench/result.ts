/** One figure of one run, with what it is held against. */
export interface Result {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the barest program that does the same work reaches in this run. */
  readonly floor: number | null
  /** How many times slower than the floor. */
  readonly ratio: number | null
  /** The most the ratio may be; for a value that is held against a number instead, that number. */
  readonly limit: number | null
  readonly ok: boolean
  /** What the design asks of it later (section 8); shown, not enforced. */
  readonly goal?: string
}

export interface Suite {
  readonly name: string
  /** Every result as soon as it is known. */
  run(bench: Bench): AsyncIterable<Result>
}

/** What suites share: places and servers that are made when first asked for and removed at the end. */
export interface Bench {
  /** A folder of the run's own. */
  readonly folder: string
  /** Whether there is time for the sizes that take minutes. */
  readonly long: boolean
  /** Runs before the run ends, the last added first. */
  atEnd(work: () => Promise<void> | void): void
  /** Says what is being done, to people only. */
  say(line: string): void
}

interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: number
  readonly floor?: number
  readonly goal?: string
}

/** Something a server does so many times a second: the ratio is floor ÷ value. */
export function perSecond({ name, value, floor, goal }: Omit<Figure, 'unit'>, limit?: number): Result {
  const ratio = floor === undefined ? null : floor / value
  return {
    name,
    value,
    unit: '/s',
    floor: floor ?? null,
    ratio,
    limit: limit ?? null,
    ok: !(limit !== undefined && ratio !== null && ratio > limit),
    ...(goal && { goal }),
  }
}

/** Something that takes so long: the ratio is value ÷ floor, and the limit is one of the value. */
export function duration({ name, unit, value, floor, goal }: Figure, limit?: number): Result {
  const ratio = floor === undefined ? null : value / floor
  return {
    name,
    value,
    unit,
    floor: floor ?? null,
    ratio,
    limit: limit ?? null,
    ok: limit === undefined || value <= limit,
    ...(goal && { goal }),
  }
}

/** A number that is a ratio of two others by itself. */
export function times({ name, value, goal }: Pick<Figure, 'name' | 'value' | 'goal'>, limit?: number): Result {
  return {
    name,
    value,
    unit: '×',
    floor: null,
    ratio: null,
    limit: limit ?? null,
    ok: limit === undefined || value <= limit,
    ...(goal && { goal }),
  }
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

/** The number that the given share lies at or below. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
