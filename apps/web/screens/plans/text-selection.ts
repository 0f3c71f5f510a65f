/** A piece of the document's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A piece of the document's text that a person selected, and where on the page it shows. */
export interface Selected extends Span {
  readonly top: number
  readonly left: number
}

/** The offsets of what is selected inside `box`; paragraphs carry the place where they begin as data-start. */
export function selectedIn(box: HTMLElement): Selected | undefined {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined
  const start = offsetOf(box, range.startContainer, range.startOffset)
  const end = offsetOf(box, range.endContainer, range.endOffset)
  if (start === undefined || end === undefined || start >= end) return undefined
  const [place, area] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
  return { start, end, top: place.bottom - area.top + box.scrollTop, left: Math.max(0, place.left - area.left) }
}

function offsetOf(box: HTMLElement, node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('[data-start]') ?? (element === box ? box.children[offset] : undefined)
  if (!(paragraph instanceof HTMLElement) || paragraph.dataset['start'] === undefined) return undefined
  if (!paragraph.contains(node)) return Number(paragraph.dataset['start'])
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return Number(paragraph.dataset['start']) + before.toString().length
}

/** The range on the page of some offsets of the text; undefined when they lie in no paragraph. */
export function rangeOf(box: HTMLElement, start: number, end: number): Range | undefined {
  const paragraphs = [...box.querySelectorAll<HTMLElement>('[data-start]')]
  const first = paragraphs.findLast(({ dataset }) => Number(dataset['start']) <= start)
  const last = paragraphs.findLast(({ dataset }) => Number(dataset['start']) < end)
  const from = first && placeIn(first, start - Number(first.dataset['start']))
  const to = last && placeIn(last, end - Number(last.dataset['start']))
  if (!from || !to) return undefined
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function placeIn(paragraph: HTMLElement, offset: number): { readonly node: Node; readonly offset: number } | undefined {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return undefined
}

/** Selects a piece of the text and brings it to sight; the cursor stays where it was, so that a search goes on with the next Enter. */
export function selectIn(box: HTMLElement | null, { start, end }: Span) {
  const range = box ? rangeOf(box, start, end) : undefined
  if (!box || !range) return
  const { activeElement } = document
  document.getSelection()?.removeAllRanges()
  document.getSelection()?.addRange(range)
  const [place, area] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
  if (place.top < area.top || place.bottom > area.bottom) box.scrollTop += place.top - area.top - area.height / 2
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true })
}
