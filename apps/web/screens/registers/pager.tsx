import { Button } from 'antd'
import type { EntryPage } from '#contract/entries.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import type { useListState } from './list-state.ts'

/** Cursors lead forward only; the way back is remembered for as long as the window is open. */
const cameFrom = new Map<string, string | undefined>()

/** Total, and the pages before and after. */
export function Pager({ page, list }: { readonly page: EntryPage; readonly list: ReturnType<typeof useListState> }) {
  const say = useSay()
  const { cursor: next, total } = page
  const { cursor: here, page: at = 1 } = list.search
  const forward = () => {
    if (next === undefined) return
    cameFrom.set(next, here)
    list.turn(next, at + 1)
  }
  const known = here !== undefined && cameFrom.has(here)
  return (
    <nav className="pager" aria-label={say(listTexts.page, { page: at })}>
      <span className="number" data-testid="total">
        {total &&
          ('exactly' in total
            ? say(listTexts.total, { count: thousands(String(total.exactly)) })
            : say(listTexts.totalAtLeast, { count: thousands(String(total.atLeast)) }))}
      </span>
      {(here !== undefined || next !== undefined) && (
        <span className="pager-acts">
          <Button disabled={here === undefined} onClick={() => (known ? list.turn(cameFrom.get(here), at - 1) : list.turn(undefined, 1))}>
            {say(here === undefined || known ? listTexts.previous : listTexts.first)}
          </Button>
          <span className="note">{say(listTexts.page, { page: at })}</span>
          <Button disabled={next === undefined} onClick={forward} data-testid="next-page">
            {say(listTexts.next)}
          </Button>
        </span>
      )}
    </nav>
  )
}
