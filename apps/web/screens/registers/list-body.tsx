import { useState } from 'react'
import type { EntryPage, RegisterDescription } from '#contract/entries.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { listKeyTexts } from '../../texts/texts-list-keys.ts'
import { useSay } from '../../texts/use-say.ts'
import { BoardView } from './board/board-view.tsx'
import { BulkBar } from './bulk-bar.tsx'
import type { Choosing } from './choosing.ts'
import { EntryTable } from './entry-table.tsx'
import { GridView } from './grid/grid-view.tsx'
import { ListKeysHelp } from './list-keys-help.tsx'
import type { useListState } from './list-state.ts'
import { MapView } from './map-view.tsx'
import { Pager } from './pager.tsx'
import { useListKeys } from './use-list-keys.ts'

interface ListBodyProps {
  readonly description: RegisterDescription
  readonly page: EntryPage
  readonly list: ReturnType<typeof useListState>
  readonly choosing: Choosing
  readonly mayCreate: boolean
}

/** The entries of the list, in the kind of view that is chosen. */
export function ListBody(props: ListBodyProps) {
  const { description, list } = props
  const asOf = useAsOf()
  if (list.search.as === 'grid' && asOf === undefined) return <GridView description={description} list={list} />
  if (list.search.as === 'board') return <BoardView description={description} list={list} />
  if (list.search.as === 'map') return <MapView description={description} list={list} />
  return <TableBody {...props} choosing={asOf === undefined ? props.choosing : undefined} />
}

function TableBody({
  description,
  page,
  list,
  choosing,
  mayCreate,
}: Omit<ListBodyProps, 'choosing'> & { readonly choosing: Choosing | undefined }) {
  const say = useSay()
  const [help, setHelp] = useState(false)
  const at = useListKeys({ register: description.name, entries: page.entries, list, choosing, onHelp: () => setHelp(true) })
  return (
    <>
      {choosing && <BulkBar description={description} page={page} list={list} choosing={choosing} />}
      <EntryTable description={description} page={page} list={list} mayCreate={mayCreate} choosing={choosing} at={at} />
      <Pager page={page} list={list} />
      <button type="button" className="link-button list-keys-button" onClick={() => setHelp(true)}>
        {say(listKeyTexts.open)} <kbd>?</kbd>
      </button>
      {help && <ListKeysHelp onClose={() => setHelp(false)} />}
    </>
  )
}
