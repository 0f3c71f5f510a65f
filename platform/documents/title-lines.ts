/** A title of 2号 (22 pt) holds 20 characters a line of 156 mm. */
const LONGEST = 20
/** After these a title may be broken without tearing a word: by meaning, as GB/T 9704-2012 7.3.1 asks. */
const ENDS = /(?:[的于和与及、，：”》）度年月日底前批]|情况)$/u
/** 前沿 is one word, and no sign that closes begins a line. */
const GOES_ON = /^[”》）、，：沿]/u

/** The lines of a title, balanced and broken by meaning where the words allow it. */
export function titleLines(title: string): readonly string[] {
  const signs = [...title]
  if (signs.length <= LONGEST) return [title]
  // 省教育厅科学技术处 / 关于推荐前沿技术突破的函
  const about = title.indexOf('关于')
  if (about > 0 && about <= LONGEST) return [title.slice(0, about), ...titleLines(title.slice(about))]
  const lines = Math.ceil(signs.length / LONGEST)
  const ideal = Math.ceil(signs.length / lines)
  const at = bestBreak(signs, ideal)
  return [signs.slice(0, at).join(''), ...titleLines(signs.slice(at).join(''))]
}

/** The place nearest to the ideal one that ends a word; before a year rather than after a quotation, which the next word may belong to. */
function bestBreak(signs: readonly string[], ideal: number): number {
  const places = signs.flatMap((_sign, at) => {
    const [before, after] = [signs.slice(0, at).join(''), signs.slice(at).join('')]
    if (at < 3 || at > LONGEST || at > signs.length - 2 || Math.abs(at - ideal) > ideal / 2) return []
    if (YEAR.test(after)) return [{ at, away: Math.abs(at - ideal) }]
    return ENDS.test(before) && !GOES_ON.test(after) ? [{ at, away: Math.abs(at - ideal) + (before.endsWith('”') ? QUOTED : 0) }] : []
  })
  const [best] = places.toSorted((one, other) => one.away - other.away || other.at - one.at)
  return best?.at ?? Math.min(ideal, LONGEST)
}

const YEAR = /^\d{4}年/
/** “5个100” / 行动 tears what belongs together: so many characters further away is better. */
const QUOTED = 4
