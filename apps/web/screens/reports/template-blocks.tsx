import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { TemplateBlock } from '#contract/report-template.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { templateTexts as texts } from '../../texts/texts-templates.ts'
import { useSay } from '../../texts/use-say.ts'
import { FigureChoice } from './figure-choice.tsx'
import { CityColumns, FigureList } from './template-lists.tsx'
import { type NamedFigure, readRuns, readTitle, typedFigure, typedRuns, typedTitle } from './template-words.ts'

const ROWS = { minRows: 2, maxRows: 10 }
const MOST_LISTED = 100

interface BlocksProps {
  readonly blocks: readonly TemplateBlock[]
  readonly figures: readonly NamedFigure[]
  readonly onChange: (blocks: readonly TemplateBlock[]) => void
}

/** What a paper is made of, piece by piece: words are typed, pieces moved, added and taken out. */
export function TemplateBlocks({ blocks, figures, onChange }: BlocksProps) {
  const say = useSay()
  const [keys, setKeys] = useState<readonly number[]>(() => blocks.map((_block, at) => at))
  const put = (at: number, block: TemplateBlock) => onChange(blocks.with(at, block))
  const move = (at: number, to: number) => {
    setKeys(keys.toSpliced(at, 1).toSpliced(to, 0, keys[at]!))
    onChange(blocks.toSpliced(at, 1).toSpliced(to, 0, blocks[at]!))
  }
  const remove = (at: number) => {
    setKeys(keys.toSpliced(at, 1))
    onChange(blocks.toSpliced(at, 1))
  }
  const add = (block: TemplateBlock) => {
    setKeys([...keys, Math.max(...keys) + 1])
    onChange([...blocks, block])
  }
  const first = figures[0]?.code ?? ''
  const firstTitle = figures[0]?.title ?? ''
  return (
    <>
      <ol className="template-blocks">
        {blocks.map((block, at) => (
          <li key={keys[at]} data-testid={`block-${at}`}>
            <div className="template-block">
              <span className="note">
                <span className="number">{at + 1}</span> {say(texts.kinds[block.is])}
              </span>
              <Piece block={block} figures={figures} onChange={(changed) => put(at, changed)} />
            </div>
            <span className="template-acts">
              <Button size="small" disabled={at === 0} onClick={() => move(at, at - 1)} aria-label={say(texts.up)}>
                ↑
              </Button>
              <Button size="small" disabled={at === blocks.length - 1} onClick={() => move(at, at + 1)} aria-label={say(texts.down)}>
                ↓
              </Button>
              <Button size="small" danger disabled={blocks.length === 1} onClick={() => remove(at)}>
                {say(texts.remove)}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p className="template-add">
        <span className="note">{say(texts.add)}</span>
        <Button size="small" onClick={() => add({ is: 'heading', level: 1, text: say(texts.newHeading) })}>
          {say(texts.kinds.heading)}
        </Button>
        <Button size="small" onClick={() => add({ is: 'text', runs: [say(texts.newText)] })}>
          {say(texts.kinds.text)}
        </Button>
        <Button size="small" onClick={() => add({ is: 'chart', figure: first, shape: 'bars' })}>
          {say(texts.kinds.chart)}
        </Button>
        <Button
          size="small"
          onClick={() => add({ is: 'list', title: say(texts.newList), figure: first, most: MOST_LISTED, whenNone: say(texts.newNone) })}
        >
          {say(texts.kinds.list)}
        </Button>
        <Button size="small" onClick={() => add({ is: 'targets', title: say(texts.newTable), figures: figures.map(({ code }) => code) })}>
          {say(texts.kinds.targets)}
        </Button>
        <Button
          size="small"
          onClick={() =>
            add({ is: 'cities', title: say(texts.newTable), zones: true, columns: [{ title: firstTitle, figure: first, period: 'total' }] })
          }
        >
          {say(texts.kinds.cities)}
        </Button>
      </p>
    </>
  )
}

interface PieceProps {
  readonly block: TemplateBlock
  readonly figures: readonly NamedFigure[]
  readonly onChange: (block: TemplateBlock) => void
}

function Piece({ block, figures, onChange }: PieceProps): ReactNode {
  const say = useSay()
  switch (block.is) {
    case 'heading':
      return <Line label={say(texts.kinds.heading)} value={block.text} onChange={(text) => onChange({ ...block, text })} />
    case 'text':
      return <Paragraph block={block} figures={figures} onChange={onChange} />
    case 'own':
      return <p>{say(texts.own[block.field])}</p>
    case 'returns':
      return <p>{say(texts.returns[block.show])}</p>
    case 'differences':
      return <FigureList codes={block.figures} figures={figures} onChange={(own) => onChange({ ...block, figures: own })} />
    case 'targets':
      return (
        <>
          <Line label={say(texts.title)} value={block.title} onChange={(title) => onChange({ ...block, title })} />
          <FigureList codes={block.figures} figures={figures} onChange={(own) => onChange({ ...block, figures: own })} />
        </>
      )
    case 'cities':
      return (
        <>
          <Line label={say(texts.title)} value={block.title} onChange={(title) => onChange({ ...block, title })} />
          <CityColumns block={block} figures={figures} onChange={onChange} />
        </>
      )
    case 'list':
      return (
        <>
          <Line label={say(texts.title)} value={block.title} onChange={(title) => onChange({ ...block, title })} />
          <FigureChoice value={block.figure} figures={figures} onChange={(figure) => onChange({ ...block, figure })} />
        </>
      )
    case 'chart':
      return <FigureChoice value={block.figure} figures={figures} onChange={(figure) => onChange({ ...block, figure })} />
  }
}

/** Words with figures in brackets; what names nothing is told at once. */
function Paragraph({ block, figures, onChange }: PieceProps & { readonly block: Extract<TemplateBlock, { is: 'text' }> }) {
  const say = useSay()
  const [typed, setTyped] = useState(() => typedRuns(block.runs, figures))
  const { unknown } = readRuns(typed, figures)
  const type = (words: string) => {
    setTyped(words)
    const { runs } = readRuns(words, figures)
    if (runs.length > 0) onChange({ ...block, runs })
  }
  return (
    <>
      <Input.TextArea
        autoSize={ROWS}
        value={typed}
        aria-label={say(texts.kinds.text)}
        onChange={({ target }) => type(target.value)}
        status={unknown.length > 0 ? 'error' : ''}
      />
      {unknown.length > 0 && (
        <p className="fault" role="alert">
          {say(texts.unknown, { names: unknown.join('、') })}
        </p>
      )}
      <PlainSelect
        label={say(texts.insert)}
        value=""
        options={[{ value: '', label: say(texts.insert) }, ...figures.map(({ code, title }) => ({ value: code, label: title }))]}
        onChange={(code) => code !== '' && type(`${typed}${typedFigure({ figure: code, period: 'total', as: 'value' }, figures)}`)}
      />
    </>
  )
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Line({ label, value, onChange }: LineProps) {
  return <Input value={typedTitle(value)} maxLength={120} aria-label={label} onChange={({ target }) => onChange(readTitle(target.value))} />
}
