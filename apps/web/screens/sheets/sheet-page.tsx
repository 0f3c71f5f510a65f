import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import type { LayoutView, LayoutViewColumn } from '#contract/sheets.ts'
import { templateAddress } from '../../api/endpoints.ts'
import { layoutQuery } from '../../api/sheets.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { sheetTexts } from '../../texts/texts-sheets.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import { ColumnList } from './column-list.tsx'
import { GROUPS, groupOf, isChanged, moved } from './layout-draft.ts'
import { LayoutHistory } from './layout-history.tsx'
import { SaveBar } from './save-bar.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { useLayoutWrites } from './use-layout-writes.ts'

const route = getRouteApi('/frame/sheets/$register')

/** The columns of a register's sheet: their order, their titles, and how the template looks with them. */
export function SheetPage() {
  const { register } = route.useParams()
  const layout = useQuery(layoutQuery(register))
  return <Loaded query={layout}>{(view) => <Sheet key={`${register} ${view.version}`} view={view} />}</Loaded>
}

function Sheet({ view }: { readonly view: LayoutView }) {
  const say = useSay()
  const [columns, setColumns] = useState<readonly LayoutViewColumn[]>(view.columns)
  const changed = isChanged(columns, view.columns)
  const writes = useLayoutWrites(view, columns)
  useBlocker({ shouldBlockFn: () => changed && !window.confirm(say(sheetTexts.leave)), enableBeforeUnload: () => changed })
  const change = (field: string, values: Partial<LayoutViewColumn>) =>
    setColumns(columns.map((column) => (column.field === field ? { ...column, ...values } : column)))
  return (
    <Page
      title={say(sheetTexts.pageTitle, { register: say(view.title) })}
      note={<Link to="/sheets">{say(sheetTexts.back)}</Link>}
      actions={
        <a href={templateAddress(view.register)} download className="plain-link" data-testid="download-template">
          <Icon name="down" />
          {say(sheetTexts.download)}
        </a>
      }
    >
      <div className="sheet-layout">
        <SaveBar view={view} changed={changed} writes={writes} onDiscard={() => setColumns(view.columns)} />
        <SheetPreview view={view} columns={columns} />
        {GROUPS.map((group) => (
          <ColumnList
            key={group}
            group={group}
            columns={columns}
            isOf={(column) => groupOf(column) === group}
            faults={writes.faults}
            onChange={change}
            onMove={(from, to) => setColumns(moved(columns, from, to))}
          />
        ))}
        <LayoutHistory view={view} />
      </div>
    </Page>
  )
}
