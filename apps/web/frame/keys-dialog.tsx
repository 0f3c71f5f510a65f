import { Modal } from 'antd'
import { useSay } from '../texts/use-say.ts'
import type { Words } from '../texts/words.ts'
import { STILL } from './still.ts'

interface KeysDialogProps {
  readonly title: Words
  /** Each key and what it does. */
  readonly keys: readonly (readonly [key: string, does: Words])[]
  readonly testId: string
  readonly onClose: () => void
}

/** What the keys do on a page. */
export function KeysDialog({ title, keys, testId, onClose }: KeysDialogProps) {
  const say = useSay()
  return (
    <Modal {...STILL} open title={say(title)} footer={null} onCancel={onClose}>
      <dl className="keys" data-testid={testId}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
