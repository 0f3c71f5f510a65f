import { Button } from 'antd'
import type { ReactNode } from 'react'
import { asProblem, type ProblemError } from '../api/problem-error.ts'
import { marks } from '../texts/texts-marks.ts'
import { requestTexts } from '../texts/texts-request.ts'
import { useSay } from '../texts/use-say.ts'
import type { Words } from '../texts/words.ts'

interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

/** What stands in for content: still coming, refused, or there. One for every page. */
export function Loaded<Data>({ query, children }: { readonly query: Asked<Data>; readonly children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return <Loading />
}

/** Grey bars, and a word for screen readers. */
export function Loading() {
  const say = useSay()
  return (
    <div className="state-loading" role="status" aria-live="polite">
      <span className="skeleton" />
      <span className="skeleton" />
      <span className="skeleton" />
      <span className="visually-hidden">{say(requestTexts.loading)}</span>
    </div>
  )
}

/** Why there is nothing to show, and a way to try again. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const say = useSay()
  const problem = asProblem(error)
  if (problem.status === 403) return <NoRight problem={problem} />
  return (
    <div className="state-box state-error" role="alert">
      <strong>{say(problem.words)}</strong>
      <RequestNumber problem={problem} />
      {onRetry && <Button onClick={onRetry}>{say(requestTexts.retry)}</Button>}
    </div>
  )
}

/** For a register whose description comes but whose entries the post may not read. */
export function NoRightHere() {
  const say = useSay()
  return <Empty title={say(requestTexts.noRight)} note={say(requestTexts.noRightNote)} />
}

function NoRight({ problem }: { readonly problem: ProblemError }) {
  const say = useSay()
  return (
    <div className="state-box" role="alert">
      <strong>{say(requestTexts.noRight)}</strong>
      <p>{say(problem.words)}</p>
      <p className="note">{say(requestTexts.noRightNote)}</p>
      <RequestNumber problem={problem} />
    </div>
  )
}

/** What to tell the administrator. */
export function RequestNumber({ problem }: { readonly problem: ProblemError }) {
  const say = useSay()
  return problem.requestId === undefined ? null : <p className="note">{say(requestTexts.requestId, { id: problem.requestId })}</p>
}

/** Nothing here, why, and what to do. */
export function Empty({ title, note, children }: { readonly title: string; readonly note?: string; readonly children?: ReactNode }) {
  return (
    <div className="state-box">
      <strong>{title}</strong>
      {note !== undefined && <p className="note">{note}</p>}
      {children}
    </div>
  )
}

interface RefusalProps {
  readonly error: unknown
  /** What the fields of a form are called, by the path the server names. */
  readonly labels?: Readonly<Record<string, Words>>
}

/** A refusal inside a page or dialog: what happened, and its faults one by one. */
export function Refusal({ error, labels }: RefusalProps) {
  const say = useSay()
  if (!error) return null
  const problem = asProblem(error)
  return (
    <div className="refusal" role="alert" data-testid="refusal">
      <p>{say(labels && problem.faults.length > 0 ? requestTexts.mend : problem.words)}</p>
      {problem.faults.length > 0 && (
        <ul>
          {problem.faults.map(({ path, label = labels?.[path], message }) => (
            <li key={path + message.en}>
              {label && `${say(label)}${say(marks.colon)}`}
              {say(message)}
            </li>
          ))}
        </ul>
      )}
      <RequestNumber problem={problem} />
    </div>
  )
}
