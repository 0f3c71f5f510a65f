import { Modal } from 'antd'
import { useState } from 'react'
import type { BatchView } from '#contract/batches.ts'
import type { BatchCommand } from '../../api/endpoints.ts'
import { useSession } from '../../api/session-gate.ts'
import type { Values } from '../../api/types.ts'
import { type Answers, type Asked, AskedFields, missingOf } from '../../frame/asked-fields.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { batchTexts, commandTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import { NoticeDaysLine } from './notice-days.tsx'
import { useBatchCommand } from './use-batch-command.ts'

/** What each command asks before it is given. */
const ASKS: Readonly<Partial<Record<BatchCommand, readonly Asked[]>>> = {
  'open-notice': [
    { name: 'from', label: batchTexts.noticeFromOn, control: 'day' },
    { name: 'to', label: batchTexts.noticeUntilOn, control: 'day' },
  ],
  'publish-batch': [
    { name: 'documentNo', label: batchTexts.documentNo, control: 'line' },
    { name: 'documentTitle', label: batchTexts.documentTitle, control: 'line' },
    { name: 'documentDate', label: batchTexts.documentDate, control: 'day' },
  ],
  'cancel-batch': [{ name: 'reason', label: batchTexts.reason, control: 'paragraph' }],
  'remove-from-batch': [{ name: 'reason', label: batchTexts.reason, control: 'paragraph' }],
}

interface CommandDialogProps {
  readonly name: BatchCommand
  readonly view: BatchView
  /** What the command is given besides what it asks: the chosen entries. */
  readonly given?: Values
  readonly onClose: () => void
}

/** Asks what a command needs, then gives it. */
export function CommandDialog({ name, view, given = {}, onClose }: CommandDialogProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const asked = ASKS[name] ?? []
  const [answers, setAnswers] = useState<Answers>(name === 'open-notice' ? { from: jurisdiction.today } : {})
  const [tried, setTried] = useState(false)
  const giving = useBatchCommand(view, onClose)
  const confirm = () => {
    setTried(true)
    if (missingOf(asked, answers).length === 0) giving.mutate({ name, body: { ...given, ...answers } })
  }
  return (
    <Modal
      open
      title={say(commandTexts[name])}
      okText={say(batchTexts.confirm)}
      cancelText={say(batchTexts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={giving.isPending}
      okButtonProps={{ danger: name === 'cancel-batch', ...testId('confirm-command') }}
    >
      {name === 'close-notice' && <p>{say(batchTexts.closeQuestion)}</p>}
      {name === 'publish-batch' && <p>{say(batchTexts.publishNote, { count: view.entries.length })}</p>}
      <AskedFields asked={asked} answers={answers} onChange={setAnswers} tried={tried} />
      {name === 'open-notice' && <NoticeDaysLine from={answers['from'] ?? ''} to={answers['to'] ?? ''} />}
      <Refusal error={giving.error} />
    </Modal>
  )
}
