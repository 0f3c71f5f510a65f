import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RegisterDescription } from '#contract/entries.ts'
import { allEntriesQuery, registerQuery } from '../../api/queries.ts'
import type { ListedEntry } from '../../api/types.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, NoRightHere } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { comparisonTexts } from '../../texts/texts-comparison.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import { NOTHING } from '../../values/print.ts'
import { textOf } from './item-words.ts'

/** The plan texts. */
export function PlanList() {
  const say = useSay()
  const asOf = useAsOf()
  const mayUpload = useMayGive('plans.read')
  const description = useQuery(registerQuery('policy_document'))
  const documents = useQuery(allEntriesQuery('policy_document', asOf))
  return (
    <Page
      title={say(planTexts.plans)}
      note={say(planTexts.plansNote)}
      actions={
        <>
          <Link to="/plans/compare" className="plain-link" data-testid="compare-plans">
            {say(comparisonTexts.title)}
          </Link>
          {mayUpload && <UploadLink />}
        </>
      }
    >
      <Loaded query={description}>
        {(known) =>
          known.may.includes('read') ? (
            <Loaded query={documents}>
              {({ entries }) =>
                entries.length === 0 ? (
                  <Empty title={say(planTexts.plansEmpty)} note={say(planTexts.plansNote)} />
                ) : (
                  <Documents description={known} entries={entries} />
                )
              }
            </Loaded>
          ) : (
            <NoRightHere />
          )
        }
      </Loaded>
    </Page>
  )
}

function UploadLink() {
  const say = useSay()
  return (
    <Link to="/plans/upload" className="main-link" data-testid="upload-plan">
      <Icon name="plus" />
      {say(planTexts.upload)}
    </Link>
  )
}

function Documents({ description, entries }: { readonly description: RegisterDescription; readonly entries: readonly ListedEntry[] }) {
  const say = useSay()
  return (
    <DataTable
      caption={say(planTexts.plans)}
      rows={entries}
      rowKey={({ id }) => id}
      testId={({ id }) => `plan-${id}`}
      columns={[
        {
          key: 'title',
          title: say(planTexts.documentTitle),
          main: true,
          render: ({ id, title }) => (
            <Link to="/plans/$document" params={{ document: id }}>
              {title}
            </Link>
          ),
        },
        { key: 'state', title: say(planTexts.state), render: ({ state }) => <StateTag description={description} state={state} /> },
        { key: 'documentNo', title: say(planTexts.documentNo), render: ({ values }) => textOf(values.documentNo) ?? NOTHING },
        { key: 'issuers', title: say(planTexts.issuers), render: ({ values }) => textOf(values.issuers) ?? NOTHING },
        {
          key: 'documentDate',
          title: say(planTexts.documentDate),
          render: ({ values }) => <span className="number">{textOf(values.documentDate) ?? NOTHING}</span>,
        },
      ]}
    />
  )
}
