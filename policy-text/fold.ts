import type { Copy } from './copy.ts'

// One character for one, so offsets stay: pages mix “，” with “,” and “（” with “(” freely.
const FOLDED: ReadonlyMap<string, string> = new Map(
  [
    ['，：；（）［］〔〕【】％．！？＋－＝＜＞／～〈〉﹝﹞＂＇', ',:;()[][][]%.!?+-=<>/~<>[]"\''],
    ['﹪﹤﹥﹐﹔﹕﹙﹚＆', '%<>,;:()&'],
    ['\u00a0\u3000\u2002\u2003\u2009\u202f\t\ufeff\u200b', '         '],
    ['＂“”„「」『』', '"“”““”“”'],
    ['«»∶﹕', '《》::'],
    ['─―－–', '————'],
    ['㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'],
    ['、﹑', '、、'],
    ['。｡', '。。'],
  ].flatMap(([given, wanted]) => [...(given ?? '')].map((character, at): [string, string] => [character, (wanted ?? '')[at] ?? character])),
)

// Recognised text ends sentences with “.”, also between blanks; after a numeral it belongs to a heading (“一.总体要求”).
const STOP = /(?<=[\u4e00-\u9fff%)] ?)(?<![一二三四五六七八九十] ?)\.(?=[\u4e00-\u9fff \n]|$)/g

/** Full-width letters, digits and marks in the form the rules are written for: “Ａ１，（” → “A1,(”. */
export function folded(copy: Copy): Copy {
  // Stretch by stretch: character by character a million of them leave 32 MB of unfinished strings behind them.
  const pieces: string[] = []
  let done = 0
  for (let at = 0; at < copy.text.length; at += 1) {
    const character = copy.text[at]!
    const wanted = character < '\u0080' ? (character === '\t' ? ' ' : character) : foldOne(character)
    if (wanted === character) continue
    pieces.push(copy.text.slice(done, at), wanted)
    done = at + 1
  }
  pieces.push(copy.text.slice(done))
  return { ...copy, text: pieces.join('').replaceAll('\r', ' ').replace(STOP, '。') }
}

function foldOne(character: string): string {
  const known = FOLDED.get(character)
  if (known !== undefined) return known
  const code = character.charCodeAt(0)
  const isWideLetter = code >= 0xff10 && code <= 0xff5a
  return isWideLetter ? String.fromCharCode(code - 0xfee0) : character
}
