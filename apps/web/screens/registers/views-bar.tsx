import { useQuery } from '@tanstack/react-query'
import { Alert, Dropdown, Segmented } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { type View, viewsQuery } from '../../api/views.ts'
import type { ListKind } from '../../frame/search-params.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { viewTexts } from '../../texts/texts-views.ts'
import { useSay } from '../../texts/use-say.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import type { useListState } from './list-state.ts'
import { isSameLook, rememberView } from './opening-view.ts'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { ViewMenu } from './view-menu.tsx'

interface ViewsBarProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

const MOST_TABS = 5

/** The saved views of the list, the kind of view, and what is done with them. */
export function ViewsBar({ description, list }: ViewsBarProps) {
  const say = useSay()
  const { data } = useQuery(viewsQuery(description.name))
  const [saving, setSaving] = useState<'new' | View>()
  const views = data?.views ?? []
  const current = views.find(({ id }) => id === list.search.view)
  const isChanged = current ? !isSameLook(current.list, list.look) : !isSameLook({}, list.look)
  return (
    <div className="views-bar" data-testid="views-bar">
      <ViewTabs register={description.name} views={views} current={current} list={list} />
      {isChanged && (
        <button type="button" className="link-button" onClick={() => setSaving('new')} data-testid="save-view">
          {say(viewTexts.saveAs)}
        </button>
      )}
      {current && (
        <ViewMenu
          register={description.name}
          view={current}
          opens={data?.opens === current.id}
          isChanged={isChanged}
          list={list}
          onRename={() => setSaving(current)}
        />
      )}
      <span className="views-look">
        <KindSwitch list={list} />
        <ColumnsMenu description={description} list={list} />
      </span>
      {current && current.faults.length > 0 && <ViewFaults view={current} />}
      {saving && (
        <SaveViewDialog
          register={description.name}
          look={list.look}
          {...(saving === 'new' ? {} : { view: saving })}
          onSaved={(id) => list.openView(id, list.look)}
          onClose={() => setSaving(undefined)}
        />
      )}
    </div>
  )
}

interface ViewTabsProps extends Pick<ViewsBarProps, 'list'> {
  readonly register: string
  readonly views: readonly View[]
  readonly current: View | undefined
}

function ViewTabs({ register, views, current, list }: ViewTabsProps) {
  const say = useSay()
  const open = (view: View | undefined) => {
    rememberView(register, view?.id ?? 'all')
    list.openView(view?.id ?? 'all', view?.list ?? {})
  }
  const tabs = views.filter((view, at) => at < MOST_TABS || view === current)
  const rest = views.filter((view) => !tabs.includes(view))
  return (
    <nav className="view-tabs" aria-label={say(viewTexts.views)}>
      <Tab title={say(viewTexts.all)} isOpen={current === undefined} onOpen={() => open(undefined)} testId="view-all" />
      {tabs.map((view) => (
        <Tab
          key={view.id}
          title={view.title}
          {...(view.own ? {} : { note: say(viewTexts.by, { by: view.by }) })}
          isOpen={view === current}
          onOpen={() => open(view)}
          testId={`view-${view.title}`}
        />
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: rest.map((view) => ({ key: view.id, label: view.title, onClick: () => open(view) })) }}
        >
          <button type="button" className="view-tab">
            {say(viewTexts.more)}
          </button>
        </Dropdown>
      )}
    </nav>
  )
}

interface TabProps {
  readonly title: string
  readonly note?: string
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly testId: string
}

function Tab({ title, note, isOpen, onOpen, testId }: TabProps) {
  return (
    <button type="button" className="view-tab" aria-current={isOpen} title={note} onClick={onOpen} data-testid={testId}>
      {title}
    </button>
  )
}

const KINDS = ['board', 'map', 'grid'] as const satisfies readonly ListKind[]

type Shown = ListKind | 'table'

function KindSwitch({ list }: Pick<ViewsBarProps, 'list'>) {
  const say = useSay()
  const asOf = useAsOf()
  const kinds = KINDS.filter((kind) => kind !== 'grid' || asOf === undefined)
  return (
    <Segmented<Shown>
      aria-label={say(viewTexts.kind)}
      value={list.search.as ?? 'table'}
      onChange={(kind) => list.narrow({ as: kind === 'table' ? undefined : kind })}
      options={[
        { value: 'table' as const, label: say(viewTexts.table) },
        ...kinds.map((kind) => ({ value: kind, label: say(viewTexts[kind]) })),
      ]}
    />
  )
}

function ViewFaults({ view }: { readonly view: View }) {
  const say = useSay()
  return (
    <Alert
      className="view-faults"
      type="warning"
      showIcon
      data-testid="view-faults"
      title={say(viewTexts.faults)}
      description={
        <ul>
          {view.faults.map((words) => (
            <li key={words.en}>{say(words)}</li>
          ))}
        </ul>
      }
    />
  )
}
