import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { BatchView } from '#contract/batches.ts'
import type { BatchCommand } from '../../api/endpoints.ts'
import { useSession } from '../../api/session-gate.ts'
import type { Values } from '../../api/types.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { batchTexts, commandTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { NoticeDaysLine } from './notice-days.tsx'
import { useBatchCommand } from './use-batch-command.ts'

interface Asked {
  readonly name: string
  readonly label: Words
  readonly control: 'line' | 'paragraph' | 'day'
}

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
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(name === 'open-notice' ? { from: jurisdiction.today } : {})
  const [tried, setTried] = useState(false)
  const giving = useBatchCommand(view, onClose)
  const missing = asked.filter(({ name: one }) => (answers[one] ?? '').trim() === '')
  const confirm = () => {
    setTried(true)
    if (missing.length === 0) giving.mutate({ name, body: { ...given, ...answers } })
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
      <div className="dialog-fields">
        {asked.map((one) => (
          <label key={one.name}>
            <span>{say(one.label)}</span>
            <AskedControl asked={one} value={answers[one.name] ?? ''} onChange={(value) => setAnswers({ ...answers, [one.name]: value })} />
            {tried && missing.includes(one) && <span className="fault">{say(batchTexts.missing, { field: say(one.label) })}</span>}
          </label>
        ))}
      </div>
      {name === 'open-notice' && <NoticeDaysLine from={answers['from'] ?? ''} to={answers['to'] ?? ''} />}
      <Refusal error={giving.error} />
    </Modal>
  )
}
const ROWS = { minRows: 3, maxRows: 8 }

function AskedControl({
  asked: { name, label, control },
  value,
  onChange,
}: {
  readonly asked: Asked
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const say = useSay()
  const id = `command-${name}`
  if (control === 'day') return <DayPicker id={id} value={value} label={say(label)} onChange={(day) => onChange(day ?? '')} />
  if (control === 'paragraph')
    return (
      <Input.TextArea
        id={id}
        autoSize={ROWS}
        maxLength={2000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        data-testid={id}
      />
    )
  return <Input id={id} maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} data-testid={id} />
}
