import { Segmented } from 'antd'
import { useState } from 'react'
import type { Figure } from '#contract/figures.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { isProvince, provinceRow } from './arithmetic.ts'
import type { OpenDoor } from './open-door.ts'
import { shadeOf } from './shade.ts'
import { placesOf, shortTitle } from './tile-map.ts'

/** Details would make the table wider than the page. */
const isFigure = ({ detail }: Figure['measures'][number]) => !detail

type AreaRow = Figure['byArea'][number]

interface TableRow extends Omit<AreaRow, 'zones'> {
  /** A zone that is part of the row above it and not added again. */
  readonly within: boolean
}

/** A city, then its zones as parts of it. */
function withZones({ zones, ...city }: AreaRow): readonly TableRow[] {
  return [{ ...city, within: false }, ...zones.map((zone) => ({ ...zone, within: true }))]
}

interface ByAreaProps {
  readonly figure: Figure
  readonly onOpen: OpenDoor
}

/** Cities as a tile map and as a table; every number opens its entries. */
export function ByArea({ figure, onOpen }: ByAreaProps) {
  const say = useSay()
  const cities = figure.byArea.filter(({ area }) => !isProvince(area))
  const places = placesOf(cities.map(({ area }) => area))
  const [view, setView] = useState<'map' | 'table'>('table')
  return (
    <section className="panel" aria-labelledby="area-title">
      <div className="panel-head">
        <h2 id="area-title">{say(figureTexts.byArea)}</h2>
        <Segmented
          className="only-narrow"
          value={view}
          onChange={(chosen: 'map' | 'table') => setView(chosen)}
          options={[
            { value: 'table', label: say(figureTexts.table) },
            { value: 'map', label: say(figureTexts.map) },
          ]}
        />
      </div>
      <div className={`by-area by-area-${view}`}>
        <div className="by-area-picture">
          {places ? <TileMap figure={figure} cities={cities} places={places} onOpen={onOpen} /> : <Bars figure={figure} onOpen={onOpen} />}
        </div>
        <div className="by-area-table">
          <AreaTable figure={figure} onOpen={onOpen} />
        </div>
      </div>
    </section>
  )
}

function AreaTable({ figure, onOpen }: ByAreaProps) {
  const say = useSay()
  const total = provinceRow(figure)
  return (
    <DataTable
      caption={say(figureTexts.byArea)}
      onPhone="kept"
      rows={figure.byArea.flatMap(withZones)}
      rowKey={({ area }) => area}
      testId={({ area }) => `city-${area}`}
      columns={[
        {
          key: 'area',
          title: say(figureTexts.area),
          main: true,
          render: ({ title, within }) => (within ? <span className="area-within">{say(figureTexts.within, { title })}</span> : title),
        },
        ...figure.measures.filter(isFigure).map(({ measure, title }) => ({
          key: measure,
          title: say(title),
          align: 'end' as const,
          render: ({ area, values }: TableRow) => (
            <Door value={values[measure] ?? '0'} onOpen={() => onOpen({ measure, area })} testId={`city-${area}-${measure}`} />
          ),
        })),
      ]}
      footer={[
        <strong key="province">{say(figureTexts.province)}</strong>,
        ...figure.measures
          .filter(isFigure)
          .map(({ measure }) => <Door key={measure} value={total[measure] ?? '0'} onOpen={() => onOpen({ measure })} />),
      ]}
    />
  )
}

/** Groups of areas, such as 科创圈; they overlap, so there is no sum under them. */
export function ByGroup({ figure, onOpen }: ByAreaProps) {
  const say = useSay()
  if (figure.byGroup.length === 0) return null
  return (
    <section className="panel" aria-labelledby="group-title" data-testid="by-group">
      <h2 id="group-title">{say(figureTexts.byGroup)}</h2>
      <p className="note">{say(figureTexts.byGroupNote)}</p>
      <DataTable
        caption={say(figureTexts.byGroup)}
        onPhone="kept"
        rows={figure.byGroup}
        rowKey={({ group }) => group}
        testId={({ group }) => `group-${group}`}
        columns={[
          { key: 'group', title: say(figureTexts.group), main: true, render: ({ title }) => title },
          ...figure.measures.filter(isFigure).map(({ measure, title }) => ({
            key: measure,
            title: say(title),
            align: 'end' as const,
            render: ({ group, values }: Figure['byGroup'][number]) => (
              <Door value={values[measure] ?? '0'} onOpen={() => onOpen({ measure, group })} testId={`group-${group}-${measure}`} />
            ),
          })),
        ]}
      />
    </section>
  )
}

/** A number that opens what stands behind it; zero opens nothing. */
export function Door({ value, onOpen, testId }: { readonly value: string; readonly onOpen: () => void; readonly testId?: string }) {
  if (Number(value) === 0)
    return (
      <span className="number" data-testid={testId}>
        0
      </span>
    )
  return (
    <button type="button" className="link-button number" onClick={onOpen} data-testid={testId}>
      {thousands(value)}
    </button>
  )
}

interface TileMapProps extends ByAreaProps {
  readonly cities: readonly AreaRow[]
  readonly places: NonNullable<ReturnType<typeof placesOf>>
}

/** A square a city, darker the more; the squares lie as the cities do. */
function TileMap({ figure, cities, places, onOpen }: TileMapProps) {
  const say = useSay()
  const { counted } = figure
  const largest = Math.max(...cities.map(({ values }) => Number(values[counted] ?? 0)))
  return (
    <figure className="tile-map-box">
      <div className="tile-map">
        {cities.map(({ area, title, values }) => {
          const value = values[counted] ?? '0'
          const [column, row] = places[area] ?? [1, 1]
          return (
            <button
              type="button"
              key={area}
              className={`map-tile column-${column} row-${row} shade-${shadeOf(Number(value), largest)}`}
              disabled={Number(value) === 0}
              onClick={() => onOpen({ measure: counted, area })}
            >
              <span>{shortTitle(title)}</span>
              <strong className="number">{thousands(value)}</strong>
            </button>
          )
        })}
      </div>
      <figcaption className="note">{say(figureTexts.mapNote)}</figcaption>
    </figure>
  )
}

function Bars({ figure: { byArea, counted }, onOpen }: ByAreaProps) {
  const largest = Math.max(1, ...byArea.map(({ values }) => Number(values[counted] ?? 0)))
  return (
    <ul className="bars">
      {byArea.map(({ area, title, values }) => (
        <li key={area}>
          <span>{title}</span>
          <progress className="target-bar" value={Number(values[counted] ?? 0)} max={largest} aria-hidden="true" />
          <Door value={values[counted] ?? '0'} onOpen={() => onOpen({ measure: counted, area })} />
        </li>
      ))}
    </ul>
  )
}
