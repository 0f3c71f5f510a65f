import { Link } from '@tanstack/react-router'
import { requestTexts } from '../texts/texts-request.ts'
import { useSay } from '../texts/use-say.ts'
import { Empty } from './page-state.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const say = useSay()
  return (
    <div className="page">
      <Empty title={say(requestTexts.notFound)} note={say(requestTexts.notFoundNote)}>
        <Link to="/work">{say(requestTexts.home)}</Link>
      </Empty>
    </div>
  )
}
