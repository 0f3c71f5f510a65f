import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { entryQuery, registerQuery } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import { CopyButton } from './copy-dialog.tsx'
import { Counting } from './counting.tsx'
import { EntrySections } from './entry-sections.tsx'
import { History } from './history.tsx'
import { Moves } from './moves.tsx'

const route = getRouteApi('/frame/registers/$register/$id')

/** The page of an entry: head, next moves, values, counting, history. */
export function EntryPage() {
  const { register, id } = route.useParams()
  const asOf = useAsOf()
  const description = useQuery(registerQuery(register))
  const entry = useQuery(entryQuery(register, id, asOf))
  return (
    <Loaded query={description}>
      {(known) => <Loaded query={entry}>{(answer) => <EntryView description={known} answer={answer} />}</Loaded>}
    </Loaded>
  )
}

function EntryView({ description, answer }: { readonly description: RegisterDescription; readonly answer: EntryAnswer }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const { entry, warnings } = answer
  const mayEdit = !past && entry.may.includes('edit')
  return (
    <Page
      title={entry.title || say(entryTexts.number, { no: entry.no })}
      note={<EntryNote description={description} answer={answer} />}
      actions={
        !past && (
          <>
            <CopyButton register={description.name} id={entry.id} />
            {mayEdit && <EditLink register={description.name} id={entry.id} />}
          </>
        )
      }
    >
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say(entryTexts.warnings)}
          description={warnings.map((words) => <div key={words.en}>{say(words)}</div>)}
          data-testid="warnings"
        />
      )}
      {!past && <Moves description={description} answer={answer} />}
      <div className="entry-layout">
        <div className="entry-main panel">
          <EntrySections description={description} answer={answer} />
        </div>
        <aside className="entry-side">
          <Counting counting={answer.counting} />
          <History description={description} id={entry.id} />
        </aside>
      </div>
    </Page>
  )
}

function EntryNote({ description, answer }: { readonly description: RegisterDescription; readonly answer: EntryAnswer }) {
  const say = useSay()
  const { entry } = answer
  const titles = useTitles(answer.titles)
  const areaField = description.fields.find(({ control }) => control === 'area')
  const area = areaField && titles[asText(entry.values[areaField.name])]
  return (
    <span className="entry-note">
      <StateTag description={description} state={entry.state} />
      <Link to="/registers/$register" params={{ register: description.name }}>
        {say(description.title)}
      </Link>
      <span className="number">{say(entryTexts.number, { no: entry.no })}</span>
      {area !== undefined && <span>{area}</span>}
    </span>
  )
}

function EditLink({ register, id }: { readonly register: string; readonly id: string }) {
  const say = useSay()
  return (
    <Link to="/registers/$register/$id/edit" params={{ register, id }} className="plain-link" data-testid="edit-entry">
      {say(entryTexts.edit)}
    </Link>
  )
}
