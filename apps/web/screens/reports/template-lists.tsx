import { Button, Checkbox, Input } from 'antd'
import type { CityColumn, TemplateBlock } from '#contract/report-template.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { templateTexts as texts } from '../../texts/texts-templates.ts'
import { useSay } from '../../texts/use-say.ts'
import { FigureChoice } from './figure-choice.tsx'
import { type NamedFigure, readTitle, typedTitle } from './template-words.ts'

/** As the contract has it: more would not fit on a page. */
const MOST_COLUMNS = 8
/** A head longer than this makes its column's head three lines high. */
const LONGEST_HEAD = 20

type Cities = Extract<TemplateBlock, { is: 'cities' }>

interface CityColumnsProps {
  readonly block: Cities
  readonly figures: readonly NamedFigure[]
  readonly onChange: (block: Cities) => void
}

/** The columns of a table of cities: their heads, which figure and measure, of the period or up to its end, and in which order. */
export function CityColumns({ block, figures, onChange }: CityColumnsProps) {
  const say = useSay()
  const { columns } = block
  const put = (changed: readonly CityColumn[]) => onChange({ ...block, columns: changed })
  const first = figures[0]
  return (
    <div className="template-columns">
      <ol>
        {columns.map((column, at) => (
          <li key={at} data-testid={`column-${at}`}>
            <Input
              value={typedTitle(column.title)}
              maxLength={LONGEST_HEAD}
              aria-label={say(texts.columnHead, { at: at + 1 })}
              status={column.title === '' ? 'error' : ''}
              onChange={({ target }) => put(columns.with(at, { ...column, title: readTitle(target.value) }))}
            />
            <FigureChoice
              value={column.figure}
              figures={figures}
              onChange={(figure) => put(columns.with(at, { title: column.title, period: column.period, figure }))}
            />
            <MeasureChoice column={column} figures={figures} onChange={(changed) => put(columns.with(at, changed))} />
            <PlainSelect
              label={say(texts.stretch)}
              value={column.period}
              options={[
                { value: 'total', label: say(texts.stretches.total) },
                { value: 'quarter', label: say(texts.stretches.quarter) },
              ]}
              onChange={(period) => put(columns.with(at, { ...column, period: period === 'quarter' ? 'quarter' : 'total' }))}
            />
            <Order list={columns} at={at} onChange={put} />
          </li>
        ))}
      </ol>
      <p className="template-add">
        <Button
          size="small"
          disabled={columns.length >= MOST_COLUMNS || first === undefined}
          onClick={() => first && put([...columns, { title: first.title.slice(0, LONGEST_HEAD), figure: first.code, period: 'total' }])}
          data-testid="add-column"
        >
          {say(texts.addColumn)}
        </Button>
        <Checkbox checked={block.zones} onChange={({ target }) => onChange({ ...block, zones: target.checked })}>
          {say(texts.zones)}
        </Checkbox>
      </p>
    </div>
  )
}

interface MeasureChoiceProps {
  readonly column: CityColumn
  readonly figures: readonly NamedFigure[]
  readonly onChange: (column: CityColumn) => void
}

/** What is held against the target, or one of the figure's measures; one that is gone stays and is told. */
function MeasureChoice({ column, figures, onChange }: MeasureChoiceProps) {
  const say = useSay()
  const { measure, ...rest } = column
  const own = figures.find(({ code }) => code === column.figure)?.measures ?? []
  const isGone = measure !== undefined && !own.some(({ code }) => code === measure)
  return (
    <>
      <PlainSelect
        label={say(texts.measure)}
        value={measure ?? ''}
        options={[
          { value: '', label: say(texts.counted) },
          ...own.map(({ code, title }) => ({ value: code, label: title })),
          ...(isGone ? [{ value: measure, label: measure }] : []),
        ]}
        onChange={(chosen) => onChange(chosen === '' ? rest : { ...rest, measure: chosen })}
      />
      {isGone && own.length > 0 && <span className="fault">{say(texts.unknown, { names: measure })}</span>}
    </>
  )
}

interface FigureListProps {
  readonly codes: readonly string[]
  readonly figures: readonly NamedFigure[]
  readonly onChange: (codes: readonly string[]) => void
}

/** Which figures a table has, one a row, in which order. */
export function FigureList({ codes, figures, onChange }: FigureListProps) {
  const say = useSay()
  const next = figures.find(({ code }) => !codes.includes(code))
  return (
    <div className="template-columns">
      <ol>
        {codes.map((code, at) => (
          <li key={at}>
            <FigureChoice value={code} figures={figures} onChange={(chosen) => onChange(codes.with(at, chosen))} />
            <Order list={codes} at={at} onChange={onChange} />
          </li>
        ))}
      </ol>
      <p className="template-add">
        <Button size="small" disabled={next === undefined} onClick={() => next && onChange([...codes, next.code])}>
          {say(texts.addFigure)}
        </Button>
      </p>
    </div>
  )
}

interface OrderProps<Item> {
  readonly list: readonly Item[]
  readonly at: number
  readonly onChange: (list: readonly Item[]) => void
}

/** Moves an item up or down, or takes it out; the last one stays. */
function Order<Item>({ list, at, onChange }: OrderProps<Item>) {
  const say = useSay()
  const moved = (to: number) => onChange(list.toSpliced(at, 1).toSpliced(to, 0, list[at]!))
  return (
    <span className="template-acts">
      <Button size="small" disabled={at === 0} onClick={() => moved(at - 1)} aria-label={say(texts.up)}>
        ↑
      </Button>
      <Button size="small" disabled={at === list.length - 1} onClick={() => moved(at + 1)} aria-label={say(texts.down)}>
        ↓
      </Button>
      <Button size="small" danger disabled={list.length === 1} onClick={() => onChange(list.toSpliced(at, 1))}>
        {say(texts.remove)}
      </Button>
    </span>
  )
}
