import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { noticeDaysQuery } from '../../api/selection.ts'
import { calendarTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'

/** How many working days a notice would have, while its days are being chosen, and what is not known of them. */
export function NoticeDaysLine({ from, to }: { readonly from: string; readonly to: string }) {
  const say = useSay()
  const { data } = useQuery({ ...noticeDaysQuery(from, to), enabled: from !== '' && to !== '' && from <= to })
  if (!data) return null
  return (
    <div data-testid="notice-days">
      <p className={data.workingDays < data.least ? 'fault' : 'note'}>
        {say(calendarTexts.noticeDays, { count: data.workingDays, least: data.least })}
      </p>
      {data.remarks.map((words) => (
        <p key={words.en} className="warning-note">
          {say(words)} <Link to="/calendar">{say(calendarTexts.title)}</Link>
        </p>
      ))}
    </div>
  )
}
