import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { registersQuery } from '../../api/queries.ts'
import { administrativeRegisters } from '../../frame/navigation.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { assistantTexts } from '../../texts/texts-assistant.ts'
import { accountTexts } from '../../texts/texts-batches.ts'
import { deliveryTexts } from '../../texts/texts-delivery.ts'
import { packTexts } from '../../texts/texts-packs.ts'
import { calendarTexts } from '../../texts/texts-selection.ts'
import { sheetTexts } from '../../texts/texts-sheets.ts'
import { takeBackTexts } from '../../texts/texts-take-back.ts'
import { useSay } from '../../texts/use-say.ts'
import { RegisterCards } from '../registers/register-index.tsx'

/** Doors to areas, units, posts, people and tenures. */
export function AdministrationPage() {
  const say = useSay()
  const registers = useQuery(registersQuery)
  const maySetChannels = useMayGive('delivery.set-channel')
  const mayInstall = useMayGive('programmes.install-pack')
  const maySetWindow = useMayGive('collaboration.set-take-back-window')
  const maySwitchAssistant = useMayGive('plans.switch-assistant')
  const mayLayOut = useMayGive('sheets.keep-layout')
  return (
    <Page title={say(accountTexts.administration)} note={say(accountTexts.administrationNote)}>
      <Loaded query={registers}>{(list) => <RegisterCards registers={administrativeRegisters(list)} />}</Loaded>
      <ul className="cards">
        <li>
          <Link to="/calendar" className="card card-link" data-testid="to-calendar">
            {say(calendarTexts.title)}
          </Link>
        </li>
        {maySetWindow && (
          <li>
            <Link to="/take-back" className="card card-link" data-testid="to-take-back">
              {say(takeBackTexts.window)}
            </Link>
          </li>
        )}
        {maySwitchAssistant && (
          <li>
            <Link to="/assistant" className="card card-link" data-testid="to-assistant">
              {say(assistantTexts.page)}
            </Link>
          </li>
        )}
        {maySetChannels && (
          <li>
            <Link to="/channels" className="card card-link" data-testid="to-channels">
              {say(deliveryTexts.title)}
            </Link>
          </li>
        )}
        {mayLayOut && (
          <li>
            <Link to="/sheets" className="card card-link" data-testid="to-sheets">
              {say(sheetTexts.title)}
            </Link>
          </li>
        )}
        {mayInstall && (
          <li>
            <Link to="/packs" className="card card-link" data-testid="to-packs">
              {say(packTexts.title)}
            </Link>
          </li>
        )}
      </ul>
    </Page>
  )
}
