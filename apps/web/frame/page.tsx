import type { ReactNode } from 'react'

interface PageProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly width?: 'reading' | 'full'
}

/** Title line with the one main action at the right; content below. */
export function Page({ title, note, actions, children, width = 'full' }: PageProps) {
  return (
    <div className={`page page-${width}`}>
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {note !== undefined && <div className="note">{note}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
