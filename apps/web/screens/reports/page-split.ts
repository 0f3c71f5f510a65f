/** Leaves of a paragraph what ends above this height of the window; answers the rest, which is all of it when not one line fits. */
export function splitText(paragraph: HTMLElement, end: number): HTMLElement {
  const { top, bottom } = paragraph.getBoundingClientRect()
  const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight) * scaleOf(paragraph)
  const lines = Math.floor((end - top + ROUNDING) / line)
  // One line alone at the foot or at the head of a sheet reads badly.
  const kept = Math.round((bottom - top) / line) - lines === 1 ? lines - 1 : lines
  if (kept < FEWEST_LINES) return paragraph
  const at = lastWithin(paragraph, top + kept * line)
  if (at === undefined) return paragraph
  const range = document.createRange()
  range.setStart(at.node, at.offset)
  range.setEndAfter(paragraph.lastChild!)
  const rest = paragraph.cloneNode(false) as HTMLElement // a clone is of the same kind
  rest.append(range.extractContents())
  rest.classList.add('paper-continued')
  paragraph.classList.add('paper-continues')
  return rest
}

const FEWEST_LINES = 2
const ROUNDING = 1

/** Pixels of the window for one of the style sheet, where a narrow window has shrunk the sheets. */
function scaleOf(element: HTMLElement): number {
  return element.offsetHeight === 0 ? 1 : element.getBoundingClientRect().height / element.offsetHeight
}

interface Place {
  readonly node: Text
  readonly offset: number
}

/** The place after the last letter that ends above this height. */
function lastWithin(paragraph: HTMLElement, bottom: number): Place | undefined {
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let found: Place | undefined
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const fitting = fittingLetters(range, node, bottom)
    if (fitting > 0) found = { node, offset: fitting }
    if (fitting < node.data.length) break
  }
  return found
}

function fittingLetters(range: Range, node: Text, bottom: number): number {
  let [low, high] = [0, node.data.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    range.setEnd(node, middle)
    if (range.getBoundingClientRect().bottom <= bottom) low = middle
    else high = middle - 1
  }
  return low
}

/** Takes rows from the end of a table until it fits; answers a table of them under the same head, or the table itself when no row fits. */
export function splitTable(table: HTMLElement, fits: () => boolean): HTMLElement {
  const body = table.querySelector('tbody')
  const rest = table.cloneNode(true) as HTMLElement // a clone is of the same kind
  const restBody = rest.querySelector('tbody')
  if (!body || !restBody) return table
  rest.querySelector('figcaption')?.remove()
  restBody.replaceChildren()
  while (!fits() && body.lastElementChild) restBody.prepend(body.lastElementChild)
  if (body.childElementCount > 0) return rest
  body.append(...restBody.children)
  return table
}
