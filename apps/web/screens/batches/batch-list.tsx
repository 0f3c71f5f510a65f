import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { entriesQuery, registerQuery, registersQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { giveBatchCommand } from '../../api/selection.ts'
import type { ListedEntry } from '../../api/types.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Answers, Asked } from '../../frame/asked-fields.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { contentRegisters } from '../../frame/navigation.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, NoRightHere } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { batchTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import { NOTHING } from '../../values/print.ts'
import { textOf } from '../plans/item-words.ts'

const MOST = 100

/** All batches, and how to begin one. */
export function BatchList() {
  const say = useSay()
  const asOf = useAsOf()
  const [starting, setStarting] = useState(false)
  const mayStart = useMayGive('selection.start-batch')
  const description = useQuery(registerQuery('batch'))
  const batches = useQuery(entriesQuery('batch', { limit: MOST, asOf }))
  return (
    <Page
      title={say(batchTexts.title)}
      note={say(batchTexts.note)}
      actions={
        mayStart && (
          <Button type="primary" onClick={() => setStarting(true)} data-testid="start-batch">
            {say(batchTexts.start)}
          </Button>
        )
      }
    >
      <Loaded query={description}>
        {(known) =>
          known.may.includes('read') ? (
            <Loaded query={batches}>
              {({ entries }) =>
                entries.length === 0 ? (
                  <Empty title={say(batchTexts.empty)} note={say(batchTexts.note)} />
                ) : (
                  <Batches description={known} entries={entries} />
                )
              }
            </Loaded>
          ) : (
            <NoRightHere />
          )
        }
      </Loaded>
      {starting && <StartDialog onClose={() => setStarting(false)} />}
    </Page>
  )
}

function Batches({ description, entries }: { readonly description: RegisterDescription; readonly entries: readonly ListedEntry[] }) {
  const say = useSay()
  return (
    <DataTable
      caption={say(batchTexts.title)}
      rows={entries}
      rowKey={({ id }) => id}
      testId={({ id }) => `batch-${id}`}
      columns={[
        {
          key: 'title',
          title: say(batchTexts.startTitle),
          main: true,
          render: ({ id, title }) => (
            <Link to="/batches/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        { key: 'decides', title: say(batchTexts.decides), render: ({ values }) => <Decides values={values} /> },
        { key: 'state', title: say(batchTexts.state), render: ({ state }) => <StateTag description={description} state={state} /> },
        {
          key: 'notice',
          title: say(batchTexts.notice),
          render: ({ values: { noticeFromOn, noticeUntilOn } }) => (
            <span className="number">
              {textOf(noticeFromOn) === null ? NOTHING : say(batchTexts.days, { from: asText(noticeFromOn), to: asText(noticeUntilOn) })}
            </span>
          ),
        },
        { key: 'document', title: say(batchTexts.document), fit: true, render: ({ values }) => textOf(values.documentNo) ?? NOTHING },
        {
          key: 'date',
          title: say(batchTexts.documentDate),
          fit: true,
          render: ({ values }) => <span className="number">{textOf(values.documentDate) ?? NOTHING}</span>,
        },
      ]}
    />
  )
}

/** The register and the decision of a batch in words. */
function Decides({ values }: Pick<ListedEntry, 'values'>) {
  const say = useSay()
  const { data } = useQuery(registersQuery)
  const register = data?.registers.find(({ name }) => name === values.register)
  if (!register) return <>{asText(values.register)}</>
  const decision = register.decisions.find(({ code }) => code === (textOf(values.decision) ?? 'publish'))
  return <>{[register.title, decision?.label].flatMap((words) => (words ? [say(words)] : [])).join(' · ')}</>
}

/** The decisions that can be taken hang on the register. */
function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { data } = useQuery(registersQuery)
  const registers = data ? contentRegisters(data).filter(({ decisions }) => decisions.length > 0) : []
  const decisionsOf = ({ register }: Answers) => registers.find(({ name }) => name === register)?.decisions ?? []
  const decisionOf = (answers: Answers) => decisionsOf(answers).find(({ code }) => code === answers['decision']) ?? decisionsOf(answers)[0]
  const asks = (answers: Answers): readonly Asked[] => {
    const decision = decisionOf(answers)
    return [
      { name: 'title', label: batchTexts.startTitle, control: 'line' },
      {
        name: 'register',
        label: batchTexts.startRegister,
        control: 'choice',
        choices: registers.map(({ name, title }) => ({ value: name, label: say(title) })),
      },
      {
        name: 'decision',
        label: batchTexts.startDecision,
        control: 'choice',
        choices: decisionsOf(answers).map(({ code, label }) => ({ value: code, label: say(label) })),
        note: decision && say(decision.notice ? batchTexts.withNotice : batchTexts.withoutNotice),
      },
    ]
  }
  const first = registers[0]
  if (!first) return null
  return (
    <AskDialog
      title={say(batchTexts.start)}
      ok={say(batchTexts.start)}
      okId="start-batch-confirm"
      asks={asks}
      initial={{ register: first.name, decision: first.decisions[0]?.code ?? '' }}
      settle={(answers) => ({ ...answers, decision: decisionOf(answers)?.code ?? '' })}
      onGive={async (given) => {
        const { batch } = await giveBatchCommand('start-batch', given)
        await refreshAfterWrite()
        await navigate({ to: '/batches/$id', params: { id: batch } })
      }}
      onClose={onClose}
    />
  )
}
