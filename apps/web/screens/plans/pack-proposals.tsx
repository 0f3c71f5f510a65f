import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { PackProposals } from '#contract/packs.ts'
import { moveEntry } from '../../api/endpoints.ts'
import { packProposalsQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { API } from '../../api/request.ts'
import { ActsHead, DataTable } from '../../frame/data-table.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { packProposalStates, packProposalTexts as texts } from '../../texts/texts-packs.ts'
import { useSay } from '../../texts/use-say.ts'

type Proposal = PackProposals['proposals'][number]

const TONES: Readonly<Record<string, string>> = { proposed: 'tag-waiting', accepted: 'tag-good', declined: 'tag-plain' }

/** What the pack of a plan can only propose: registers to be built in, and benefits; a person takes each on or not. */
export function PackProposalList({ document }: { readonly document: string }) {
  const say = useSay()
  const isPast = useAsOf() !== undefined
  const found = useQuery(packProposalsQuery(document))
  const deciding = useMutation({
    mutationFn: ({ proposal, move }: { readonly proposal: Proposal; readonly move: 'accept' | 'decline' }) => moveEntry(proposal, move),
    onSettled: refreshAfterWrite,
  })
  const rows = found.data?.proposals ?? []
  if (rows.length === 0) return null
  const open = rows.filter(({ state }) => state === 'proposed').length
  return (
    <section className="panel" aria-label={say(texts.title)} data-testid="pack-proposals">
      <h2>{say(texts.title)}</h2>
      <p className="note">{say(texts.note, { open, total: rows.length })}</p>
      <Refusal error={deciding.error} />
      <DataTable
        caption={say(texts.title)}
        rows={rows}
        rowKey={({ id }) => id}
        testId={({ title }) => `proposal-${title}`}
        columns={[
          { key: 'what', title: say(texts.what), main: true, render: (proposal) => <What proposal={proposal} /> },
          { key: 'words', title: say(texts.words), wide: true, render: ({ words }) => <span className="note">{words}</span> },
          {
            key: 'state',
            title: say(texts.state),
            fit: true,
            render: ({ state }) => {
              const words = packProposalStates[state as keyof typeof packProposalStates] // a state of the two registers
              return <span className={`tag ${TONES[state] ?? ''}`}>{say(words)}</span>
            },
          },
          {
            key: 'acts',
            title: <ActsHead />,
            fit: true,
            render: (proposal) =>
              proposal.mayDecide &&
              !isPast && (
                <span className="item-acts acts-together">
                  {proposal.state !== 'accepted' && (
                    <Button
                      size="small"
                      type="primary"
                      disabled={deciding.isPending}
                      onClick={() => deciding.mutate({ proposal, move: 'accept' })}
                      {...testId(`accept-${proposal.title}`)}
                    >
                      {say(texts.accept)}
                    </Button>
                  )}
                  {proposal.state !== 'declined' && (
                    <Button
                      size="small"
                      disabled={deciding.isPending}
                      onClick={() => deciding.mutate({ proposal, move: 'decline' })}
                      {...testId(`decline-${proposal.title}`)}
                    >
                      {say(texts.decline)}
                    </Button>
                  )}
                </span>
              ),
          },
        ]}
      />
    </section>
  )
}

function What({ proposal: { register, id, title, state } }: { readonly proposal: Proposal }) {
  const say = useSay()
  const isRegister = register === 'register_draft'
  return (
    <div>
      <Link to="/registers/$register/$id" params={{ register, id }}>
        {title}
      </Link>
      <div className="note">
        {say(isRegister ? texts.register : texts.instrument)}
        {isRegister && state === 'accepted' && (
          <>
            {' · '}
            <a href={`${API}/documents/programmes.register-definition?draft=${id}`}>{say(texts.download)}</a>
          </>
        )}
      </div>
    </div>
  )
}
