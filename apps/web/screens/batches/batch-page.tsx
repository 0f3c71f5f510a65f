import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, Button, Steps } from 'antd'
import { useState } from 'react'
import type { BatchView } from '#contract/batches.ts'
import { registerQuery } from '../../api/queries.ts'
import { type BatchCommand, batchQuery } from '../../api/selection.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { batchTexts, commandTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import { objectionsTo } from './batch-command.ts'
import { BatchEntries } from './batch-entries.tsx'
import { CommandDialog } from './command-dialog.tsx'
import { Objections } from './objections.tsx'

const route = getRouteApi('/frame/batches/$id')

/** One batch on its way from the proposed list to the published document. */
export function BatchPage() {
  const { id } = route.useParams()
  const batch = useQuery(batchQuery(id))
  return <Loaded query={batch}>{(view) => <BatchScreen view={view} />}</Loaded>
}

const STEP_OF: Readonly<Record<string, number>> = { collecting: 0, proposed: 0, onNotice: 1, noticeOver: 1, published: 3 }
const WHOLE_BATCH = ['open-notice', 'close-notice', 'publish-batch', 'cancel-batch'] as const satisfies readonly BatchCommand[]

function BatchScreen({ view }: { readonly view: BatchView }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const register = useQuery(registerQuery(view.batch.register))
  const { batch } = view
  return (
    <Page title={batch.title} note={register.data && `${say(register.data.title)} · ${say(batch.decisionLabel)}`}>
      {batch.state === 'cancelled' ? <Alert type="error" showIcon title={say(batchTexts.cancelled)} /> : <BatchSteps batch={batch} />}
      {!past && <BatchActs view={view} />}
      <Objections view={view} readOnly={past} />
      {register.data && <BatchEntries view={view} description={register.data} readOnly={past} />}
    </Page>
  )
}

function BatchSteps({ batch }: Pick<BatchView, 'batch'>) {
  const say = useSay()
  const { noticeFromOn, noticeUntilOn, documentNo, documentDate, documentTitle } = batch
  return (
    <div className="panel" data-testid="batch-steps" data-state={batch.state}>
      <Steps
        current={STEP_OF[batch.state] ?? 0}
        items={[
          { title: say(batchTexts.stepProposed) },
          ...(batch.notice
            ? [
                {
                  title: say(batchTexts.stepNotice),
                  content:
                    noticeFromOn === null || noticeUntilOn === null ? '' : say(batchTexts.days, { from: noticeFromOn, to: noticeUntilOn }),
                },
              ]
            : []),
          {
            title: say(batchTexts.stepPublished),
            content: documentNo === null ? '' : [documentNo, documentTitle, documentDate].filter((part) => part !== null).join(' · '),
          },
        ]}
      />
    </div>
  )
}

/** What can be done with the whole batch; what cannot be done yet says why. */
function BatchActs({ view }: { readonly view: BatchView }) {
  const say = useSay()
  const [open, setOpen] = useState<BatchCommand>()
  const offered = WHOLE_BATCH.flatMap((name) => {
    const objections = objectionsTo(view, name)
    return objections === undefined ? [] : [{ name, objections }]
  })
  if (offered.length === 0) return null
  return (
    <section className="moves">
      <div className="move-buttons">
        {offered.map(({ name, objections }) => (
          <Button
            key={name}
            type={name === 'cancel-batch' ? 'default' : 'primary'}
            danger={name === 'cancel-batch'}
            disabled={objections.length > 0}
            onClick={() => setOpen(name)}
            data-testid={name}
          >
            {say(commandTexts[name])}
          </Button>
        ))}
      </div>
      {offered
        .filter(({ objections }) => objections.length > 0)
        .map(({ name, objections }) => (
          <div key={name} className="missing" data-testid={`missing-${name}`}>
            <span>{say(batchTexts.cannotYet, { act: say(commandTexts[name]) })}</span>
            <ul>
              {objections.map((words) => (
                <li key={words.en}>{say(words)}</li>
              ))}
            </ul>
          </div>
        ))}
      {open && <CommandDialog key={open} name={open} view={view} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
