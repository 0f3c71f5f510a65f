import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { entryQuery, registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useStore } from '../../frame/store.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { entryClashTexts, formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { EntryForm } from './entry-form.tsx'
import { SaveStateLine } from './save-state.tsx'
import { type LeftChanges, useDraftPlace, useEntryForm, useLeftChanges } from './use-autosave.ts'

const route = getRouteApi('/frame/registers/$register/$id/edit')

/** Changes an entry; saved as one types. */
export function EditPage() {
  const { register, id } = route.useParams()
  const description = useQuery(registerQuery(register))
  // Opened fresh and then left alone: the form itself follows what the server answers.
  const entry = useQuery({ ...entryQuery(register, id), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false })
  const drafts = useLeftChanges(useDraftPlace(register, id))
  return (
    <Loaded query={description}>
      {(known) => (
        <Loaded query={entry}>
          {(answer) => <Loaded query={drafts}>{(left) => <Editor key={id} description={known} answer={answer} left={left} />}</Loaded>}
        </Loaded>
      )}
    </Loaded>
  )
}

interface EditorProps {
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
  readonly left: LeftChanges
}

function Editor({ description, answer: loaded, left }: EditorProps) {
  const say = useSay()
  const [answer] = useState(loaded)
  const asOf = useAsOf()
  const place = useDraftPlace(description.name, answer.entry.id)
  const form = useEntryForm(place, answer, left)
  const { save, titles } = useStore(form.store)
  const finish = useFinish(description.name, answer.entry.id)
  const [isFinishing, setFinishing] = useState(false)
  if (asOf !== undefined) return <Empty title={say(formTexts.pastReadOnly)} />
  if (!answer.entry.may.includes('edit')) return <Empty title={say(formTexts.notEditable)} note={say(formTexts.notEditableNote)} />

  const done = async () => {
    setFinishing(true)
    await form.flush()
    const { is } = form.store.get().save
    if (is !== 'refused' && is !== 'clash' && is !== 'offline') await finish()
    setFinishing(false)
  }
  return (
    <Page title={answer.entry.title || say(description.title)} note={say(description.title)} actions={<SaveStateLine save={save} />}>
      <EntryForm
        description={description}
        form={form}
        disabled={false}
        footer={
          <div className="form-footer">
            <Button type="primary" onClick={() => void done()} loading={isFinishing} data-testid="save">
              {say(formTexts.done)}
            </Button>
            <SaveStateLine save={save} />
          </div>
        }
      />
      {save.is === 'clash' && (
        <ClashDialog
          description={description}
          words={entryClashTexts}
          clashes={save.clashes}
          titles={{ ...titles, ...save.theirs.titles }}
          onResolve={form.resolve}
        />
      )}
    </Page>
  )
}

function useFinish(register: string, id: string) {
  const navigate = useNavigate()
  return async () => {
    await refreshAfterWrite()
    await navigate(entryAddress(register, id))
  }
}
