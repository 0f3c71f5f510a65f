import { useNavigate } from '@tanstack/react-router'
import type { MouseEvent } from 'react'

/** The document as it will be printed. The server makes its HTML out of plain words; a figure opens its page inside the product. */
export function Paper({ html }: { readonly html: string }) {
  const navigate = useNavigate()
  const follow = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void navigate({ href: link.getAttribute('href') ?? '/' })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the links inside are what is used, by key as by click
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by paperToHtml, which escapes every text
    <div className="paper-sheet" onClick={follow} dangerouslySetInnerHTML={{ __html: html }} data-testid="paper" />
  )
}
