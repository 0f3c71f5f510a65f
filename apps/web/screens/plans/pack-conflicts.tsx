import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { PackConflict } from '#contract/packs.ts'
import { decideConflict } from '../../api/endpoints.ts'
import { packConflictsQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { ActsHead, DataTable } from '../../frame/data-table.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { packTexts } from '../../texts/texts-packs.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'

/** What the province had changed and the new version of a pack changes too: one of the two is chosen. */
export function PackConflicts({ code }: { readonly code: string }) {
  const say = useSay()
  const conflicts = useQuery(packConflictsQuery(code))
  const mayDecide = useMayGive('programmes.decide-conflict')
  const deciding = useMutation({
    mutationFn: ({ key, field, take }: Pick<PackConflict, 'key' | 'field'> & { readonly take: 'own' | 'next' }) =>
      decideConflict({ code, key, field, take }),
    onSuccess: refreshAfterWrite,
  })
  const rows = conflicts.data?.conflicts ?? []
  if (rows.length === 0) return null
  return (
    <>
      <ConflictTable
        title={say(programmeTexts.conflicts)}
        rows={rows}
        acts={({ key, field }) =>
          mayDecide && (
            <span className="item-acts">
              <Button size="small" onClick={() => deciding.mutate({ key, field, take: 'own' })} {...testId(`keep-${key}-${field}`)}>
                {say(programmeTexts.keepOwn)}
              </Button>
              <Button size="small" onClick={() => deciding.mutate({ key, field, take: 'next' })} {...testId(`take-${key}-${field}`)}>
                {say(programmeTexts.takeNext)}
              </Button>
            </span>
          )
        }
      />
      <Refusal error={deciding.error} />
    </>
  )
}

interface ConflictTableProps {
  readonly title: string
  readonly rows: readonly PackConflict[]
  readonly acts?: (row: PackConflict) => ReactNode
}

/** Both values of each difference, side by side. */
export function ConflictTable({ title, rows, acts }: ConflictTableProps) {
  const say = useSay()
  return (
    <section className="pack-conflicts">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ key, field }) => `${key} ${field}`}
        testId={({ key, field }) => `conflict-${key}-${field}`}
        columns={[
          { key: 'what', title: say(packTexts.kind), main: true, render: (row) => <What row={row} /> },
          { key: 'own', title: say(programmeTexts.own), render: ({ own }) => own ?? NOTHING },
          { key: 'next', title: say(programmeTexts.next), render: ({ next }) => next ?? NOTHING },
          ...(acts ? [{ key: 'acts', title: <ActsHead />, render: acts }] : []),
        ]}
      />
    </section>
  )
}

function What({ row: { title, label, effect } }: { readonly row: PackConflict }) {
  const say = useSay()
  return (
    <>
      {title} · {say(label)}
      {effect && <div className="note">{say(effect)}</div>}
    </>
  )
}
