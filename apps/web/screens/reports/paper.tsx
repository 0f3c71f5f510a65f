import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ReportTemplate } from '#contract/report-template.ts'
import { reportTexts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'
import { setOnPages } from './pages.ts'

interface PaperProps {
  readonly html: string
  /** How many pages it may have: a brief of three is none. */
  readonly most?: number | undefined
}

/** The document as it will be printed. The server makes its HTML out of plain words; a figure opens its page inside the product. */
export function Paper({ html, most }: PaperProps) {
  const wide = useSyncExternalStore(watchWidth, () => matchMedia(WIDE).matches)
  return <Sheets key={`${wide} ${html}`} html={html} most={most} onPages={wide ? 'sheets' : 'flow'} />
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

function Sheets({ html, most, onPages }: PaperProps & { readonly onPages: 'sheets' | 'flow' }) {
  const say = useSay()
  const [pages, setPages] = useState(0)
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const article = box.current?.querySelector<HTMLElement>('article')
    if (onPages !== 'sheets' || !article) return
    article.style.zoom = String(Math.min(1, article.clientWidth / SHEET_PIXELS))
    setPages(setOnPages(article))
  }, [onPages])
  const follow = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void navigate({ href: link.getAttribute('href') ?? '/' })
  }
  return (
    <div>
      {most !== undefined && pages > most && (
        <p className="warning-note" role="status" data-testid="too-many-pages">
          {say(reportTexts.tooManyPages, { most, pages })}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the links inside are what is used, by key as by click */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by paperToHtml, which escapes every text */}
      <div
        className={`paper-sheet paper-${onPages}`}
        ref={box}
        onClick={follow}
        dangerouslySetInnerHTML={{ __html: html }}
        data-testid="paper"
      />
    </div>
  )
}

/** A 专报 is read on one sheet, both sides; the other papers are as long as they need be. */
export const mostPages = (kind: ReportTemplate['kind']): number | undefined => (kind === 'brief' ? 2 : undefined)
