/** Every pair of neighbouring characters, for the index that finds any piece of text from two characters up: 智能制造 → 智能, 能制, 制造. */
export function bigrams(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const run of runsOf(text)) {
    const letters = [...run]
    for (let at = 0; at < letters.length - 1; at++) pairs.add(`${letters[at]}${letters[at + 1]}`)
  }
  return pairs
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
