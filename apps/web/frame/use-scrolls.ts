import { type RefObject, useEffect, useRef, useState } from 'react'

/** Whether a box is larger inside than outside just now: then the keyboard must be able to reach it to scroll. */
export function useScrolls(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const { current } = box
    if (current === null) return
    const look = () => setScrolls(current.scrollWidth > current.clientWidth || current.scrollHeight > current.clientHeight)
    const sizes = new ResizeObserver(look)
    sizes.observe(current)
    if (current.firstElementChild) sizes.observe(current.firstElementChild)
    // What is in the box may change without changing the size of either.
    const rows = new MutationObserver(look)
    rows.observe(current, { childList: true, characterData: true, subtree: true })
    return () => {
      sizes.disconnect()
      rows.disconnect()
    }
  }, [])
  return [box, scrolls]
}
