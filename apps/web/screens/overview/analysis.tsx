import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { Overview } from '#contract/figures.ts'
import { useSession } from '../../api/session-gate.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { AreaMap } from '../figures/area-map.tsx'
import { Cities } from './cities.tsx'
import { Fields } from './fields.tsx'
import { MonthBars } from './month-bars.tsx'

const route = getRouteApi('/frame/overview')

type Tile = Overview['tiles'][number]

/** One figure by city, by field and by month; which one, and whether cities are a map or a table, stands in the address. */
export function Analysis({ tiles }: { readonly tiles: readonly Tile[] }) {
  const say = useSay()
  const { figure } = route.useSearch()
  const { jurisdiction } = useSession()
  const asOf = useAsOf()
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
        <ByCity tile={tile} tiles={tiles} />
        <div className="overview-pair">
          <Fields tile={tile} />
          <MonthBars tile={tile} today={asOf ?? jurisdiction.today} />
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

function ByCity({ tile, tiles }: { readonly tile: Tile; readonly tiles: readonly Tile[] }) {
  const say = useSay()
  const { cities, measure: asked } = route.useSearch()
  const choose = useChoose()
  const navigate = useNavigate()
  const { indicator, measures, counted, byArea, week } = tile
  const view = cities ?? 'map'
  const shown = measures.filter(({ detail }) => !detail)
  const measure = shown.find((each) => each.measure === asked)?.measure ?? counted
  return (
    <section className="panel" aria-labelledby="cities-title">
      <div className="panel-head">
        <h3 id="cities-title">{view === 'map' ? `${say(figureTexts.byArea)} · ${say(indicator.title)}` : say(figureTexts.cities)}</h3>
        <div className="panel-acts">
          {view === 'map' && (
            <PlainSelect
              label={say(figureTexts.measureShown)}
              value={measure}
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
        </div>
      </div>
      {view === 'table' ? (
        <Cities tiles={tiles} />
      ) : (
        <AreaMap
          rows={byArea}
          measure={measure}
          unit={say(indicator.unit)}
          week={week}
          onOpen={(door) => void navigate({ to: '/figures/$indicator', params: { indicator: indicator.code }, search: { ...door } })}
        />
      )}
    </section>
  )
}
