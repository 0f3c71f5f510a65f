const NAME = '--lt-moves-height'

/** A ref that tells the style sheet how high an element is, so that what lies at the same edge of a phone keeps clear of it. */
export function keepHeight(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined
  const { style } = document.documentElement
  const watcher = new ResizeObserver(() => style.setProperty(NAME, `${element.offsetHeight}px`))
  watcher.observe(element)
  return () => {
    watcher.disconnect()
    style.removeProperty(NAME)
  }
}
