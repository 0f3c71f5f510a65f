import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { BatchView } from '#contract/batches.ts'
import type { RegisterDescription } from '#contract/entries.ts'
import { type Column, DataTable } from '../../frame/data-table.tsx'
import { NeededFirst } from '../../frame/needed-first.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { batchTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import { giveToBatch, objectionsTo } from './batch-command.ts'
import { CommandDialog } from './command-dialog.tsx'

type Waiting = BatchView['waiting'][number]

interface BatchEntriesProps {
  readonly view: BatchView
  readonly description: RegisterDescription
  readonly readOnly: boolean
}

/** What the batch holds, and what waits to be put into it. */
export function BatchEntries({ view, description, readOnly }: BatchEntriesProps) {
  const mayAdd = !readOnly && objectionsTo(view, 'add-to-batch')?.length === 0
  const mayRemove = !readOnly && objectionsTo(view, 'remove-from-batch')?.length === 0
  return (
    <>
      <InBatch view={view} description={description} mayRemove={mayRemove} />
      {mayAdd && <WaitingEntries view={view} description={description} />}
    </>
  )
}

function InBatch({
  view,
  description,
  mayRemove,
}: {
  readonly view: BatchView
  readonly description: RegisterDescription
  readonly mayRemove: boolean
}) {
  const say = useSay()
  const choice = useChoice(view.entries)
  const [removing, setRemoving] = useState(false)
  const columns = useEntryColumns(description.name, mayRemove ? choice : undefined)
  const close = () => {
    setRemoving(false)
    choice.clear()
  }
  return (
    <section className="panel" aria-labelledby="in-batch-title">
      <div className="panel-head">
        <h2 id="in-batch-title">
          {say(batchTexts.inBatch)}
          <span className="count">{view.entries.length}</span>
        </h2>
        {mayRemove && (
          <div className="panel-acts">
            <NeededFirst
              words={choice.ids.length === 0 && view.entries.length > 0 ? batchTexts.chooseFirst : undefined}
              id="remove-from-batch"
            />
            <Button danger disabled={choice.ids.length === 0} onClick={() => setRemoving(true)} data-testid="remove-from-batch">
              {say(batchTexts.remove, { count: choice.ids.length })}
            </Button>
          </div>
        )}
      </div>
      {view.entries.length === 0 ? (
        <p className="note">{say(batchTexts.inBatchEmpty)}</p>
      ) : (
        <DataTable
          caption={say(batchTexts.inBatch)}
          rows={view.entries}
          rowKey={({ id }) => id}
          testId={({ id }) => `in-batch-${id}`}
          columns={[
            ...columns,
            {
              key: 'state',
              title: say(batchTexts.state),
              render: ({ id }) => <StateTag description={description} state={view.entries.find((entry) => entry.id === id)?.state ?? ''} />,
            },
          ]}
        />
      )}
      {removing && <CommandDialog name="remove-from-batch" view={view} given={{ entries: choice.ids }} onClose={close} />}
    </section>
  )
}

function WaitingEntries({ view, description }: Pick<BatchEntriesProps, 'view' | 'description'>) {
  const say = useSay()
  const choice = useChoice(view.waiting)
  const adding = useMutation({ mutationFn: () => giveToBatch(view, 'add-to-batch', { entries: choice.ids }), onSuccess: choice.clear })
  const columns = useEntryColumns(description.name, choice)
  return (
    <section className="panel" aria-labelledby="waiting-title">
      <div className="panel-head">
        <h2 id="waiting-title">
          {say(batchTexts.waiting)}
          <span className="count">{view.waiting.length}</span>
        </h2>
        <div className="panel-acts">
          <NeededFirst words={choice.ids.length === 0 && view.waiting.length > 0 ? batchTexts.chooseFirst : undefined} id="add-to-batch" />
          <Button
            type="primary"
            disabled={choice.ids.length === 0}
            loading={adding.isPending}
            onClick={() => adding.mutate()}
            data-testid="add-to-batch"
          >
            {say(batchTexts.add, { count: choice.ids.length })}
          </Button>
        </div>
      </div>
      <Refusal error={adding.error} />
      {view.waiting.length === 0 ? (
        <p className="note">{say(batchTexts.waitingEmpty)}</p>
      ) : (
        <DataTable
          caption={say(batchTexts.waiting)}
          rows={view.waiting}
          rowKey={({ id }) => id}
          testId={({ id }) => `waiting-${id}`}
          columns={columns}
        />
      )}
    </section>
  )
}

interface Choice {
  readonly ids: readonly string[]
  readonly all: boolean
  readonly has: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly toggleAll: () => void
  readonly clear: () => void
}

function useChoice(entries: readonly { readonly id: string }[]): Choice {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ids = entries.map(({ id }) => id).filter((id) => chosen.has(id))
  const all = entries.length > 0 && ids.length === entries.length
  return {
    ids,
    all,
    has: (id) => chosen.has(id),
    toggle: (id) => setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id])),
    toggleAll: () => setChosen(all ? new Set() : new Set(entries.map(({ id }) => id))),
    clear: () => setChosen(new Set()),
  }
}

function useEntryColumns(register: string, choice: Choice | undefined): readonly Column<Waiting>[] {
  const say = useSay()
  const tick: Column<Waiting> | undefined = choice && {
    key: 'choose',
    fit: true,
    title: (
      <Checkbox
        checked={choice.all}
        indeterminate={!choice.all && choice.ids.length > 0}
        onChange={choice.toggleAll}
        aria-label={say(batchTexts.chooseAll)}
        data-testid="choose-all"
      />
    ),
    render: ({ id, title }) => (
      <Checkbox
        checked={choice.has(id)}
        onChange={() => choice.toggle(id)}
        aria-label={say(batchTexts.choose, { title })}
        data-testid={`choose-${id}`}
      />
    ),
  }
  return [
    ...(tick ? [tick] : []),
    { key: 'no', fit: true, title: say(batchTexts.number), render: ({ no }) => <span className="number">{no}</span> },
    {
      key: 'title',
      title: say(batchTexts.entry),
      main: true,
      render: ({ id, title }) => (
        <Link to="/registers/$register/$id" params={{ register, id }}>
          {title}
        </Link>
      ),
    },
    { key: 'area', title: say(batchTexts.area), render: ({ areaTitle }) => areaTitle },
    { key: 'unit', title: say(batchTexts.unit), render: ({ unitTitle }) => unitTitle },
  ]
}
