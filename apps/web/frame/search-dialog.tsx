import { Modal } from 'antd'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { SearchPanel } from './search-panel.tsx'
import { STILL } from './still.ts'

/** Ctrl K. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  return (
    <Modal {...STILL} open title={say(frameTexts.search)} footer={null} onCancel={onClose} destroyOnHidden>
      <SearchPanel onOpened={onClose} />
    </Modal>
  )
}
