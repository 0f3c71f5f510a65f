import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useSession } from '../api/session-gate.ts'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { Icon } from '../theme/icons.tsx'
import { AsOfPicker } from './as-of.tsx'
import { Bell } from './bell.tsx'
import { PersonMenu } from './person-menu.tsx'

const SearchDialog = lazy(() => import('./search-dialog.tsx').then(({ SearchDialog }) => ({ default: SearchDialog })))

/** Jurisdiction, as-of day, search, person. */
export function TopBar() {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <header className="top-bar">
      <div className="top-bar-place">
        <strong>{jurisdiction.title}</strong>
        {jurisdiction.demonstration && <span className="demonstration">{say(frameTexts.demonstration)}</span>}
      </div>
      <div className="top-bar-tools">
        <AsOfPicker />
        <SearchButton />
        <Bell />
        <PersonMenu />
      </div>
    </header>
  )
}

function SearchButton() {
  const say = useSay()
  const [open, setOpen] = useState(false)
  useShortcut(() => setOpen(true))
  return (
    <>
      <Button className="search-button" onClick={() => setOpen(true)} data-testid="search" icon={<Icon name="search" />}>
        <span className="search-button-word">{say(frameTexts.search)}</span>
        <kbd>Ctrl K</kbd>
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function useShortcut(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
}
