import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Version } from '#contract/versions.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { adoptVersion, versionQuery } from '../../api/versions.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { versionTexts as texts } from '../../texts/texts-versions.ts'
import { useSay } from '../../texts/use-say.ts'
import { ClauseComparison } from './clause-comparison.tsx'
import { Effects } from './effects.tsx'
import { useDecisions } from './use-decisions.ts'

const route = getRouteApi('/frame/plans/$document/version')

/** A new version beside the one that runs: what it changes in the programme, to be decided on, and the texts clause by clause. */
export function VersionPage() {
  const { document } = route.useParams()
  const version = useQuery(versionQuery(document))
  return <Loaded query={version}>{(loaded) => <Deciding key={document} version={loaded} />}</Loaded>
}

function Deciding({ version }: { readonly version: Version }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const mayAdopt = version.mayAdopt && !past
  const { document, title, state } = version.after
  const decided = useDecisions(document, version.changes)
  const [reason, setReason] = useState('')
  const adopting = useAdopting(document, () => decided.forget())
  return (
    <Page
      title={`${say(texts.title)} · ${title}`}
      note={<Note version={version} />}
      actions={
        <>
          <Link to="/plans/$document" params={{ document }}>
            {say(texts.toItems)}
          </Link>
          {mayAdopt && decided.open > 0 && (
            <span className="note" data-testid="undecided">
              {say(texts.undecided, { count: decided.open })}
            </span>
          )}
          {mayAdopt && (
            <Button
              type="primary"
              loading={adopting.isPending}
              disabled={decided.open > 0}
              onClick={() => adopting.mutate({ decisions: decided.decisions, ...(reason.trim() && { reason: reason.trim() }) })}
              data-testid="adopt-version"
            >
              {say(texts.adopt)}
            </Button>
          )}
        </>
      }
    >
      <Refusal error={adopting.error} />
      {state === 'confirmed' && <Adopted document={document} />}
      {mayAdopt && version.unchecked > 0 && <Alert type="warning" showIcon title={say(texts.unchecked, { count: version.unchecked })} />}
      {state === 'draft' && <Effects version={version} decided={decided} mayAdopt={mayAdopt} />}
      {mayAdopt && version.changes.length > 0 && (
        <label className="panel version-reason">
          <span>{say(texts.reason)}</span>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      )}
      <ClauseComparison version={version} />
    </Page>
  )
}

function useAdopting(document: string, onDone: () => void) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: Parameters<typeof adoptVersion>[1]) => adoptVersion(document, body),
    onSuccess: async () => {
      onDone()
      await refreshAfterWrite()
      await navigate({ to: '/plans/$document/programme', params: { document } })
    },
  })
}

function Note({ version: { before, after } }: { readonly version: Version }) {
  const say = useSay()
  const named = ({ title, documentNo, documentDate }: Version['before']) => {
    const facts = [documentNo, documentDate].filter(Boolean).join(' · ')
    return facts === '' ? title : say(texts.dated, { title, facts })
  }
  return say(texts.note, { before: named(before), after: named(after) })
}

function Adopted({ document }: { readonly document: string }) {
  const say = useSay()
  return (
    <Alert
      type="success"
      showIcon
      title={say(texts.adopted)}
      action={
        <Link to="/plans/$document/programme" params={{ document }}>
          {say(texts.toProgramme)}
        </Link>
      }
    />
  )
}
