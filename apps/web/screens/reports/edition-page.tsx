import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import type { EditionView, Verification } from '#contract/reports.ts'
import { editionFile, editionQuery, verifyEdition } from '../../api/reports.ts'
import { useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { periodWords } from '../../values/period.ts'
import { Paper } from './paper.tsx'

const route = getRouteApi('/frame/editions/$id')
const MOST_SHOWN = 20

/** A published edition as it was printed, and the proof that it still is what it was. */
export function EditionPage() {
  const { id } = route.useParams()
  const edition = useQuery(editionQuery(id))
  return <Loaded query={edition}>{(view) => <EditionScreen view={view} />}</Loaded>
}

function EditionScreen({ view }: { readonly view: EditionView }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const dayOf = (at: string) => instantInTable(at, jurisdiction.timeZone).slice(0, 10)
  const { edition, files, later, steps } = view
  return (
    <Page
      title={edition.title}
      note={`${edition.documentNo} · ${edition.documentDate} · ${say(texts.facts, { period: say(periodWords(edition.period)), asOf: edition.asOf })} · ${say(texts.publishedBy, { by: edition.publishedBy, at: dayOf(edition.publishedAt) })}`}
      actions={files.map(({ format }) => (
        <Button key={format} href={editionFile(edition.id, format)} data-testid={`edition-${format}`}>
          {say(format === 'docx' ? texts.word : texts.pdf)}
        </Button>
      ))}
    >
      <ol className="signing-line" aria-label={say(texts.steps)} data-testid="signing-line">
        {steps.map(({ title, by, post, at }) => (
          <li key={at}>
            <strong>{say(title)}</strong>
            <span>{say(texts.step, { by, post })}</span>
            <span className="note number">{dayOf(at)}</span>
          </li>
        ))}
      </ol>
      {later.length > 0 && (
        <p className="note">
          {say(texts.later)}{' '}
          {later.map(({ id, title }) => (
            <Link key={id} to="/editions/$id" params={{ id }}>
              {title}{' '}
            </Link>
          ))}
        </p>
      )}
      <Verify view={view} />
      <Paper html={view.html} />
    </Page>
  )
}

function Verify({ view: { edition, files, signed } }: { readonly view: EditionView }) {
  const say = useSay()
  const verifying = useMutation({ mutationFn: () => verifyEdition(edition.id) })
  return (
    <section className="panel verify">
      <header className="panel-head">
        <h2>{say(texts.fingerprint)}</h2>
        <Button type="primary" loading={verifying.isPending} onClick={() => verifying.mutate()} data-testid="verify">
          {say(texts.verify)}
        </Button>
      </header>
      <p className="note">{say(texts.verifyNote)}</p>
      <dl className="fingerprints">
        <dt>{say(texts.content)}</dt>
        <dd className="number">{edition.sha256}</dd>
        {signed && (
          <>
            <dt>{say(texts.signedText)}</dt>
            <dd className="number">{signed.sha256}</dd>
          </>
        )}
        {files.map(({ format, sha256 }) => [
          <dt key={format}>{format.toUpperCase()}</dt>,
          <dd key={sha256} className="number">
            {sha256}
          </dd>,
        ])}
      </dl>
      <Refusal error={verifying.error} />
      {verifying.data && <Result found={verifying.data} />}
    </section>
  )
}

function Result({ found }: { readonly found: Verification }) {
  const say = useSay()
  const { figures } = found
  const rows = [
    { name: say(texts.content), same: found.content.same },
    ...(found.signed ? [{ name: say(texts.signedText), same: found.signed.same }] : []),
    ...found.files.map(({ format, same }) => ({ name: format.toUpperCase(), same })),
  ]
  return (
    <div data-testid="verified" data-same={found.same} aria-live="polite">
      <Alert
        type={found.same ? 'success' : 'error'}
        showIcon
        title={found.same ? say(texts.verifiedAll, { checked: figures.checked }) : say(texts.verifiedNot)}
      />
      {!found.same && (
        <ul>
          {rows.map(({ name, same }) => (
            <li key={name}>
              {name} {say(same ? texts.same : texts.different)}
            </li>
          ))}
          <li>
            {say(texts.counted)} {say(texts.countedNote, { checked: figures.checked, wrong: figures.different.length })}
          </li>
          {figures.different.slice(0, MOST_SHOWN).map(({ title, was, is }) => (
            <li key={title}>
              {title} {say(texts.was, { was, is })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
