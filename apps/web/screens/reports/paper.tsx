import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { setOnPages } from './pages.ts'

/** The document as it will be printed. The server makes its HTML out of plain words; a figure opens its page inside the product. */
export function Paper({ html }: { readonly html: string }) {
  const wide = useSyncExternalStore(watchWidth, () => matchMedia(WIDE).matches)
  return <Sheets key={`${wide} ${html}`} html={html} onPages={wide ? 'sheets' : 'flow'} />
}

/** Below it a sheet of A4 would be too small to read: the text flows. */
const WIDE = '(min-width: 721px)'

/** 210 mm at 96 pixels an inch. */
const SHEET_PIXELS = (210 / 25.4) * 96

function watchWidth(tell: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

function Sheets({ html, onPages }: { readonly html: string; readonly onPages: 'sheets' | 'flow' }) {
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const article = box.current?.querySelector<HTMLElement>('article')
    if (onPages !== 'sheets' || !article) return
    article.style.zoom = String(Math.min(1, article.clientWidth / SHEET_PIXELS))
    setOnPages(article)
  }, [onPages])
  const follow = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void navigate({ href: link.getAttribute('href') ?? '/' })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the links inside are what is used, by key as by click
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by paperToHtml, which escapes every text
    <div
      className={`paper-sheet paper-${onPages}`}
      ref={box}
      onClick={follow}
      dangerouslySetInnerHTML={{ __html: html }}
      data-testid="paper"
    />
  )
}
