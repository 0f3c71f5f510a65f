import type { Proposal } from '#contract/programmes.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'

/** With fewer rows the whole page is seen at a glance or two. */
const LONG = 60

/** The parts of a long page, each with how much it holds, to get to the last without passing the first. */
export function ConfirmParts({ proposal: { targets, tasks, registers, fields, benefits } }: { readonly proposal: Proposal }) {
  const say = useSay()
  if (targets.length + tasks.length + registers.length < LONG) return null
  const parts = [
    { id: 'confirm-targets', title: programmeTexts.targets, count: targets.length },
    { id: 'confirm-tasks', title: programmeTexts.tasks, count: tasks.length },
    { id: 'confirm-registers', title: programmeTexts.registers, count: registers.length },
    { id: 'confirm-fields', title: programmeTexts.fields, count: fields.length },
    { id: 'confirm-benefits', title: programmeTexts.benefits, count: benefits.length },
  ].filter(({ count }) => count > 0)
  return (
    <nav className="confirm-parts" aria-label={say(programmeTexts.partsOfPage)}>
      {parts.map(({ id, title, count }) => (
        <button key={id} type="button" className="link-button" onClick={() => goTo(id)} data-testid={`to-${id}`}>
          {say(programmeTexts.someRows, { title: say(title), count })}
        </button>
      ))}
    </nav>
  )
}

function goTo(id: string) {
  const part = document.getElementById(id)
  part?.scrollIntoView({ block: 'start' })
  part?.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true })
}
