/** Every pair of neighbouring characters, for the index that finds any piece of text from two characters up: 智能制造 → 智能, 能制, 制造. */
export function bigrams(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  addBigrams(text, pairs)
  return pairs
}

/** The same into a set that others have filled, too. */
export function addBigrams(text: string, pairs: Set<string>): void {
  for (const run of runsOf(text)) {
    if (OF_TWO_UNITS.test(run)) addPairs([...run], pairs)
    else for (let at = 0; at < run.length - 1; at++) pairs.add(run.slice(at, at + 2))
  }
}

/** Characters outside the basic plane take two units of a JavaScript string. */
const OF_TWO_UNITS = /[\uD800-\uDFFF]/

function addPairs(letters: readonly string[], pairs: Set<string>): void {
  for (let at = 0; at < letters.length - 1; at++) pairs.add(`${letters[at]}${letters[at + 1]}`)
}

/** Runs of letters and digits, in small letters; everything between them separates. */
export function runsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
