import { Modal } from 'antd'
import { listKeyTexts } from '../../texts/texts-list-keys.ts'
import { useSay } from '../../texts/use-say.ts'

const KEYS = [
  ['j / k', listKeyTexts.move],
  ['Enter', listKeyTexts.enter],
  ['Space', listKeyTexts.peek],
  ['x', listKeyTexts.choose],
  ['/', listKeyTexts.search],
  ['?', listKeyTexts.help],
] as const

/** What the keys do in a list. */
export function ListKeysHelp({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  return (
    <Modal open title={say(listKeyTexts.title)} footer={null} onCancel={onClose}>
      <dl className="keys" data-testid="list-keys">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
