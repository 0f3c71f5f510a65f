import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { registersQuery } from '../../api/queries.ts'
import type { RegisterList } from '../../api/types.ts'
import { contentRegisters } from '../../frame/navigation.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { listTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'

/** Doors to the registers of content. */
export function RegisterIndex() {
  const say = useSay()
  const registers = useQuery(registersQuery)
  return (
    <Page title={say(listTexts.index)} note={say(listTexts.indexNote)}>
      <Loaded query={registers}>{(list) => <RegisterCards registers={contentRegisters(list)} />}</Loaded>
    </Page>
  )
}

/** Doors to registers; also the page of the administration. */
export function RegisterCards({ registers }: { readonly registers: RegisterList['registers'] }) {
  const say = useSay()
  if (registers.length === 0) return <Empty title={say(listTexts.noRegisters)} />
  return (
    <ul className="cards">
      {registers.map(({ name, title }) => (
        <li key={name}>
          <Link to="/registers/$register" params={{ register: name }} className="card card-link">
            {say(title)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
