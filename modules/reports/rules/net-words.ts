import type { Run } from '#contract/paper.ts'

/** A run of a paragraph as it was filled in; `value` is there where it is a figure told as its value. */
export interface Told {
  readonly run: Run
  readonly value?: string
}

const MORE = '净增'
const LESS = '净减少'
/** Where what “净增” governs ends. */
const STOP = /[。；！？]/
const LAST_MORE = /净增加?(?!.*净增)/u

/** A number as papers print it: −2 with a minus sign, not a hyphen (GB/T 15835 leaves it to mathematics; GB/T 3102.11). */
export function printed(value: string): string {
  return value.replace(/^-/, '−')
}

/**
 * After “净增” a number below nothing is told as “净减少2家”, never as “净增−2家”. One “净增” governs the figures up to the next full stop or
 * semicolon; where one of them goes the other way than the one before, it gets its own word: “净增技术5项、标准净减少2项、场景净增1个”.
 */
export function withNetWords(told: readonly Told[]): readonly Run[] {
  const runs: Run[] = []
  let verb: string | undefined
  /** The place of the run that has just said “净增”, as long as no figure followed. */
  let saidAt: number | undefined
  for (const { run, value } of told) {
    if (value === undefined) {
      const rest = run.text.split(STOP).at(-1) ?? ''
      if (rest !== run.text) verb = undefined
      if (rest.includes(MORE)) {
        verb = MORE
        saidAt = runs.length
      }
      runs.push(run)
      continue
    }
    if (verb === undefined) {
      runs.push({ ...run, text: printed(run.text) })
      continue
    }
    const wanted = value.startsWith('-') ? LESS : MORE
    if (saidAt !== undefined)
      runs[saidAt] = { ...runs[saidAt]!, text: runs[saidAt]!.text.replace(LAST_MORE, (said) => (wanted === MORE ? said : LESS)) }
    else if (wanted !== verb) runs.push({ text: wanted })
    runs.push({ ...run, text: run.text.replace(/^-/, '') })
    verb = wanted
    saidAt = undefined
  }
  return runs
}
