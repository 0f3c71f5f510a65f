import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { Figure } from '#contract/figures.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { AreaMap } from './area-map.tsx'
import { provinceRow } from './arithmetic.ts'
import { areaSheet, groupSheet, measureColumns } from './export/sheets.ts'
import { TakeAway } from './export/take-away.tsx'
import { useAbout } from './export/use-about.ts'
import { useMapDrawing } from './export/use-map-drawing.ts'
import type { OpenDoor } from './open-door.ts'
import { useShow } from './use-show.ts'

const route = getRouteApi('/frame/figures/$indicator')

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
  const { byArea, counted, indicator, measures, period, asOf, computedAt } = figure
  const { areas: view = 'table', shown: asked } = route.useSearch()
  const show = useShow()
  const shown = measures.filter(isFigure)
  const measure = shown.find((each) => each.measure === asked)?.measure ?? counted
  const about = useAbout({ unit: indicator.unit, period: period.title, day: asOf.day, computedAt, registers: [indicator.register] })
  const map = useMapDrawing({ rows: byArea, measure, unit: say(indicator.unit) })
  const mapTitle = [indicator.title, ...shown.filter((each) => each.measure === measure).map(({ title }) => title), figureTexts.map]
    .map((words) => say(words))
    .join(' · ')
  return (
    <section className="panel" aria-labelledby="area-title">
      <div className="panel-head">
        <h2 id="area-title">{say(figureTexts.byArea)}</h2>
        <div className="panel-acts">
          <Segmented
            className="only-narrow"
            value={view}
            onChange={(chosen: 'map' | 'table') => show({ areas: chosen === 'map' ? 'map' : undefined })}
            options={[
              { value: 'table', label: say(figureTexts.table) },
              { value: 'map', label: say(figureTexts.map) },
            ]}
          />
          <PlainSelect
            label={say(figureTexts.measureShown)}
            value={measure}
            options={shown.map((each) => ({ value: each.measure, label: say(each.title) }))}
            onChange={(chosen) => show({ shown: chosen === counted ? undefined : chosen })}
            testId="area-measure"
          />
          <TakeAway
            title={`${say(indicator.title)} · ${say(figureTexts.byArea)}`}
            about={about}
            sheet={areaSheet(byArea, measureColumns(figure, say), say)}
            drawing={{ label: figureTexts.exportMap, title: mapTitle, draw: map }}
          />
        </div>
      </div>
      <div className={`by-area by-area-${view}`}>
        <div className="by-area-picture">
          <AreaMap rows={byArea} measure={measure} unit={say(indicator.unit)} onOpen={onOpen} />
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
  const { indicator, period, asOf, computedAt } = figure
  const about = useAbout({ unit: indicator.unit, period: period.title, day: asOf.day, computedAt, registers: [indicator.register] })
  if (figure.byGroup.length === 0) return null
  return (
    <section className="panel" aria-labelledby="group-title" data-testid="by-group">
      <div className="panel-head">
        <div>
          <h2 id="group-title">{say(figureTexts.byGroup)}</h2>
          <p className="note">{say(figureTexts.byGroupNote)}</p>
        </div>
        <div className="panel-acts">
          <TakeAway title={`${say(indicator.title)} · ${say(figureTexts.byGroup)}`} about={about} sheet={groupSheet(figure, say)} />
        </div>
      </div>
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
