import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { Overview } from '#contract/figures.ts'
import { useSession } from '../../api/session-gate.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { AreaMap } from '../figures/area-map.tsx'
import { areaSheet, measureColumns } from '../figures/export/sheets.ts'
import { TakeAway } from '../figures/export/take-away.tsx'
import { useAbout } from '../figures/export/use-about.ts'
import { useMapDrawing } from '../figures/export/use-map-drawing.ts'
import { Cities, citiesSheet } from './cities.tsx'
import { Fields } from './fields.tsx'
import { MonthBars } from './month-bars.tsx'

const route = getRouteApi('/frame/overview')

type Tile = Overview['tiles'][number]

/** One figure by city, by field and by month; which one, and whether cities are a map or a table, stands in the address. */
export function Analysis({ tiles, computedAt }: Overview) {
  const say = useSay()
  const { figure } = route.useSearch()
  const { jurisdiction } = useSession()
  const day = useAsOf() ?? jurisdiction.today
  const choose = useChoose()
  const tile = tiles.find(({ indicator }) => indicator.code === figure) ?? tiles[0]
  if (tile === undefined) return null
  return (
    <section aria-labelledby="analysis-title">
      <div className="analysis-head">
        <h2 id="analysis-title">{say(figureTexts.analysis)}</h2>
        <PlainSelect
          label={say(figureTexts.figureShown)}
          value={tile.indicator.code}
          options={tiles.map(({ indicator: { code, title } }) => ({ value: code, label: say(title) }))}
          onChange={(code) => choose({ figure: code })}
          testId="overview-figure"
        />
      </div>
      <div className="overview-lower">
        <ByCity tile={tile} tiles={tiles} day={day} computedAt={computedAt} />
        <div className="overview-pair">
          <Fields tile={tile} />
          <MonthBars tile={tile} today={day} computedAt={computedAt} />
        </div>
      </div>
    </section>
  )
}

interface Choice {
  readonly figure?: string
  readonly measure?: string
  readonly cities?: 'table' | undefined
}

function useChoose() {
  const navigate = useNavigate({ from: '/overview' })
  return (choice: Choice) =>
    void navigate({
      search: (before) => Object.fromEntries(Object.entries({ ...before, ...choice }).filter(([, value]) => value !== undefined)),
      replace: true,
      resetScroll: false,
    })
}

interface ByCityProps {
  readonly tile: Tile
  readonly tiles: readonly Tile[]
  readonly day: string
  readonly computedAt: string
}

function ByCity({ tile, tiles, day, computedAt }: ByCityProps) {
  const say = useSay()
  const { cities, measure: asked } = route.useSearch()
  const choose = useChoose()
  const navigate = useNavigate()
  const { indicator, measures, counted, byArea, week } = tile
  const view = cities ?? 'map'
  const shown = measures.filter(({ detail }) => !detail)
  const measure = shown.find((each) => each.measure === asked) ?? shown.find((each) => each.measure === counted)
  const code = measure?.measure ?? counted
  const of = { period: figureTexts.all, day, computedAt }
  const aboutOne = useAbout({ ...of, unit: indicator.unit, registers: [indicator.register] })
  const aboutAll = useAbout({ ...of, registers: tiles.map((each) => each.indicator.register) })
  const draw = useMapDrawing({ rows: byArea, measure: code, unit: say(indicator.unit) })
  const oneTitle = [indicator.title, ...(measure ? [measure.title] : []), figureTexts.byArea].map((words) => say(words)).join(' · ')
  return (
    <section className="panel" aria-labelledby="cities-title">
      <div className="panel-head">
        <h3 id="cities-title">{view === 'map' ? `${say(figureTexts.byArea)} · ${say(indicator.title)}` : say(figureTexts.cities)}</h3>
        <div className="panel-acts">
          {view === 'map' && (
            <PlainSelect
              label={say(figureTexts.measureShown)}
              value={code}
              options={shown.map((each) => ({ value: each.measure, label: say(each.title) }))}
              onChange={(chosen) => choose({ measure: chosen })}
              testId="overview-measure"
            />
          )}
          <Segmented
            value={view}
            aria-label={say(figureTexts.byArea)}
            onChange={(chosen: 'map' | 'table') => choose({ cities: chosen === 'table' ? 'table' : undefined })}
            options={[
              { value: 'map', label: say(figureTexts.map) },
              { value: 'table', label: say(figureTexts.table) },
            ]}
          />
          {view === 'map' ? (
            <TakeAway title={oneTitle} about={aboutOne} sheet={mapSheet(tile, code, say)} drawing={{ draw }} />
          ) : (
            <TakeAway title={say(figureTexts.cities)} about={aboutAll} sheet={citiesSheet(tiles, say)} />
          )}
        </div>
      </div>
      {view === 'table' ? (
        <Cities tiles={tiles} />
      ) : (
        <AreaMap
          rows={byArea}
          measure={code}
          unit={say(indicator.unit)}
          week={week}
          onOpen={(door) => void navigate({ to: '/figures/$indicator', params: { indicator: indicator.code }, search: { ...door } })}
        />
      )}
    </section>
  )
}

/** The measure of the map by area. */
function mapSheet({ byArea, measures }: Tile, measure: string, say: ReturnType<typeof useSay>) {
  return areaSheet(byArea, measureColumns({ byArea, measures: measures.filter((each) => each.measure === measure) }, say), say)
}
