import type { BatchView } from '#contract/batches.ts'
import type { BatchCommand } from '../../api/selection.ts'
import { useSession } from '../../api/session-gate.ts'
import type { Values } from '../../api/types.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { batchTexts, commandTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import { giveToBatch } from './batch-command.ts'
import { NoticeDaysLine } from './notice-days.tsx'

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
  return (
    <AskDialog
      title={say(commandTexts[name])}
      okId="confirm-command"
      tone={name === 'cancel-batch' ? 'danger' : undefined}
      asks={() => ASKS[name] ?? []}
      initial={name === 'open-notice' ? { from: jurisdiction.today } : {}}
      onGive={(answers) => giveToBatch(view, name, { ...given, ...answers })}
      onClose={onClose}
      lead={
        <>
          {name === 'close-notice' && <p>{say(batchTexts.closeQuestion)}</p>}
          {name === 'publish-batch' && <p>{say(batchTexts.publishNote, { count: view.entries.length })}</p>}
        </>
      }
    >
      {({ from = '', to = '' }) => name === 'open-notice' && <NoticeDaysLine from={from} to={to} />}
    </AskDialog>
  )
}
