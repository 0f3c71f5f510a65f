import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { CallView } from '#contract/calls.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { giveCallCommand } from '../../api/selection.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { callTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'

type Act = 'open-call' | 'extend-call' | 'close-call'

const WORDS = { 'open-call': callTexts.open, 'extend-call': callTexts.extend, 'close-call': callTexts.close } as const
const ACTS: Readonly<Record<string, readonly Act[]>> = {
  draft: ['open-call'],
  open: ['extend-call', 'close-call'],
  closed: ['extend-call'],
}

/** What the province does with the call. */
export function CallActs({ view: { call } }: { readonly view: CallView }) {
  const say = useSay()
  const [open, setOpen] = useState<Act>()
  const mayAct = useMayGive('selection.open-call')
  if (!mayAct) return null
  return (
    <section className="moves">
      <div className="move-buttons">
        {call.state === 'draft' && (
          <Link
            to="/registers/$register/$id/edit"
            params={{ register: 'call', id: call.id }}
            className="plain-link"
            data-testid="edit-call"
          >
            {say(callTexts.fill)}
          </Link>
        )}
        {(ACTS[call.state] ?? []).map((act) => (
          <Button key={act} type={act === 'open-call' ? 'primary' : 'default'} onClick={() => setOpen(act)} data-testid={act}>
            {say(WORDS[act])}
          </Button>
        ))}
      </div>
      {open && <ActDialog key={open} act={open} view={call} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

function ActDialog({ act, view, onClose }: { readonly act: Act; readonly view: CallView['call']; readonly onClose: () => void }) {
  const say = useSay()
  return (
    <AskDialog
      title={say(WORDS[act])}
      okId="confirm-call-act"
      asks={() => asksOf(act, view)}
      onGive={async (given) => {
        await giveCallCommand(act, { call: view.id, ...given })
        await refreshAfterWrite()
      }}
      onClose={onClose}
    />
  )
}

/** A later last day is given with its reason; closing early may say one. */
function asksOf(act: Act, { closesOn }: CallView['call']): readonly Asked[] {
  if (act === 'open-call') return []
  const reason = { name: 'reason', label: callTexts.reason, control: 'paragraph' } as const
  if (act === 'close-call') return [{ ...reason, optional: true }]
  return [{ name: 'closesOn', label: callTexts.closesOn, control: 'day', earliest: closesOn ?? undefined }, reason]
}
