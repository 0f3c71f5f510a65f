/** A name in use for some time, and the standard name behind it. */
export interface NamedUnit {
  readonly alias: string
  readonly title: string
  readonly fromOn: string | null
  readonly untilOn: string | null
}

export type UnitOrigin = 'mark' | 'document' | 'standard'

/** A unit as a task keeps it: the printed name stays, the standard name and the unit are found where they can be. */
export interface TaskUnit {
  readonly name: string
  readonly title: string
  readonly unit: string | null
  readonly origin: UnitOrigin
}

export interface UnitNames {
  readonly aliases: readonly NamedUnit[]
  /** Units of this installation by their title. */
  readonly units: ReadonlyMap<string, string>
  /** The day of the document: names are read as of that day. */
  readonly day: string
}

/** Finds the standard name that a printed name had on the day of the document; an unknown name stands for itself. */
export function standardName(printed: string, { aliases, day }: Pick<UnitNames, 'aliases' | 'day'>): string {
  const found = aliases.find(
    ({ alias, fromOn, untilOn }) => alias === printed && (fromOn === null || fromOn <= day) && (untilOn === null || day <= untilOn),
  )
  return found?.title ?? printed
}

export function unitOf(printed: string, origin: UnitOrigin, names: UnitNames): TaskUnit {
  const title = standardName(printed, names)
  return { name: printed, title, unit: names.units.get(printed) ?? names.units.get(title) ?? idOfAnyAlias(title, names), origin }
}

/** The directory may keep a unit under one of its short names. */
function idOfAnyAlias(title: string, { aliases, units }: UnitNames): string | null {
  for (const { alias, title: standard } of aliases) {
    const unit = standard === title ? units.get(alias) : undefined
    if (unit) return unit
  }
  return null
}
