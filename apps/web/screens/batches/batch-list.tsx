import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { giveBatchCommand } from '../../api/endpoints.ts'
import { entriesQuery, registerQuery, registersQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import type { ListedEntry } from '../../api/types.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { contentRegisters } from '../../frame/navigation.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, NoRightHere, Refusal } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { testId } from '../../frame/test-id.ts'
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

function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { data } = useQuery(registersQuery)
  const registers = data ? contentRegisters(data).filter(({ decisions }) => decisions.length > 0) : []
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [decided, setDecided] = useState<string>()
  const [asked, setAsked] = useState(false)
  const register = chosen ?? registers[0]?.name ?? ''
  const decisions = registers.find(({ name }) => name === register)?.decisions ?? []
  const decision = decisions.find(({ code }) => code === decided) ?? decisions[0]
  const starting = useMutation({
    mutationFn: () => giveBatchCommand('start-batch', { title: title.trim(), register, decision: decision?.code }),
    onSuccess: async ({ batch }) => {
      await refreshAfterWrite()
      await navigate({ to: '/batches/$id', params: { id: batch } })
    },
  })
  const start = () => {
    setAsked(true)
    if (title.trim() !== '') starting.mutate()
  }
  return (
    <Modal
      open
      title={say(batchTexts.start)}
      okText={say(batchTexts.start)}
      cancelText={say(batchTexts.cancel)}
      onOk={start}
      onCancel={onClose}
      confirmLoading={starting.isPending}
      okButtonProps={testId('start-batch-confirm')}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(batchTexts.startTitle)}</span>
          <Input
            value={title}
            maxLength={200}
            autoFocus
            onChange={({ target }) => setTitle(target.value)}
            onPressEnter={start}
            data-testid="batch-title"
          />
          {asked && title.trim() === '' && <span className="fault">{say(batchTexts.titleMissing)}</span>}
        </label>
        <label>
          <span>{say(batchTexts.startRegister)}</span>
          <Select
            value={register}
            onChange={setChosen}
            options={registers.map(({ name, title: words }) => ({ value: name, label: say(words) }))}
            data-testid="batch-register"
          />
        </label>
        <label>
          <span>{say(batchTexts.startDecision)}</span>
          <Select
            value={decision?.code ?? ''}
            onChange={setDecided}
            options={decisions.map(({ code, label }) => ({ value: code, label: say(label) }))}
            data-testid="batch-decision"
          />
          {decision && <span className="note">{say(decision.notice ? batchTexts.withNotice : batchTexts.withoutNotice)}</span>}
        </label>
      </div>
      <Refusal error={starting.error} />
    </Modal>
  )
}
