import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import type { PlanDocument } from '#contract/plans.ts'
import { confirmPlan } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import { valueInWords } from './item-words.ts'
import type { IndicatorChoices } from './use-indicator-choices.ts'

interface ConfirmDialogProps {
  readonly plan: PlanDocument
  readonly unchecked: number
  readonly choices: IndicatorChoices
  readonly onClose: () => void
}

/** What confirming will do, in numbers, before it is done. */
export function ConfirmDialog({ plan, unchecked, choices, onClose }: ConfirmDialogProps) {
  const say = useSay()
  const targets = plan.items.filter(({ itemKind, state }) => itemKind === 'target' && state !== 'removed')
  const counted = targets.filter((item) => choices.of(item) !== null)
  const removed = plan.items.filter(({ state }) => state === 'removed').length
  const confirming = useConfirm(plan, choices)
  return (
    <Modal
      open
      title={say(planTexts.confirmTitle)}
      okText={say(planTexts.confirm)}
      cancelText={say(planTexts.cancel)}
      confirmLoading={confirming.isPending}
      onOk={() => confirming.mutate()}
      onCancel={onClose}
      okButtonProps={testId('confirm-plan')}
    >
      <p>{say(planTexts.confirmSummary, { targets: targets.length, counted: counted.length, removed })}</p>
      {unchecked > 0 && <p className="warning-note">{say(planTexts.confirmUnchecked, { count: unchecked })}</p>}
      {counted.length > 0 && (
        <>
          <h3>{say(planTexts.confirmCounted)}</h3>
          <ul className="confirm-list">
            {counted.map((item) => {
              const indicator = plan.indicators.find(({ code }) => code === choices.of(item))
              return (
                <li key={item.id}>
                  {item.label} <span className="number">{say(valueInWords(item))}</span>
                  {indicator && <span className="note"> → {say(indicator.title)}</span>}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <p className="note">{say(planTexts.confirmOnce)}</p>
      <Refusal error={confirming.error} />
    </Modal>
  )
}

function useConfirm({ document, items }: PlanDocument, choices: IndicatorChoices) {
  const navigate = useNavigate()
  const known = new Set(items.map(({ id }) => id))
  const chosen = Object.fromEntries(Object.entries(choices.chosen).filter(([id]) => known.has(id)))
  return useMutation({
    mutationFn: () => confirmPlan(document.id, chosen),
    onSuccess: async () => {
      choices.forget()
      await refreshAfterWrite()
      await navigate({ to: '/targets' })
    },
  })
}
