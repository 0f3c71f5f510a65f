import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Proposal } from '#contract/programmes.ts'
import { confirmPlan } from '../../api/endpoints.ts'
import { proposalQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { NeededFirst } from '../../frame/needed-first.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { type ConfirmChanges, useConfirmChanges } from './confirm-changes.ts'
import { ConfirmBenefits, ConfirmFields } from './confirm-drafts.tsx'
import { ConfirmParts } from './confirm-parts.tsx'
import { ConfirmRegisters } from './confirm-registers.tsx'
import { ConfirmSettings, missingReasons } from './confirm-settings.tsx'
import { ConfirmTargets } from './confirm-targets.tsx'
import { ConfirmTasks } from './confirm-tasks.tsx'
import { useIndicatorChoices } from './use-indicator-choices.ts'

const route = getRouteApi('/frame/plans/$document/confirm')

/** What confirming will make, all of it changeable, before it is done. */
export function ConfirmPage() {
  const { document } = route.useParams()
  const proposal = useQuery(proposalQuery(document))
  return <Loaded query={proposal}>{(loaded) => <Confirming key={document} proposal={loaded} />}</Loaded>
}

function Confirming({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const { document } = proposal
  const choices = useIndicatorChoices({ document })
  const changes = useConfirmChanges(proposal, choices.chosen)
  const navigate = useNavigate()
  const confirming = useMutation({
    mutationFn: () => confirmPlan(document.id, changes.body()),
    onSuccess: async () => {
      choices.forget()
      await refreshAfterWrite()
      await navigate({ to: '/plans/$document/programme', params: { document: document.id } })
    },
  })
  const unreasoned = missingReasons(changes)
  return (
    <Page
      title={`${say(programmeTexts.confirmTitle)} · ${document.title}`}
      note={say(programmeTexts.confirmNote)}
      actions={
        <>
          <Link to="/plans/$document" params={{ document: document.id }}>
            {say(programmeTexts.backToText)}
          </Link>
          {document.mayConfirm && unreasoned && <NeededFirst words={programmeTexts.reasonsFirst} id="confirm-plan" />}
          {document.mayConfirm && (
            <Button
              type="primary"
              loading={confirming.isPending}
              disabled={unreasoned}
              onClick={() => confirming.mutate()}
              data-testid="confirm-plan"
            >
              {say(programmeTexts.confirmTitle)}
            </Button>
          )}
        </>
      }
    >
      <p data-testid="confirm-summary">{say(programmeTexts.summary, countsOf(proposal, changes))}</p>
      <Refusal error={confirming.error} />
      <ConfirmParts proposal={proposal} />
      <ConfirmTargets proposal={proposal} changes={changes} onIndicator={choices.choose} />
      <ConfirmSettings proposal={proposal} changes={changes} />
      <ConfirmTasks proposal={proposal} changes={changes} />
      <ConfirmRegisters proposal={proposal} changes={changes} />
      <ConfirmFields proposal={proposal} changes={changes} />
      <ConfirmBenefits proposal={proposal} />
    </Page>
  )
}

function countsOf({ removed }: Proposal, { targets, tasks, registers }: ConfirmChanges) {
  return {
    headlines: targets.filter(({ relation }) => relation === 'headline').length,
    under: targets.filter(({ relation }) => relation !== 'headline').length,
    counted: targets.filter(({ indicator }) => indicator !== null).length,
    tasks: tasks.filter(({ kept }) => kept).length,
    registers: registers.length,
    matched: registers.filter(({ register }) => register !== null).length,
    removed,
  }
}
