import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import type { ImportState } from '#contract/imports.ts'
import { importQuery, isAtWork } from '../../api/imports.ts'
import { registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { applyTexts, importTexts, previewTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'
import { ApplyPanel } from './apply-panel.tsx'
import { AtWork } from './at-work.tsx'
import { BackToList } from './back-to-list.tsx'
import { rowsIn } from './outcomes.ts'
import { Preview } from './preview.tsx'

const route = getRouteApi('/frame/registers/$register/imports/$import')

/** One import from its upload to its end; it goes on at the server, so the page can be left and opened again. */
export function ImportPage() {
  const { register, import: id } = route.useParams()
  const description = useQuery(registerQuery(register))
  const state = useQuery(importQuery(id))
  useRefreshAtEnd(state.data)
  return (
    <Loaded query={description}>
      {(known) => <Loaded query={state}>{(kept) => <Import key={id} description={known} kept={kept} />}</Loaded>}
    </Loaded>
  )
}

/** What came in is to be seen in the lists. */
function useRefreshAtEnd(kept: ImportState | undefined) {
  const was = useRef(kept?.state)
  useEffect(() => {
    if (was.current === 'applying' && kept?.state !== 'applying') void refreshAfterWrite()
    was.current = kept?.state
  }, [kept?.state])
}

interface ImportProps {
  readonly description: RegisterDescription
  readonly kept: ImportState
}

function Import({ description, kept }: ImportProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const note = [
    kept.fileName,
    ...(kept.history ? [say(importTexts.history)] : []),
    instantInTable(kept.createdAt, jurisdiction.timeZone),
  ].join(' · ')
  return (
    <Page
      title={say(importTexts.title, { register: say(description.title) })}
      note={note}
      actions={
        isAtWork(kept) || kept.state === 'ready' ? (
          <BackToList description={description} />
        ) : (
          <AnotherSheet register={kept.register} words={kept.state === 'done' ? importTexts.backToImports : applyTexts.again} />
        )
      }
    >
      <div className="import" data-testid="import" data-state={kept.state}>
        {kept.state === 'reading' && <AtWork kept={kept} />}
        {kept.state === 'ready' && <p className="note">{say(previewTexts.summary, { rows: thousands(String(rowsIn(kept))) })}</p>}
        {kept.state === 'applying' && <AtWork kept={kept} />}
        <End description={description} kept={kept} />
        <Notes kept={kept} />
        {kept.state === 'ready' && <ApplyPanel kept={kept} />}
        {kept.state !== 'reading' && rowsIn(kept) > 0 && <Preview description={description} kept={kept} />}
      </div>
    </Page>
  )
}

function AnotherSheet({
  register,
  words,
}: {
  readonly register: string
  readonly words: (typeof importTexts)['backToImports'] | (typeof applyTexts)['again']
}) {
  const say = useSay()
  return (
    <Link to="/registers/$register/imports" params={{ register }} className="plain-link" data-testid="another-sheet">
      {say(words)}
    </Link>
  )
}

/** How it ended, and where to go from there. */
function End({ description, kept }: ImportProps) {
  const say = useSay()
  const { state, counts, fault } = kept
  if (state !== 'done' && state !== 'cancelled' && state !== 'failed') return null
  const applied = thousands(String(counts.applied))
  const left = counts.wrong + counts.conflict
  return (
    <section className={`panel import-end import-end-${state}`} role={state === 'failed' ? 'alert' : 'status'} data-testid="import-end">
      <p>
        <strong>{say(state === 'cancelled' && counts.applied === 0 ? applyTexts.cancelledNone : applyTexts[state], { applied })}</strong>
      </p>
      {state === 'done' && kept.cancelAsked && <p>{say(applyTexts.lateStop)}</p>}
      {fault && <p>{say(fault)}</p>}
      {state === 'failed' && counts.applied > 0 && <p>{say(applyTexts.failedNote, { applied })}</p>}
      {state === 'done' && left > 0 && <p>{say(applyTexts.doneLeft, { left, wrong: counts.wrong, conflict: counts.conflict })}</p>}
      {counts.applied > 0 && (
        <Link to="/registers/$register" params={{ register: kept.register }} data-testid="to-list">
          {say(applyTexts.toList, { register: say(description.title) })}
        </Link>
      )}
    </section>
  )
}

/** What is to be told of the sheet as a whole: columns that are missing or unknown. */
function Notes({ kept: { notes } }: Pick<ImportProps, 'kept'>) {
  const say = useSay()
  if (notes.length === 0) return null
  return (
    <section className="missing import-notes" data-testid="import-notes">
      <strong>{say(previewTexts.notes)}</strong>
      <ul>
        {notes.map((words) => (
          <li key={words.en}>{say(words)}</li>
        ))}
      </ul>
    </section>
  )
}
