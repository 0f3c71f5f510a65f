import { Link } from '@tanstack/react-router'
import type { Figure } from '#contract/figures.ts'
import { statisticTexts } from '../../texts/texts-statistics.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'

type Settings = NonNullable<Figure['statistic']>['settings']

/** How the indicator is set: who publishes, enters and confirms it, and how it is judged; changed on its own entry, with its history. */
export function StatisticSettings({ settings }: { readonly settings: Settings }) {
  const say = useSay()
  return (
    <section className="panel" aria-label={say(statisticTexts.title)} data-testid="statistic-settings">
      <h2>{say(statisticTexts.title)}</h2>
      <dl className="statistic-settings-facts">
        {linesOf(settings).map(({ label, chosen, usual }) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>
              {chosen ? say(chosen) : say(usual)}
              {!chosen && <span className="note">{say(statisticTexts.asUsual)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link
          to="/registers/$register/$id"
          params={{ register: 'statistical_indicator', id: settings.id }}
          data-testid="change-statistic-settings"
        >
          {say(statisticTexts.change)}
        </Link>
      </p>
    </section>
  )
}

interface Line {
  readonly label: Words
  readonly chosen: Words | undefined
  readonly usual: Words
}

function linesOf(settings: Settings): readonly Line[] {
  const { publisher, frequency, dueDays, accrual, decimals, baselinePeriod, onTrackPercent, atRiskPercent, enteredBy, confirmedBy } =
    settings
  return [
    { label: statisticTexts.publisher, chosen: asIs(publisher), usual: statisticTexts.noPublisher },
    { label: statisticTexts.frequency, chosen: frequency === null ? undefined : statisticTexts[frequency], usual: statisticTexts.notAsked },
    { label: statisticTexts.dueDays, chosen: counted(dueDays, statisticTexts.days), usual: filled(statisticTexts.days, 60) },
    { label: statisticTexts.accrual, chosen: accrual === null ? undefined : statisticTexts[accrual], usual: statisticTexts.level },
    { label: statisticTexts.baselinePeriod, chosen: asIs(baselinePeriod), usual: statisticTexts.ofTarget },
    { label: statisticTexts.onTrack, chosen: counted(onTrackPercent, statisticTexts.percent), usual: filled(statisticTexts.percent, 100) },
    { label: statisticTexts.behind, chosen: counted(atRiskPercent, statisticTexts.percent), usual: filled(statisticTexts.percent, 80) },
    { label: statisticTexts.decimals, chosen: counted(decimals, statisticTexts.places), usual: statisticTexts.asPublished },
    { label: statisticTexts.enteredBy, chosen: asIs(enteredBy), usual: statisticTexts.thePlanner },
    {
      label: statisticTexts.confirmedBy,
      chosen: confirmedBy === null ? undefined : statisticTexts[confirmedBy],
      usual: statisticTexts.head,
    },
  ]
}

const asIs = (text: string | null): Words | undefined => (text === null ? undefined : { zh: text, en: text })
const counted = (count: number | null, words: Words): Words | undefined => (count === null ? undefined : filled(words, count))

function filled({ zh, en }: Words, count: number): Words {
  return { zh: zh.replace('{count}', String(count)), en: en.replace('{count}', String(count)) }
}
