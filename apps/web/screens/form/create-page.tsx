import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { RegisterDescription } from '#contract/entries.ts'
import { createEntry } from '../../api/endpoints.ts'
import { registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useStore } from '../../frame/store.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import { changesOf } from '../../values/draft.ts'
import { EntryForm } from './entry-form.tsx'
import { SaveStateLine } from './save-state.tsx'
import { useAutosave } from './use-autosave.ts'

const route = getRouteApi('/frame/registers/$register/new')

/** A new entry; lies on this computer until its first save. */
export function CreatePage() {
  const { register } = route.useParams()
  const description = useQuery(registerQuery(register))
  return <Loaded query={description}>{(known) => <Creator key={register} description={known} />}</Loaded>
}

function Creator({ description }: { readonly description: RegisterDescription }) {
  const say = useSay()
  const asOf = useAsOf()
  const form = useAutosave({ register: description.name, answer: undefined })
  const { save } = useStore(form.store)
  const creation = useCreation(description.name, form)
  if (asOf !== undefined) return <Empty title={say(formTexts.pastReadOnly)} />
  if (!description.may.includes('create')) return <Empty title={say(formTexts.notEditable)} note={say(formTexts.notEditableNote)} />
  return (
    <Page title={say(formTexts.create, { register: say(description.title) })} actions={<SaveStateLine save={save} />}>
      <EntryForm
        description={description}
        form={form}
        disabled={creation.isPending}
        footer={
          <div className="form-footer">
            <Button type="primary" onClick={() => creation.mutate()} loading={creation.isPending} data-testid="save">
              {say(formTexts.save)}
            </Button>
            <SaveStateLine save={save} />
          </div>
        }
      />
    </Page>
  )
}

/** The first save makes the entry; until then everything lies on this computer. */
function useCreation(register: string, form: ReturnType<typeof useAutosave>) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => createEntry(register, changesOf(form.changed(), {})),
    onError: (error) => {
      form.keep()
      form.refuse(error)
      window.scrollTo({ top: 0 })
    },
    onSuccess: async ({ entry }) => {
      form.discard()
      await refreshAfterWrite()
      await navigate(entryAddress(register, entry.id))
    },
  })
}
