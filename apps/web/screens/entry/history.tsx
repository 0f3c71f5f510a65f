import { useQuery } from '@tanstack/react-query'
import type { HistoryLine, RegisterDescription } from '#contract/entries.ts'
import { historyQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { NotChecked } from '../../controls/files.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

/** Who did what as which post, when and why, with every difference; newest first. */
export function History({ description, id }: { readonly description: RegisterDescription; readonly id: string }) {
  const say = useSay()
  const asOf = useAsOf()
  const { jurisdiction } = useSession()
  const history = useQuery(historyQuery(description.name, id))
  return (
    <section className="panel" aria-labelledby="history-title" data-testid="history">
      <h2 id="history-title">{say(entryTexts.history)}</h2>
      <Loaded query={history}>
        {({ lines: all }) => {
          const lines = all.filter(({ at }) => asOf === undefined || instantInTable(at, jurisdiction.timeZone).slice(0, 10) <= asOf)
          return lines.length === 0 ? (
            <p className="note">{say(entryTexts.historyEmpty)}</p>
          ) : (
            <ol className="time-line">
              {lines.map((line) => (
                <Line key={`${line.event}-${line.version}`} line={line} description={description} />
              ))}
            </ol>
          )
        }}
      </Loaded>
    </section>
  )
}

function Line({ line, description }: { readonly line: HistoryLine; readonly description: RegisterDescription }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const moved = line.from !== null && line.from !== line.to
  return (
    <li data-testid={`history-${line.act}`}>
      <div className="time-line-head">
        <strong>{say(line.actLabel)}</strong>
        <time dateTime={line.at} className="note number">
          {instantInTable(line.at, jurisdiction.timeZone)}
        </time>
      </div>
      <div className="note">
        {line.person} · {line.post}
        {line.unit !== '' && ` · ${line.unit}`}
      </div>
      {moved && (
        <div className="time-line-move">
          <StateTag description={description} state={line.from ?? ''} />
          <span aria-hidden="true">→</span>
          <StateTag description={description} state={line.to} />
        </div>
      )}
      {line.reason !== null && line.reason !== '' && (
        <p className="time-line-reason">{say(entryTexts.reasonOf, { reason: line.reason })}</p>
      )}
      <NotChecked warnings={line.answersFor.map((words) => say(words))} />
      <Changes changes={line.changes} />
    </li>
  )
}

function Changes({ changes }: Pick<HistoryLine, 'changes'>) {
  const say = useSay()
  if (changes.length === 0) return null
  return (
    <details className="changes" open={changes.length <= 3}>
      <summary>{say(entryTexts.changes, { count: changes.length })}</summary>
      <dl>
        {changes.map(({ field, label, before, after }) => (
          <div key={field}>
            <dt>{say(label)}</dt>
            <dd>
              <del>{before === null || say(before) === '' ? say(entryTexts.nothing) : say(before)}</del>
              <span aria-hidden="true"> → </span>
              <ins>{after === null || say(after) === '' ? say(entryTexts.nothing) : say(after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
