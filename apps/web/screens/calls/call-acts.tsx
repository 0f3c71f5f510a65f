import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { CallView } from '#contract/calls.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { giveCallCommand } from '../../api/selection.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
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

const ROWS = { minRows: 3, maxRows: 8 }

function ActDialog({ act, view, onClose }: { readonly act: Act; readonly view: CallView['call']; readonly onClose: () => void }) {
  const say = useSay()
  const [closesOn, setClosesOn] = useState<string>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const extends_ = act === 'extend-call'
  const giving = useMutation({
    mutationFn: () =>
      giveCallCommand(act, { call: view.id, ...(extends_ && { closesOn }), ...(reason.trim() !== '' && { reason: reason.trim() }) }),
    onSuccess: async () => {
      await refreshAfterWrite()
      onClose()
    },
  })
  const confirm = () => {
    setTried(true)
    if (!extends_ || (closesOn !== undefined && reason.trim() !== '')) giving.mutate()
  }
  return (
    <Modal
      open
      title={say(WORDS[act])}
      okText={say(callTexts.confirm)}
      cancelText={say(callTexts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={giving.isPending}
      okButtonProps={testId('confirm-call-act')}
    >
      <div className="dialog-fields">
        {extends_ && (
          <label>
            <span>{say(callTexts.closesOn)}</span>
            <DayPicker id="closes-on" value={closesOn} earliest={view.closesOn ?? undefined} onChange={setClosesOn} />
            {tried && closesOn === undefined && <span className="fault">{say(callTexts.missing, { field: say(callTexts.closesOn) })}</span>}
          </label>
        )}
        {act !== 'open-call' && (
          <label>
            <span>{say(callTexts.reason)}</span>
            <Input.TextArea autoSize={ROWS} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
            {tried && extends_ && reason.trim() === '' && (
              <span className="fault">{say(callTexts.missing, { field: say(callTexts.reason) })}</span>
            )}
          </label>
        )}
      </div>
      <Refusal error={giving.error} />
    </Modal>
  )
}
