import { useMutation } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { ListLook, ViewShare } from '#contract/views.ts'
import { queryClient } from '../../api/query-client.ts'
import { saveView, type View, viewsQuery } from '../../api/views.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { viewTexts } from '../../texts/texts-views.ts'
import { useSay } from '../../texts/use-say.ts'
import { rememberView } from './opening-view.ts'

interface SaveViewDialogProps {
  readonly register: string
  readonly look: ListLook
  /** The view that is renamed; absent: a new one is made. */
  readonly view?: View
  readonly onSaved: (view: string) => void
  readonly onClose: () => void
}

const LONGEST_TITLE = 40

/** The name of a view and whom it is shared with. */
export function SaveViewDialog({ register, look, view, onSaved, onClose }: SaveViewDialogProps) {
  const say = useSay()
  const [title, setTitle] = useState(view?.title ?? '')
  const [share, setShare] = useState<ViewShare>(view?.share ?? 'own')
  const [tried, setTried] = useState(false)
  const absent = title.trim() === ''
  const saving = useMutation({
    mutationFn: () =>
      saveView({ register, title: title.trim(), share, list: view?.list ?? look, ...(view && { view: view.id, version: view.version }) }),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries(viewsQuery(register))
      rememberView(register, saved.view)
      onSaved(saved.view)
      onClose()
    },
  })
  const confirm = () => {
    setTried(true)
    if (!absent) saving.mutate()
  }
  return (
    <Dialog
      title={say(view ? viewTexts.rename : viewTexts.saveAs)}
      ok={say(viewTexts.save)}
      okId="confirm-view"
      isBusy={saving.isPending}
      isTouched={title !== (view?.title ?? '')}
      onOk={confirm}
      onClose={onClose}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(viewTexts.title)}</span>
          <Input
            autoFocus
            value={title}
            maxLength={LONGEST_TITLE}
            onChange={({ target }) => setTitle(target.value)}
            onPressEnter={confirm}
            data-testid="view-title"
          />
          {tried && absent && <span className="fault">{say(viewTexts.titleMissing)}</span>}
        </label>
        <fieldset className="view-share">
          <legend>{say(viewTexts.share)}</legend>
          <Radio.Group
            vertical
            value={share}
            onChange={({ target }) => setShare(target.value as ViewShare)} // its options are these three
            options={[
              { value: 'own', label: say(viewTexts.shareOwn) },
              { value: 'unit', label: say(viewTexts.shareUnit) },
              { value: 'all', label: say(viewTexts.shareAll) },
            ]}
          />
        </fieldset>
      </div>
      <p className="note">{say(viewTexts.shareNote)}</p>
      <Refusal error={saving.error} />
    </Dialog>
  )
}
