import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { queryClient } from '../../api/query-client.ts'
import { chooseView, dropView, saveView, type View, viewsQuery } from '../../api/views.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { viewTexts } from '../../texts/texts-views.ts'
import { useSay } from '../../texts/use-say.ts'
import type { useListState } from './list-state.ts'
import { rememberView } from './opening-view.ts'

interface ViewMenuProps {
  readonly register: string
  readonly view: View
  readonly opens: boolean
  readonly isChanged: boolean
  readonly list: ReturnType<typeof useListState>
  readonly onRename: () => void
}

/** What can be done with the view that is open: one's own is changed and dropped, any can be opened first and sent on. */
export function ViewMenu({ register, view, opens, isChanged, list, onRename }: ViewMenuProps) {
  const say = useSay()
  const [isDropping, setDropping] = useState(false)
  const [isCopied, setCopied] = useState(false)
  const { id, version, title, share, own } = view
  const refresh = () => queryClient.invalidateQueries(viewsQuery(register))
  const update = useMutation({
    mutationFn: () => saveView({ view: id, version, register, title, share, list: list.look }),
    onSettled: refresh,
  })
  const choose = useMutation({ mutationFn: () => chooseView(register, opens ? null : id), onSettled: refresh })
  const drop = async () => {
    await dropView(id, version)
    await refresh()
    rememberView(register, 'all')
    list.openView('all', {})
  }
  const copyLink = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
  }
  const items = [
    ...(isChanged ? [{ key: 'reset', label: say(viewTexts.reset), onClick: () => list.openView(id, view.list) }] : []),
    ...(own ? [{ key: 'rename', label: say(viewTexts.rename), onClick: onRename }] : []),
    { key: 'opens', label: say(opens ? viewTexts.notOpen : viewTexts.open), onClick: () => choose.mutate() },
    { key: 'link', label: say(viewTexts.copyLink), onClick: () => void copyLink() },
    ...(own
      ? [
          {
            key: 'drop',
            danger: true,
            label: say(viewTexts.drop),
            onClick: () => setDropping(true),
          },
        ]
      : []),
  ]
  return (
    <>
      {own && isChanged && (
        <button type="button" className="link-button" disabled={update.isPending} onClick={() => update.mutate()} data-testid="update-view">
          {say(viewTexts.update)}
        </button>
      )}
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small" type="text" aria-label={say(viewTexts.manage)} data-testid="view-menu">
          ⋯
        </Button>
      </Dropdown>
      {opens && <span className="note">{say(viewTexts.opens)}</span>}
      {isCopied && (
        <span className="note" role="status">
          {say(viewTexts.copied)}
        </span>
      )}
      {isDropping && (
        <AskDialog
          title={say(viewTexts.drop)}
          ok={say(viewTexts.drop)}
          okId="confirm-drop-view"
          tone="danger"
          asks={() => []}
          onGive={drop}
          onClose={() => setDropping(false)}
          lead={<p>{say(viewTexts.dropAsk, { title })}</p>}
        />
      )}
      <Refusal error={update.error ?? choose.error} />
    </>
  )
}
