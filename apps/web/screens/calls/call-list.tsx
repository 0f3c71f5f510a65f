import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { allEntriesQuery, registerQuery, registersQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { giveCallCommand } from '../../api/selection.ts'
import { useSession } from '../../api/session-gate.ts'
import type { ListedEntry } from '../../api/types.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { contentRegisters } from '../../frame/navigation.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { callTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import { shownState } from '../../values/call-state.ts'
import { NOTHING } from '../../values/print.ts'
import { LetterTable } from './letter-table.tsx'

/** Calls that the person may see, and the letters of the cities. */
export function CallList() {
  const say = useSay()
  const asOf = useAsOf()
  const [starting, setStarting] = useState(false)
  const mayStart = useMayGive('selection.start-call')
  const description = useQuery(registerQuery('call'))
  const calls = useQuery(allEntriesQuery('call', asOf))
  return (
    <Page
      title={say(callTexts.title)}
      note={say(callTexts.note)}
      actions={
        mayStart && (
          <Button type="primary" onClick={() => setStarting(true)} data-testid="start-call">
            {say(callTexts.start)}
          </Button>
        )
      }
    >
      <Loaded query={description}>
        {(known) => (
          <Loaded query={calls}>
            {({ entries }) =>
              entries.length === 0 ? (
                <Empty title={say(callTexts.empty)} note={say(callTexts.note)} />
              ) : (
                <Calls description={known} entries={entries} />
              )
            }
          </Loaded>
        )}
      </Loaded>
      <Letters />
      {starting && <StartDialog onClose={() => setStarting(false)} />}
    </Page>
  )
}

function Calls({ description, entries }: { readonly description: RegisterDescription; readonly entries: readonly ListedEntry[] }) {
  const say = useSay()
  const { data } = useQuery(registersQuery)
  const { jurisdiction } = useSession()
  const day = useAsOf() ?? jurisdiction.today
  const titleOf = (name: string) => data?.registers.find((register) => register.name === name)?.title
  return (
    <DataTable
      caption={say(callTexts.calls)}
      rows={entries}
      rowKey={({ id }) => id}
      testId={({ id }) => `call-${id}`}
      columns={[
        {
          key: 'title',
          title: say(callTexts.name),
          main: true,
          render: ({ id, title }) => (
            <Link to="/calls/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        {
          key: 'state',
          title: say(callTexts.state),
          render: ({ state, values }) => <StateTag description={description} state={shownState(state, values['closesOn'], day)} />,
        },
        {
          key: 'register',
          title: say(callTexts.register),
          render: ({ values }) => {
            const words = titleOf(asText(values['register']))
            return words ? say(words) : asText(values['register'])
          },
        },
        { key: 'no', title: say(callTexts.noticeNo), render: ({ values }) => asText(values['noticeNo']) || NOTHING },
        {
          key: 'window',
          title: say(callTexts.window),
          render: ({ values: { opensOn, closesOn } }) => (
            <span className="number">
              {opensOn && closesOn ? say(callTexts.days, { from: asText(opensOn), to: asText(closesOn) }) : NOTHING}
            </span>
          ),
        },
      ]}
    />
  )
}

/** Shown to those who may read letters: the province and the city itself. */
function Letters() {
  const say = useSay()
  const asOf = useAsOf()
  const { data } = useQuery(registersQuery)
  const may = data?.registers.some(({ name, may: rights }) => name === 'recommendation' && rights.includes('read')) ?? false
  const letters = useQuery({ ...allEntriesQuery('recommendation', asOf), enabled: may })
  if (!may) return null
  return (
    <section className="panel" aria-labelledby="letters-title">
      <h2 id="letters-title">{say(callTexts.letters)}</h2>
      <Loaded query={letters}>
        {({ entries }) => (
          <LetterTable
            letters={entries.map(({ id, title, state, values }) => ({
              id,
              title,
              state,
              area: asText(values['area']),
              entries: Array.isArray(values['entries']) ? values['entries'].length : 0,
              checkCode: asText(values['checkCode']),
              issuedOn: asText(values['issuedOn']),
            }))}
          />
        )}
      </Loaded>
    </section>
  )
}

function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { data } = useQuery(registersQuery)
  const registers = data ? contentRegisters(data) : []
  const asked: readonly Asked[] = [
    { name: 'title', label: callTexts.name, control: 'line' },
    {
      name: 'register',
      label: callTexts.register,
      control: 'choice',
      choices: registers.map(({ name, title }) => ({ value: name, label: say(title) })),
    },
  ]
  if (!registers[0]) return null
  return (
    <AskDialog
      title={say(callTexts.start)}
      ok={say(callTexts.start)}
      okId="start-call-confirm"
      asks={() => asked}
      initial={{ register: registers[0].name }}
      onGive={async (given) => {
        const { call } = await giveCallCommand('start-call', given)
        await refreshAfterWrite()
        await navigate({ to: '/calls/$id', params: { id: call } })
      }}
      onClose={onClose}
    />
  )
}
