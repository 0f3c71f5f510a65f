import { Button, Popconfirm } from 'antd'
import type { LayoutView } from '#contract/sheets.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { sheetTexts } from '../../texts/texts-sheets.ts'
import { useSay } from '../../texts/use-say.ts'
import type { useLayoutWrites } from './use-layout-writes.ts'

interface SaveBarProps {
  readonly view: LayoutView
  readonly changed: boolean
  readonly writes: ReturnType<typeof useLayoutWrites>
  readonly onDiscard: () => void
}

/** Whose layout it is, whether it is saved, and what can be done with it. */
export function SaveBar({ view: { isOwn }, changed, writes: { keep, restore }, onDiscard }: SaveBarProps) {
  const say = useSay()
  const discard = () => {
    keep.reset()
    onDiscard()
  }
  return (
    <section className="panel sheet-bar">
      <div className="sheet-bar-line" role="status" data-testid="sheet-state">
        <span className={`tag tag-${isOwn ? 'good' : 'plain'}`}>{say(isOwn ? sheetTexts.own : sheetTexts.isDefault)}</span>
        {changed && <span className="tag tag-warning">{say(sheetTexts.unsaved)}</span>}
      </div>
      <div className="panel-acts">
        <Button type="primary" disabled={!changed} loading={keep.isPending} onClick={() => keep.mutate()} data-testid="save-layout">
          {say(sheetTexts.save)}
        </Button>
        {changed && (
          <Button onClick={discard} data-testid="discard-layout">
            {say(sheetTexts.discard)}
          </Button>
        )}
        {isOwn && !changed && (
          <Popconfirm
            title={say(sheetTexts.restoreAsk)}
            okText={say(sheetTexts.restore)}
            cancelText={say(sheetTexts.cancel)}
            okButtonProps={testId('confirm-restore')}
            onConfirm={() => restore.mutate()}
          >
            <Button loading={restore.isPending} data-testid="restore-layout">
              {say(sheetTexts.restore)}
            </Button>
          </Popconfirm>
        )}
      </div>
      <Refusal error={keep.error ?? restore.error} />
    </section>
  )
}
