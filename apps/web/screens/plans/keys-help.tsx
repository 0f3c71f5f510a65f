import { KeysDialog } from '../../frame/keys-dialog.tsx'
import { reviewTexts } from '../../texts/texts-review.ts'

const KEYS = [
  ['j / k', reviewTexts.keyMove],
  ['Enter', reviewTexts.keyEdit],
  ['e', reviewTexts.keyCheck],
  ['x', reviewTexts.keyRemove],
  ['E', reviewTexts.keyBulk],
  ['u', reviewTexts.keyUndo],
  ['/', reviewTexts.keySearch],
  ['← →', reviewTexts.keySplitBar],
  ['?', reviewTexts.keyHelp],
] as const

/** What the keys do on the review screen. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  return <KeysDialog title={reviewTexts.keysTitle} keys={KEYS} testId="review-keys" onClose={onClose} />
}
