import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { ProblemError } from '../api/problem-error.ts'
import { refreshAfterWrite } from '../api/query-client.ts'
import { useSession } from '../api/session-gate.ts'
import { takeBack } from '../api/take-back.ts'
import { takeBackTexts } from '../texts/texts-take-back.ts'
import { useSay } from '../texts/use-say.ts'
import { timeOf } from '../values/moment.ts'
import { thousands } from '../values/money.ts'
import { entryAddress } from './entry-address.ts'
import { Refusal } from './page-state.tsx'
import { forgetMoved, type JustMoved, noteMoved, useJustMoved } from './take-back.ts'

/** At the foot of every page after a move: what was done, and the way back while it is open. */
export function TakeBackBar() {
  const moved = useJustMoved()
  const { post } = useSession()
  return moved?.post === post && <Offer key={moved.event} moved={moved} />
}

function Offer({ moved }: { readonly moved: JustMoved }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { register, event, until, move, entries } = moved
  useEffect(() => {
    const timer = setTimeout(forgetMoved, Math.max(0, new Date(until).getTime() - Date.now()))
    return () => clearTimeout(timer)
  }, [until])
  const taking = useMutation({
    mutationFn: () => takeBack(register, event, entries),
    onSuccess: async () => {
      forgetMoved()
      await refreshAfterWrite()
    },
    onError: () => void refreshAfterWrite(),
  })
  const faults = taking.error instanceof ProblemError ? taking.error.faults.filter(({ path }) => entries.includes(path)) : []
  const rest = entries.filter((id) => faults.every(({ path }) => path !== id))
  const takeRest = () => {
    taking.reset()
    noteMoved({ ...moved, entries: rest })
  }
  return (
    <div className="take-back" role="status" data-testid="take-back-bar">
      <span>{say(takeBackTexts.done, { move: say(move), count: thousands(String(entries.length)) })}</span>
      {faults.length === 0 && (
        <>
          <span className="note number">{say(takeBackTexts.until, { time: timeOf(until, jurisdiction.timeZone) })}</span>
          <Button size="small" loading={taking.isPending} onClick={() => taking.mutate()} data-testid="take-back">
            {say(takeBackTexts.act)}
          </Button>
        </>
      )}
      {faults.length > 0 && rest.length > 0 && (
        <Button size="small" onClick={takeRest} data-testid="take-back-rest">
          {say(takeBackTexts.rest, { count: thousands(String(rest.length)) })}
        </Button>
      )}
      <Button size="small" type="text" onClick={forgetMoved} data-testid="take-back-close">
        {say(takeBackTexts.close)}
      </Button>
      {faults.length > 0 ? (
        <ul className="bulk-faults">
          {faults.map(({ path, label, message }) => (
            <li key={path}>
              <Link {...entryAddress(register, path)}>{label ? say(label) : path}</Link>
              <span className="note">{say(message)}</span>
            </li>
          ))}
        </ul>
      ) : (
        taking.error && <Refusal error={taking.error} />
      )}
    </div>
  )
}
