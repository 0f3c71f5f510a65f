import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import type { ChannelView } from '#contract/delivery.ts'
import { sendTest } from '../../api/delivery.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { askTexts } from '../../texts/texts-ask.ts'
import { deliveryTexts } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'

/** Asks where a test goes; what became of it stands in the outbox. */
export function TestDialog({ channel: { id, title, settings }, onClose }: { readonly channel: ChannelView; readonly onClose: () => void }) {
  const say = useSay()
  const [to, setTo] = useState('')
  const sending = useMutation({ mutationFn: () => sendTest(id, to.trim()), onSuccess: () => refreshAfterWrite() })
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (to.trim() !== '') sending.mutate()
  }
  return (
    <Dialog
      title={`${say(deliveryTexts.test)} · ${title}`}
      ok={say(sending.isSuccess ? deliveryTexts.close : deliveryTexts.send)}
      okId="confirm-test"
      isBusy={sending.isPending}
      isTouched={to !== ''}
      onOk={sending.isSuccess ? onClose : send}
      onClose={onClose}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(deliveryTexts.testTo)}</span>
          <Input
            value={to}
            maxLength={120}
            placeholder={say(settings.transport === 'smtp' ? deliveryTexts.testMail : deliveryTexts.testPhone)}
            onChange={({ target }) => setTo(target.value)}
            onPressEnter={send}
            data-testid="test-to"
          />
          {tried && to.trim() === '' && <span className="fault">{say(askTexts.missing, { field: say(deliveryTexts.testTo) })}</span>}
        </label>
      </div>
      {sending.isSuccess && (
        <p role="status" data-testid="test-sent">
          {say(deliveryTexts.testSent)}{' '}
          <Link to="/channels" search={{ tab: 'outbox' }} onClick={onClose} data-testid="to-outbox">
            {say(deliveryTexts.tabs.outbox)}
          </Link>
        </p>
      )}
      <Refusal error={sending.error} />
    </Dialog>
  )
}
