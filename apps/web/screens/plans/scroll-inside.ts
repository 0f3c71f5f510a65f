/** Brings an element into view inside its own pane; the page around it stays where it is. */
export function scrollInside(element: Element | null | undefined, block: ScrollLogicalPosition) {
  const before = window.scrollY
  element?.scrollIntoView({ block })
  window.scrollTo({ top: before })
}
