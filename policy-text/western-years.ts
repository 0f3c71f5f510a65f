import { type Copy, copyWriter } from './copy.ts'

// Years of the Republic count from 1912: 民国114年 is 2025. Without 民国 only what can be no number of years is taken: “至118年”, not “近120年”.
const YEAR =
  /民国 ?(?<named>\d{2,3})(?= ?年)|(?<![\d.,第近约每逾满共长达距期庆校建党])(?<bare>1[0-4]\d)(?= ?(?:年(?![来间内历以多级期])|[-—~至] ?1[0-4]\d ?年))/g
const FIRST_YEAR = 1911

/** A Taiwan text with its years as the rest of the world counts them; every character still knows its source. */
export function westernYears(copy: Copy): Copy {
  if (!/民国|1[0-4]\d ?年/.test(copy.text)) return copy
  const writer = copyWriter(copy)
  let kept = 0
  for (const match of copy.text.matchAll(YEAR)) {
    const end = match.index + match[0].length
    writer.keep(kept, match.index)
    writer.put(String(Number(match.groups?.['named'] ?? match.groups?.['bare']) + FIRST_YEAR), match.index, end)
    kept = end
  }
  writer.keep(kept, copy.text.length)
  return writer.finish()
}
