import { Link } from '@tanstack/react-router'
import type { RegisterDescription } from '#contract/entries.ts'
import { importTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'

/** The way back to the list that the sheet is for. */
export function BackToList({ description: { name, title } }: { readonly description: RegisterDescription }) {
  const say = useSay()
  return (
    <Link to="/registers/$register" params={{ register: name }} className="plain-link">
      {say(importTexts.backToList, { register: say(title) })}
    </Link>
  )
}
