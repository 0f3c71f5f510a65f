import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { registerQuery } from '../../api/queries.ts'
import { randomId } from '../../api/random-id.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useStore } from '../../frame/store.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Draft } from '../../values/draft.ts'
import { EntryForm } from './entry-form.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { SaveStateLine } from './save-state.tsx'
import { NEW, useAutosave, useDraftPlace, useDrafts } from './use-autosave.ts'
import { useCreation } from './use-creation.ts'

const route = getRouteApi('/frame/registers/$register/new')

/**
 * A new entry; lies on this computer until its first save. From the first change on the address names its draft, so that a
 * reload goes on with it; other drafts are offered.
 */
export function CreatePage() {
  const { register } = route.useParams()
  const [fresh] = useState(randomId)
  const { draft = fresh } = route.useSearch()
  const description = useQuery(registerQuery(register))
  const drafts = useDrafts(useDraftPlace(register, NEW), draft)
  return (
    <Loaded query={description}>
      {(known) => (
        <Loaded query={drafts}>{(left) => <Creator key={`${register}:${draft}`} id={draft} description={known} drafts={left} />}</Loaded>
      )}
    </Loaded>
  )
}

interface CreatorProps {
  readonly id: string
  readonly description: RegisterDescription
  readonly drafts: readonly Draft[]
}

function Creator({ id, description, drafts }: CreatorProps) {
  const say = useSay()
  const asOf = useAsOf()
  const place = useDraftPlace(description.name, NEW)
  const left = drafts.filter((draft) => draft.id === id)
  const form = useAutosave({ place, answer: undefined, left, id })
  const { save } = useStore(form.store)
  const { create, busy } = useCreation(place, form)
  useAddress(id, save.is !== 'clean' || left.length > 0)
  if (asOf !== undefined) return <Empty title={say(formTexts.pastReadOnly)} />
  if (!description.may.includes('create')) return <Empty title={say(formTexts.notEditable)} note={say(formTexts.notEditableNote)} />
  return (
    <Page title={say(formTexts.create, { register: say(description.title) })} actions={<SaveStateLine save={save} />}>
      <OtherDrafts description={description} place={place} drafts={drafts.filter((draft) => draft.id !== id)} />
      <EntryForm
        description={description}
        form={form}
        disabled={false}
        footer={
          <div className="form-footer">
            <Button type="primary" onClick={() => void create()} loading={busy} data-testid="save">
              {say(formTexts.save)}
            </Button>
            <SaveStateLine save={save} />
          </div>
        }
      />
    </Page>
  )
}

/** From the first change on the address names the draft. */
function useAddress(id: string, named: boolean) {
  const navigate = useNavigate()
  const { register } = route.useParams()
  const { draft } = route.useSearch()
  useEffect(() => {
    if (named && draft !== id)
      void navigate({ to: '/registers/$register/new', params: { register }, search: (search) => ({ ...search, draft: id }), replace: true })
  }, [navigate, register, draft, id, named])
}
