import { useMutation } from '@tanstack/react-query'
import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { MOST_TAKE_BACK_MINUTES, type TakeBackWindowView } from '#contract/take-back.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { setTakeBackWindow } from '../../api/take-back.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { takeBackTexts } from '../../texts/texts-take-back.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'

interface WindowDialogProps {
  readonly view: TakeBackWindowView
  readonly onClose: () => void
}

/** Asks for the minutes and why; both are kept in the history. */
export function WindowDialog({ view, onClose }: WindowDialogProps) {
  const say = useSay()
  const [minutes, setMinutes] = useState<number | null>(view.minutes)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const setting = useMutation({
    mutationFn: (given: number) => setTakeBackWindow({ minutes: given, reason: reason.trim(), seen: view.version }),
    onSuccess: async () => {
      await refreshAfterWrite()
      onClose()
    },
  })
  const isComplete = minutes !== null && reason.trim() !== ''
  const confirm = () => {
    setTried(true)
    if (isComplete) setting.mutate(minutes)
  }
  return (
    <Modal
      open
      title={say(takeBackTexts.change)}
      okText={say(takeBackTexts.confirm)}
      cancelText={say(takeBackTexts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={setting.isPending}
      okButtonProps={testId('confirm-window')}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(takeBackTexts.minutesLabel)}</span>
          <InputNumber
            value={minutes}
            min={0}
            max={MOST_TAKE_BACK_MINUTES}
            precision={0}
            onChange={setMinutes}
            data-testid="window-minutes"
          />
          <span className="note">{say(takeBackTexts.bounds, { most: thousands(String(MOST_TAKE_BACK_MINUTES)) })}</span>
        </label>
        <label>
          <span>{say(takeBackTexts.reason)}</span>
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} data-testid="window-reason" />
        </label>
      </div>
      <p className="note">{say(takeBackTexts.fromNow)}</p>
      {tried && !isComplete && <p className="fault">{say(takeBackTexts.missing)}</p>}
      <Refusal error={setting.error} />
    </Modal>
  )
}
