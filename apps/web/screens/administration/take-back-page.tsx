import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { MOST_TAKE_BACK_MINUTES, type TakeBackWindowView } from '#contract/take-back.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { setTakeBackWindow, takeBackWindowQuery } from '../../api/take-back.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { takeBackTexts } from '../../texts/texts-take-back.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'

/** For how long what people have just done can be taken back, and every change of it. */
export function TakeBackPage() {
  const say = useSay()
  const [changing, setChanging] = useState(false)
  const maySet = useMayGive('collaboration.set-take-back-window')
  const view = useQuery(takeBackWindowQuery)
  return (
    <Page
      title={say(takeBackTexts.window)}
      note={say(takeBackTexts.windowNote)}
      actions={
        maySet && (
          <Button type="primary" onClick={() => setChanging(true)} data-testid="change-window">
            {say(takeBackTexts.change)}
          </Button>
        )
      }
    >
      <Loaded query={view}>
        {(loaded) => (
          <>
            <InForce view={loaded} />
            <Changes view={loaded} />
            {changing && <WindowDialog view={loaded} onClose={() => setChanging(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function InForce({ view: { minutes, version } }: { readonly view: TakeBackWindowView }) {
  const say = useSay()
  return (
    <section className="panel" aria-labelledby="window-now">
      <h2 id="window-now">{say(takeBackTexts.now)}</h2>
      <p className="window-now number" data-testid="window-now">
        <Minutes minutes={minutes} />
      </p>
      {version === 0 && <p className="note">{say(takeBackTexts.unlessSet)}</p>}
    </section>
  )
}

function Changes({ view: { changes } }: { readonly view: TakeBackWindowView }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <section className="panel" aria-labelledby="window-history">
      <h2 id="window-history">{say(takeBackTexts.history)}</h2>
      {changes.length === 0 ? (
        <Empty title={say(takeBackTexts.noHistory)} />
      ) : (
        <ol className="sheet-history" data-testid="window-history">
          {changes.map(({ version, minutes, reason, at, by }) => (
            <li key={version}>
              <span className="note number">{instantInTable(at, jurisdiction.timeZone)}</span>
              <span className="number">
                <Minutes minutes={minutes} />
              </span>
              <span>{reason}</span>
              <span className="note">{by}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Minutes({ minutes }: { readonly minutes: number }) {
  const say = useSay()
  return minutes === 0 ? say(takeBackTexts.none) : say(takeBackTexts.minutes, { count: thousands(String(minutes)) })
}

/** Asks for the minutes and why; both are kept in the history. */
function WindowDialog({ view, onClose }: { readonly view: TakeBackWindowView; readonly onClose: () => void }) {
  const say = useSay()
  const asked: readonly Asked[] = [
    {
      name: 'minutes',
      label: takeBackTexts.minutesLabel,
      control: 'number',
      least: 0,
      most: MOST_TAKE_BACK_MINUTES,
      note: say(takeBackTexts.bounds, { most: thousands(String(MOST_TAKE_BACK_MINUTES)) }),
    },
    { name: 'reason', label: takeBackTexts.reason, control: 'line' },
  ]
  return (
    <AskDialog
      title={say(takeBackTexts.change)}
      okId="confirm-window"
      asks={() => asked}
      initial={{ minutes: String(view.minutes) }}
      onGive={async ({ minutes, reason = '' }) => {
        await setTakeBackWindow({ minutes: Number(minutes), reason, seen: view.version })
        await refreshAfterWrite()
      }}
      onClose={onClose}
    >
      {() => <p className="note">{say(takeBackTexts.fromNow)}</p>}
    </AskDialog>
  )
}
