import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AssistAnswer } from '#contract/assistant.ts'
import type { PlanDocument } from '#contract/plans.ts'
import { askAssistant, getAssistant } from '../../api/endpoints.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { assistantTexts as texts } from '../../texts/texts-assistant.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Span } from './text-selection.ts'
import type { ItemWrites } from './use-item-writes.ts'

type Proposal = AssistAnswer['proposals'][number]

const KINDS = ['heading', 'target', 'duty', 'list'] as const

interface AssistantProps {
  readonly plan: PlanDocument
  readonly writes: ItemWrites
  readonly onShow: (span: Span) => void
}

/** More items, proposed by a language model where the administrator switched one on; nothing becomes an item but by a person. */
export function Assistant({ plan, writes, onShow }: AssistantProps) {
  const say = useSay()
  const { data } = useQuery({ queryKey: ['assistant'], queryFn: getAssistant, staleTime: Number.POSITIVE_INFINITY })
  const [answer, setAnswer] = useState<AssistAnswer>()
  const asked = useRef<AbortController>(undefined)
  const [isStopped, setStopped] = useState(false)
  // Who leaves the page waits for no answer: the model is asked no further.
  useEffect(() => () => asked.current?.abort(), [])
  const asking = useMutation({
    mutationFn: () => {
      setStopped(false)
      asked.current = new AbortController()
      return askAssistant(plan.document.id, asked.current.signal)
    },
    onSuccess: setAnswer,
  })
  const stop = () => {
    setStopped(true)
    asked.current?.abort()
  }
  if (!data?.host) return null
  const leave = (gone: Proposal) => setAnswer((now) => now && { ...now, proposals: now.proposals.filter((each) => each !== gone) })
  const take = async (proposal: Proposal) => {
    const { itemKind, start, end } = proposal
    await writes.add({ document: plan.document.id, itemKind, start, end, proposedBy: 'assistant' })
    leave(proposal)
  }
  const takeAll = async (proposals: readonly Proposal[]) => {
    for (const proposal of proposals) await take(proposal)
    setAnswer((now) => now && { ...now, proposals: now.proposals.filter((each) => !proposals.includes(each)) })
  }
  return (
    <div className="assistant" data-testid="assistant">
      {!answer && (
        <Popconfirm
          title={say(texts.confirm, { host: data.host })}
          okText={say(texts.send)}
          cancelText={say(texts.cancel)}
          onConfirm={() => asking.mutate()}
        >
          <Button size="small" loading={asking.isPending} data-testid="ask-assistant">
            {say(asking.isPending ? texts.asking : texts.ask)}
          </Button>
        </Popconfirm>
      )}
      {asking.isPending && (
        <Button size="small" type="link" onClick={stop} data-testid="stop-assistant">
          {say(texts.stop)}
        </Button>
      )}
      <Refusal error={isStopped ? null : asking.error} />
      {answer && <Proposals answer={answer} onTake={takeAll} onLeave={leave} onShow={onShow} />}
    </div>
  )
}

interface ProposalsProps extends Pick<AssistantProps, 'onShow'> {
  readonly answer: AssistAnswer
  readonly onTake: (proposals: readonly Proposal[]) => Promise<void>
  readonly onLeave: (proposal: Proposal) => void
}

function Proposals({ answer: { proposals, notVerbatim, known }, onTake, onLeave, onShow }: ProposalsProps) {
  const say = useSay()
  const taking = useMutation({ mutationFn: onTake })
  return (
    <section aria-label={say(texts.title, { count: proposals.length })}>
      <strong>{proposals.length === 0 ? say(texts.none) : say(texts.title, { count: proposals.length })}</strong>
      <p className="note">{say(texts.note, { notVerbatim, known })}</p>
      {proposals.length > 1 && (
        <p className="acts-together">
          {KINDS.map((kind) => ({ kind, own: proposals.filter(({ itemKind }) => itemKind === kind) }))
            .filter(({ own }) => own.length > 0)
            .map(({ kind, own }) => (
              <Button
                key={kind}
                size="small"
                loading={taking.isPending}
                onClick={() => taking.mutate(own)}
                data-testid={`take-all-${kind}`}
              >
                {say(texts.takeAll, { kind: say(planTexts[kind]), count: own.length })}
              </Button>
            ))}
        </p>
      )}
      <ul className="assistant-list">
        {proposals.map((proposal) => (
          <li key={`${proposal.itemKind} ${proposal.start}`}>
            <span className={`kind-mark kind-mark-${proposal.itemKind}`}>{say(planTexts[proposal.itemKind])}</span>
            <button type="button" className="link-button" onClick={() => onShow(proposal)}>
              {proposal.quote}
            </button>
            <span className="item-acts acts-together">
              <Button
                size="small"
                type="primary"
                disabled={taking.isPending}
                onClick={() => taking.mutate([proposal])}
                data-testid="take-proposal"
              >
                {say(texts.take)}
              </Button>
              <Button size="small" onClick={() => onLeave(proposal)}>
                {say(texts.leave)}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
