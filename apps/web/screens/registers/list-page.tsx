import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Drawer, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { importRightsQuery } from '../../api/imports.ts'
import { entriesQuery, registerQuery } from '../../api/queries.ts'
import type { Titles } from '../../api/types.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded, NoRightHere } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { importTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { Icon } from '../../theme/icons.tsx'
import { useChoosing } from './choosing.ts'
import { ExportMenu } from './export-menu.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { Filters } from './filters.tsx'
import { ListBody } from './list-body.tsx'
import { useListState } from './list-state.ts'
import { useOpeningView } from './opening-view.ts'
import { PeekDrawer } from './peek-drawer.tsx'
import { SaidNarrowings } from './said-narrowings.tsx'
import { ViewsBar } from './views-bar.tsx'

const route = getRouteApi('/frame/registers/$register')

/** A register as a list. */
export function ListPage() {
  const { register } = route.useParams()
  const description = useQuery(registerQuery(register))
  return <Loaded query={description}>{(known) => <RegisterPage key={register} description={known} />}</Loaded>
}

function RegisterPage({ description }: { readonly description: RegisterDescription }) {
  const say = useSay()
  const asOf = useAsOf()
  const list = useListState()
  const page = useQuery(entriesQuery(description.name, list.query))
  const { cursor: _page, sort: _order, ...question } = list.query
  const isOpening = useOpeningView(description.name, list)
  const choosing = useChoosing(JSON.stringify(question))
  const mayRead = description.may.includes('read')
  const mayCreate = description.may.includes('create') && asOf === undefined
  if (!mayRead)
    return (
      <Page title={say(description.title)}>
        <NoRightHere />
      </Page>
    )
  return (
    <Page
      title={say(description.title)}
      actions={
        <>
          {asOf === undefined && <ImportLink register={description.name} />}
          {mayCreate && <CreateLink register={description.name} />}
        </>
      }
    >
      <div className="list-layout">
        <aside className="list-filters">
          <Filters description={description} list={list} />
        </aside>
        <div className={`list-main density-${list.search.density ?? 'own'}`}>
          <ViewsBar description={description} list={list} />
          <ListTools description={description} list={list} titles={page.data?.titles ?? {}} />
          <Loaded query={isOpening ? NOT_YET : page}>
            {(loaded) => <ListBody description={description} page={loaded} list={list} choosing={choosing} mayCreate={mayCreate} />}
          </Loaded>
        </div>
      </div>
      {list.search.peek !== undefined && (
        <PeekDrawer description={description} id={list.search.peek} onClose={() => list.peek(undefined)} />
      )}
    </Page>
  )
}

const NOT_YET = { data: undefined, error: null, refetch: () => undefined }

/** The one main action of a list. */
export function CreateLink({ register }: { readonly register: string }) {
  const say = useSay()
  return (
    <Link to="/registers/$register/new" params={{ register }} className="main-link" data-testid="create-entry">
      <Icon name="plus" />
      {say(listTexts.create)}
    </Link>
  )
}

interface ListToolsProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
  readonly titles: Titles
}

function ListTools({ description, list, titles }: ListToolsProps) {
  const say = useSay()
  const [filtersOpen, setFiltersOpen] = useState(false)
  return (
    <div className="list-tools">
      <SearchBox list={list} />
      <Select
        className="list-sort"
        aria-label={say(listTexts.sort)}
        value={list.search.sort ?? ''}
        onChange={(sort: string) => list.narrow({ sort: sort || undefined })}
        options={useSorts(description, list.search.sort)}
      />
      <FilterEditor description={description} list={list} titles={titles} />
      <SaidNarrowings description={description} list={list} />
      <Button className="filters-button" onClick={() => setFiltersOpen(true)}>
        {say(listTexts.filters)}
      </Button>
      <ExportMenu description={description} list={list} />
      <Drawer open={filtersOpen} onClose={() => setFiltersOpen(false)} title={say(listTexts.filters)} placement="bottom" size="large">
        <Filters description={description} list={list} />
      </Drawer>
    </div>
  )
}

/** For posts that may hand a sheet in. */
function ImportLink({ register }: { readonly register: string }) {
  const say = useSay()
  const { data: may } = useQuery(importRightsQuery(register))
  if (!may?.import && !may?.history) return null
  return (
    <Link to="/registers/$register/imports" params={{ register }} className="plain-link" data-testid="import-entries">
      <Icon name="up" />
      {say(importTexts.import)}
    </Link>
  )
}

const QUIET = 350

/** Typing searches after a short rest; the words stand in the address. */
function SearchBox({ list }: { readonly list: ReturnType<typeof useListState> }) {
  const say = useSay()
  const { q = '' } = list.search
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => list.narrow({ q: typed.trim() || undefined }), QUIET)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- `list` is new at every drawing; only what was typed starts the wait
  }, [typed, q])
  return (
    <Input
      prefix={<Icon name="search" />}
      className="list-search"
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      allowClear
      placeholder={say(listTexts.search)}
      aria-label={say(listTexts.search)}
      data-testid="list-search"
    />
  )
}

/** The orders that are offered, and the one an address asks for beyond them. */
function useSorts({ sorts, fields }: RegisterDescription, asked = '') {
  const say = useSay()
  const labelOf = (name: string) => {
    const own = fields.find((one) => one.name === name)?.label ?? SORTED_BESIDES[name]
    return own && say(own)
  }
  const both = (name: string, label: string) => [
    { value: name, label: say(listTexts.ascending, { label }) },
    { value: `-${name}`, label: say(listTexts.descending, { label }) },
  ]
  const offered = sorts.flatMap((name) => both(name, labelOf(name) ?? name))
  const askedName = asked.replace(/^-/, '')
  const beyond = sorts.includes(askedName) ? [] : both(askedName, labelOf(askedName) ?? askedName).filter(({ value }) => value === asked)
  return [{ value: '', label: say(listTexts.newest) }, ...offered, ...(asked === '' ? [] : beyond)]
}

/** What every list can be sorted by besides its fields. */
const SORTED_BESIDES: Readonly<Record<string, Words>> = { no: listTexts.number, changedAt: listTexts.changedAt }
