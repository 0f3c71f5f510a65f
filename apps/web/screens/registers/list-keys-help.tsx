import { KeysDialog } from '../../frame/keys-dialog.tsx'
import { listKeyTexts } from '../../texts/texts-list-keys.ts'

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
  return <KeysDialog title={listKeyTexts.title} keys={KEYS} testId="list-keys" onClose={onClose} />
}
