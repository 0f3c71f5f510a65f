import { type RefObject, useEffect, useRef, useState } from 'react'

/** Whether a box is wider inside than outside just now: then the keyboard must be able to reach it to scroll. */
export function useScrolls(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const { current } = box
    if (current === null) return
    const watch = new ResizeObserver(() => setScrolls(current.scrollWidth > current.clientWidth))
    watch.observe(current)
    if (current.firstElementChild) watch.observe(current.firstElementChild)
    return () => watch.disconnect()
  }, [])
  // What is in the box may have changed without changing the size of either.
  useEffect(() => {
    const { current } = box
    if (current !== null) setScrolls(current.scrollWidth > current.clientWidth)
  })
  return [box, scrolls]
}
