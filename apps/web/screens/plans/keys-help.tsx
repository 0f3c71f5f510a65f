import { Modal } from 'antd'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'

const KEYS = [
  ['j / k', reviewTexts.keyMove],
  ['Enter', reviewTexts.keyEdit],
  ['e', reviewTexts.keyCheck],
  ['x', reviewTexts.keyRemove],
  ['u', reviewTexts.keyUndo],
  ['/', reviewTexts.keySearch],
  ['← →', reviewTexts.keySplitBar],
  ['?', reviewTexts.keyHelp],
] as const

/** What the keys do. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  return (
    <Modal open title={say(reviewTexts.keysTitle)} footer={null} onCancel={onClose}>
      <dl className="keys">
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
