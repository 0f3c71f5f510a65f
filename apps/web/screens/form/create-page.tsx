import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { registerQuery } from '../../api/queries.ts'
import { randomId } from '../../api/random-id.ts'
import { NEW } from '../../api/send-left-drafts.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useStore } from '../../frame/store.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { draftClashTexts, formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Draft } from '../../values/draft.ts'
import { ClashDialog } from './clash-dialog.tsx'
import type { ServerDraft } from './draft-on-server.ts'
import { EntryForm } from './entry-form.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { SaveStateLine } from './save-state.tsx'
import { useDraftForm, useDraftPlace } from './use-autosave.ts'
import { useCreation } from './use-creation.ts'
import { useNewDraft } from './use-new-draft.ts'

const route = getRouteApi('/frame/registers/$register/new')

/**
 * A new entry; until its first save it is a draft of its writer's on the server, and on this computer what the server has not got. From the
 * first change on the address names the draft, so that a reload goes on with it; other drafts are offered.
 */
export function CreatePage() {
  const { register } = route.useParams()
  const [fresh] = useState(randomId)
  const { draft = fresh } = route.useSearch()
  const description = useQuery(registerQuery(register))
  const found = useNewDraft(useDraftPlace(register, NEW), draft, fresh)
  return (
    <Loaded query={description}>
      {(known) => (
        <Loaded query={found}>
          {({ left, kept, elsewhere }) => (
            <Creator key={`${register}:${draft}`} id={draft} description={known} drafts={left} kept={kept} elsewhere={elsewhere} />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

interface CreatorProps {
  readonly id: string
  readonly description: RegisterDescription
  /** Of new entries of the register on this computer. */
  readonly drafts: readonly Draft[]
  readonly kept: ServerDraft | undefined
  /** Drafts that other windows are writing. */
  readonly elsewhere: ReadonlySet<string>
}

function Creator({ id, description, drafts, kept, elsewhere }: CreatorProps) {
  const say = useSay()
  const asOf = useAsOf()
  const place = useDraftPlace(description.name, NEW)
  const left = drafts.filter((draft) => draft.id === id)
  const form = useDraftForm(place, id, left, kept)
  const { save, titles } = useStore(form.store)
  const { create, busy } = useCreation(place, form, id)
  useAddress(id, save.is !== 'clean')
  if (asOf !== undefined) return <Empty title={say(formTexts.pastReadOnly)} />
  if (!description.may.includes('create')) return <Empty title={say(formTexts.notEditable)} note={say(formTexts.notEditableNote)} />
  return (
    <Page title={say(formTexts.create, { register: say(description.title) })} actions={<SaveStateLine save={save} words={DRAFT_WORDS} />}>
      <OtherDrafts description={description} place={place} own={id} left={drafts} elsewhere={elsewhere} />
      <EntryForm
        description={description}
        form={form}
        disabled={false}
        footer={
          <div className="form-footer">
            <Button type="primary" onClick={() => void create()} loading={busy} data-testid="save">
              {say(formTexts.save)}
            </Button>
            <SaveStateLine save={save} words={DRAFT_WORDS} />
          </div>
        }
      />
      {save.is === 'clash' && (
        <ClashDialog description={description} words={draftClashTexts} clashes={save.clashes} titles={titles} onResolve={form.resolve} />
      )}
    </Page>
  )
}

const DRAFT_WORDS = { saved: formTexts.draftSaved } as const

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
