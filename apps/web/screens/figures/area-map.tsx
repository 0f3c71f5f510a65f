import { useState } from 'react'
import type { Figure, Overview } from '#contract/figures.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { signed, thousands } from '../../values/money.ts'
import { AreaTiles } from './area-tiles.tsx'
import { percent, sumOf } from './arithmetic.ts'
import type { OpenDoor } from './open-door.ts'

type AreaRow = Figure['byArea'][number]
type Week = Overview['tiles'][number]['week']

interface AreaMapProps {
  readonly rows: readonly AreaRow[]
  readonly measure: string
  readonly unit: string
  /** What the last seven days brought, where it is known. */
  readonly week?: Week
  readonly onOpen: OpenDoor
}

/** Cities as squares, with what is known of the one that is pointed at beside them; a square opens the entries behind it. */
export function AreaMap({ rows, measure, unit, week, onOpen }: AreaMapProps) {
  const say = useSay()
  const [pointed, setPointed] = useState<string>()
  const facts = useFacts({ rows, measure, unit, ...(week && { week }) })
  const shown = facts.find(({ area }) => area === pointed)
  return (
    <div className="area-map-box">
      <div className="area-map">
        <AreaTiles
          tiles={facts.map(({ area, title, value, more }) => ({ area, title, value, more }))}
          unit={unit}
          note={`${say(figureTexts.mapNote)}${say(figureTexts.mapHow)}`}
          onChoose={(area) => onOpen({ measure, area })}
          onPoint={setPointed}
          testId="area-map"
        />
        <Readout
          facts={shown ?? wholeOf(facts, say(figureTexts.province))}
          unit={unit}
          onOpen={(area) => onOpen({ measure, ...(area !== '' && { area }) })}
        />
      </div>
    </div>
  )
}

interface Facts {
  readonly area: string
  readonly title: string
  readonly value: string
  readonly share: string | undefined
  /** Undefined where nothing is known of the last seven days. */
  readonly change: string | undefined
  readonly zones: readonly { readonly area: string; readonly title: string; readonly value: string }[]
  /** Share, change and zones in words. */
  readonly more: string
}

function useFacts({ rows, measure, unit, week }: Omit<AreaMapProps, 'onOpen'>): readonly Facts[] {
  const say = useSay()
  const whole = sumOf(rows.map(({ values }) => values[measure] ?? '0'))
  return rows.map(({ area, title, values, zones: all }) => {
    const value = values[measure] ?? '0'
    const share = Number(whole) > 0 && Number(value) >= 0 ? percent(value, whole) : undefined
    const change = week && (week.areas.find((each) => each.area === area)?.values[measure] ?? '0')
    const zones = all
      .map((zone) => ({ area: zone.area, title: zone.title, value: zone.values[measure] ?? '0' }))
      .filter((zone) => zone.value !== '0')
    const told = [
      ...(share === undefined ? [] : [say(figureTexts.tileShare, { share })]),
      ...(change === undefined ? [] : [say(...changeWords(change, unit))]),
      ...(zones.length === 0
        ? []
        : [say(figureTexts.tileZones, { zones: zones.map((zone) => `${zone.title}${thousands(zone.value)}${unit}`).join('、') })]),
    ]
    return { area, title, value, share, change, zones, more: told.join('，') }
  })
}

function changeWords(change: string, unit: string): Parameters<ReturnType<typeof useSay>> {
  if (Number(change) === 0) return [figureTexts.tileSame]
  const value = thousands(change.replace('-', ''))
  return [Number(change) > 0 ? figureTexts.tileMore : figureTexts.tileLess, { value, unit }]
}

/** Nobody points: the province. */
function wholeOf(facts: readonly Facts[], title: string): Facts {
  const changes = facts.flatMap(({ change }) => (change === undefined ? [] : [change]))
  return {
    area: '',
    title,
    value: sumOf(facts.map(({ value }) => value)),
    share: undefined,
    change: changes.length === 0 ? undefined : sumOf(changes),
    zones: [],
    more: '',
  }
}

interface ReadoutProps {
  readonly facts: Facts
  readonly unit: string
  readonly onOpen: (area: string) => void
}

/** What the square that is pointed at stands for; the squares say it themselves to who listens. */
function Readout({ facts: { area, title, value, share, change, zones }, unit, onOpen }: ReadoutProps) {
  const say = useSay()
  return (
    <div className="map-readout" data-testid="map-readout">
      <h3>{title}</h3>
      <p className="headline">
        <button type="button" className="link-button" disabled={Number(value) === 0} onClick={() => onOpen(area)}>
          <strong className="number">{thousands(value)}</strong>
        </button>
        <span>{unit}</span>
      </p>
      <dl>
        {share !== undefined && (
          <div>
            <dt>{say(figureTexts.ofProvince)}</dt>
            <dd className="number">{share}</dd>
          </div>
        )}
        {change !== undefined && (
          <div>
            <dt>{say(figureTexts.week)}</dt>
            <dd className="number">{Number(change) === 0 ? say(figureTexts.weekEmpty) : signed(change)}</dd>
          </div>
        )}
        {zones.map((zone) => (
          <div key={zone.area}>
            <dt>{say(figureTexts.within, { title: zone.title })}</dt>
            <dd>
              <button type="button" className="link-button number" onClick={() => onOpen(zone.area)}>
                {thousands(zone.value)}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
