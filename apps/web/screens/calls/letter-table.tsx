import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CallView } from '#contract/calls.ts'
import { registerQuery } from '../../api/queries.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useTitles } from '../../frame/use-titles.ts'
import { callTexts, letterTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'

const NO_TITLES = {}

/** Recommendation letters, each a door to its page. */
export function LetterTable({ letters }: { readonly letters: CallView['letters'] }) {
  const say = useSay()
  const areas = useTitles(NO_TITLES)
  const { data: description } = useQuery(registerQuery('recommendation'))
  if (letters.length === 0) return <p className="note">{say(callTexts.noLetters)}</p>
  return (
    <DataTable
      caption={say(callTexts.letters)}
      rows={letters}
      rowKey={({ id }) => id}
      testId={({ id }) => `letter-${id}`}
      columns={[
        {
          key: 'title',
          title: say(callTexts.letter),
          main: true,
          render: ({ id, title, area }) => (
            <Link to="/recommendations/$id" params={{ id }}>
              {areas[area] ?? area} · {title}
            </Link>
          ),
        },
        {
          key: 'state',
          title: say(callTexts.state),
          render: ({ state }) => (description ? <StateTag description={description} state={state} /> : state),
        },
        {
          key: 'entries',
          title: say(letterTexts.entries),
          align: 'end',
          fit: true,
          render: ({ entries }) => <span className="number">{entries}</span>,
        },
        { key: 'code', title: say(letterTexts.code), render: ({ checkCode }) => <code className="check-code">{checkCode}</code> },
      ]}
    />
  )
}
