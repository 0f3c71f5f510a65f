/** A title of 2号 (22 pt) holds 20 characters a line of 156 mm. */
const LONGEST = 20
/** After these a title may be broken without tearing a word: by meaning, as GB/T 9704-2012 7.3.1 asks. */
const ENDS = /[的于和与及、，：”》）度年月日底前情况]$/u

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

/** The place nearest to the ideal one that ends a word. */
function bestBreak(signs: readonly string[], ideal: number): number {
  for (let away = 0; away < ideal / 2; away += 1)
    for (const at of [ideal + away, ideal - away])
      if (at > 2 && at <= LONGEST && at < signs.length - 1 && ENDS.test(signs.slice(0, at).join('')) && !/^[”》）、，：]/u.test(signs[at]!))
        return at
  return Math.min(ideal, LONGEST)
}
