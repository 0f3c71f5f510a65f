import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { RegisterDescription } from '#contract/entries.ts'
import { entryQuery } from '../../api/queries.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { Loaded } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { EntrySections } from '../entry/entry-sections.tsx'

/** A quick look without leaving the list. */
export function PeekDrawer({
  description,
  id,
  onClose,
}: {
  readonly description: RegisterDescription
  readonly id: string
  readonly onClose: () => void
}) {
  const say = useSay()
  const asOf = useAsOf()
  const entry = useQuery(entryQuery(description.name, id, asOf))
  return (
    <Drawer
      open
      onClose={onClose}
      size="large"
      title={entry.data?.entry.title ?? say(listTexts.peek)}
      extra={<Link {...entryAddress(description.name, id)}>{say(listTexts.open)}</Link>}
    >
      <Loaded query={entry}>
        {(answer) => (
          <>
            <p>
              <StateTag description={description} state={answer.entry.state} />
            </p>
            <EntrySections description={description} answer={answer} />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}
