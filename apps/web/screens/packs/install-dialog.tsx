import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { PackInstalled, PackPreview, PacksView } from '#contract/packs.ts'
import { installPack } from '../../api/endpoints.ts'
import { packPreviewQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { type Column, DataTable } from '../../frame/data-table.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { marks } from '../../texts/texts-marks.ts'
import { packTexts } from '../../texts/texts-packs.ts'
import { useSay } from '../../texts/use-say.ts'
import { ConflictTable } from '../plans/pack-conflicts.tsx'

interface InstallDialogProps {
  readonly pack: PacksView['shipped'][number]
  readonly onClose: (done?: PackInstalled) => void
}

/** What installing or upgrading will do, before it is done. */
export function InstallDialog({ pack: { code, version, title, standing }, onClose }: InstallDialogProps) {
  const say = useSay()
  const preview = useQuery(packPreviewQuery(code, version))
  const installing = useMutation({
    mutationFn: () => installPack(code, version),
    onSuccess: async (done) => {
      await refreshAfterWrite()
      onClose(done)
    },
  })
  const isUpgrade = standing === 'newer'
  return (
    <Dialog
      title={say(isUpgrade ? packTexts.upgradeTitle : packTexts.installTitle, { title: say(title), version })}
      ok={say(isUpgrade ? packTexts.upgrade : packTexts.install)}
      okId="confirm-pack"
      disabled={preview.data === undefined || preview.data.broken.length > 0}
      width={720}
      isBusy={installing.isPending}
      onOk={() => installing.mutate()}
      onClose={() => onClose()}
    >
      <Loaded query={preview}>{(found) => <Preview preview={found} />}</Loaded>
      <Refusal error={installing.error} />
    </Dialog>
  )
}

function Preview({ preview: { from, kinds, conflicts, left, uncounted, broken } }: { readonly preview: PackPreview }) {
  const say = useSay()
  const columns = useColumns(from !== null)
  return (
    <div className="dialog-fields" data-testid="pack-preview">
      <p className="note">{from === null ? say(packTexts.installNote) : say(packTexts.upgradeNote, { from })}</p>
      {broken.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say(packTexts.broken)}
          description={
            <ul data-testid="broken-templates">
              {broken.map((fault) => (
                <li key={fault.en}>{say(fault)}</li>
              ))}
            </ul>
          }
        />
      )}
      {kinds.length === 0 && conflicts.length === 0 && left.length === 0 && <p>{say(packTexts.nothing)}</p>}
      {kinds.length > 0 && (
        <DataTable
          caption={say(packTexts.kind)}
          rows={kinds}
          rowKey={({ kind }) => kind}
          testId={({ kind }) => `preview-${kind}`}
          columns={columns}
          onPhone="kept"
        />
      )}
      {conflicts.length > 0 && <ConflictTable title={say(packTexts.wouldDecide)} rows={conflicts} />}
      {left.length > 0 && (
        <div data-testid="left-tasks">
          <p>{say(packTexts.left, { count: left.length })}</p>
          <ul>
            {left.map(({ title, state }) => (
              <li key={title}>
                {title} <span className="note">{say(state)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {uncounted.length > 0 && <p className="note">{say(packTexts.uncounted, { codes: uncounted.join(say(marks.listComma)) })}</p>}
    </div>
  )
}

type Kind = PackPreview['kinds'][number]

function useColumns(isUpgrade: boolean): readonly Column<Kind>[] {
  const say = useSay()
  const shown = isUpgrade ? (['add', 'changed', 'takenOut'] as const) : (['add', 'kept'] as const)
  return [
    { key: 'kind', title: say(packTexts.kind), main: true, render: ({ title }) => say(title) },
    ...shown.map(
      (count): Column<Kind> => ({
        key: count,
        title: say(packTexts[count]),
        align: 'end',
        render: (kind) => <span className="number">{kind[count]}</span>,
      }),
    ),
  ]
}
