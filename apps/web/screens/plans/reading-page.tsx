import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import type { PlanDocument } from '#contract/plans.ts'
import { planDocumentQuery } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { marks } from '../../texts/texts-marks.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { ItemList } from './item-list.tsx'
import { useReadingState } from './reading-state.ts'
import { SourceText } from './source-text.tsx'
import { SplitBox } from './split-box.tsx'
import { useIndicatorChoices } from './use-indicator-choices.ts'
import { useItemWrites } from './use-item-writes.ts'
import { useReadingKeys } from './use-reading-keys.ts'

const route = getRouteApi('/frame/plans/$document')

/** Checks what was read from a plan. */
export function ReadingPage() {
  const { document } = route.useParams()
  const plan = useQuery(planDocumentQuery(document))
  return <Loaded query={plan}>{(loaded) => <Reader key={document} plan={loaded} />}</Loaded>
}

/** The source text at the left, what was found in it at the right, each leading to the other. */
function Reader({ plan }: { readonly plan: PlanDocument }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const mayEdit = plan.mayEdit && !past
  const reading = useReadingState(plan)
  const writes = useItemWrites(plan.document.id)
  const choices = useIndicatorChoices(plan)
  const [side, setSide] = useState<'text' | 'items'>('text')
  useReadingKeys({ reading, writes, mayEdit })
  return (
    <Page
      title={plan.document.title}
      note={<DocumentNote plan={plan} />}
      actions={
        plan.mayConfirm &&
        !past && (
          <Link
            to="/plans/$document/confirm"
            params={{ document: plan.document.id }}
            className="ant-btn ant-btn-primary link-button"
            data-testid="confirm"
          >
            {say(planTexts.confirm)}
          </Link>
        )
      }
    >
      <Notices plan={plan} mayEdit={mayEdit} />
      <Segmented
        className="only-narrow reading-sides"
        block
        value={side}
        onChange={(chosen: 'text' | 'items') => setSide(chosen)}
        options={[
          { value: 'text', label: say(planTexts.text) },
          { value: 'items', label: say(planTexts.items) },
        ]}
      />
      <SplitBox name="plan-reading" label={say(planTexts.splitter)} shown={side === 'text' ? 'first' : 'second'}>
        <SourceText text={plan.text} items={plan.items} reading={reading} onShowItems={() => setSide('items')} />
        <ItemList plan={plan} reading={reading} writes={writes} choices={choices} mayEdit={mayEdit} onShowText={() => setSide('text')} />
      </SplitBox>
    </Page>
  )
}

function DocumentNote({ plan: { document } }: { readonly plan: PlanDocument }) {
  const say = useSay()
  return (
    <span className="entry-note">
      <span>{document.issuers.join(say(marks.listComma))}</span>
      {document.documentNo !== null && <span>{document.documentNo}</span>}
      {document.documentDate !== null && <span className="number">{document.documentDate}</span>}
      <span>
        {document.fileName} · {document.encoding}
      </span>
    </span>
  )
}

function Notices({ plan, mayEdit }: { readonly plan: PlanDocument; readonly mayEdit: boolean }) {
  const say = useSay()
  const { state, warnings } = plan.document
  return (
    <>
      {warnings.length > 0 && state === 'draft' && (
        <Alert type="warning" showIcon title={warnings.map((words) => say(words)).join(' ')} closable />
      )}
      {state === 'confirmed' && (
        <Alert
          type="success"
          showIcon
          title={say(planTexts.isConfirmed)}
          action={
            <Link to="/plans/$document/programme" params={{ document: plan.document.id }} data-testid="to-targets">
              {say(programmeTexts.programme)}
            </Link>
          }
        />
      )}
      {state === 'draft' && !mayEdit && <Alert type="info" showIcon title={say(planTexts.readOnly)} />}
    </>
  )
}
