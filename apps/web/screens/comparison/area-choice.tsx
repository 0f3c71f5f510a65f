import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { ComparedArea, SizedArea } from '#contract/comparison.ts'
import { AreaSelect } from '../../controls/area-control.tsx'
import { STILL } from '../../frame/still.ts'
import { testId as marked } from '../../frame/test-id.ts'
import { comparisonTexts as texts } from '../../texts/texts-comparison.ts'
import { useSay } from '../../texts/use-say.ts'

interface AreaChoiceProps {
  /** The side: 甲 or 乙. */
  readonly name: string
  readonly testId: string
  readonly area: ComparedArea | undefined
  readonly onArea: (area: ComparedArea | undefined) => void
}

/** Of which area a plan is: one of the product's, or another with its size as a person types it. */
export function AreaChoice({ name, testId, area, onArea }: AreaChoiceProps) {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const typed = typeof area === 'object' ? area : undefined
  return (
    <div data-testid={testId}>
      {typed ? (
        <p className="note">
          {say(texts.typedArea, { area: typed.name, year: typed.year, population: typed.population ?? '—', gdp: typed.gdp ?? '—' })}{' '}
          <button type="button" className="link-button" onClick={() => setAsking(true)}>
            {say(texts.retypeArea)}
          </button>{' '}
          <button type="button" className="link-button" onClick={() => onArea(undefined)}>
            {say(texts.untypeArea)}
          </button>
        </p>
      ) : (
        <>
          <AreaSelect
            label={`${name} · ${say(texts.chooseArea)}`}
            placeholder={say(texts.areaAsRead)}
            value={typeof area === 'string' ? area : null}
            onChange={(code) => onArea(code ?? undefined)}
          />
          <Button type="link" size="small" className="compared-type-area" onClick={() => setAsking(true)} {...marked(`${testId}-type`)}>
            {say(texts.typeArea)}
          </Button>
        </>
      )}
      {asking && <SizeDialog name={name} known={typed} onArea={onArea} onClose={() => setAsking(false)} />}
    </div>
  )
}

interface SizeDialogProps extends Pick<AreaChoiceProps, 'name' | 'onArea'> {
  readonly known: SizedArea | undefined
  readonly onClose: () => void
}

function SizeDialog({ name, known, onArea, onClose }: SizeDialogProps) {
  const say = useSay()
  const [area, setArea] = useState(known?.name ?? '')
  const [year, setYear] = useState<number | null>(known ? Number(known.year) : null)
  const [population, setPopulation] = useState<string | null>(known?.population ?? null)
  const [gdp, setGdp] = useState<string | null>(known?.gdp ?? null)
  const [tried, setTried] = useState(false)
  const isComplete = area.trim() !== '' && year !== null && (population !== null || gdp !== null)
  const confirm = () => {
    setTried(true)
    if (!isComplete) return
    onArea({ name: area.trim(), year: String(year), ...(population !== null && { population }), ...(gdp !== null && { gdp }) })
    onClose()
  }
  return (
    <Modal
      {...STILL}
      open
      title={`${name} · ${say(texts.typeArea)}`}
      okText={say(texts.takeSize)}
      cancelText={say(texts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      okButtonProps={marked('confirm-size')}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(texts.areaName)}</span>
          <Input value={area} maxLength={50} onChange={({ target }) => setArea(target.value)} data-testid="size-name" />
        </label>
        <label>
          <span>{say(texts.sizeYear)}</span>
          <InputNumber value={year} min={1990} max={2099} precision={0} onChange={setYear} data-testid="size-year" />
        </label>
        <Amount
          label={say(texts.population)}
          unit={say(texts.populationUnit)}
          value={population}
          onChange={setPopulation}
          testId="size-population"
        />
        <Amount label={say(texts.gdp)} unit={say(texts.gdpUnit)} value={gdp} onChange={setGdp} testId="size-gdp" />
      </div>
      <p className="note">{say(texts.sizeNote)}</p>
      {tried && !isComplete && <p className="fault">{say(texts.sizeMissing)}</p>}
    </Modal>
  )
}

interface AmountProps {
  readonly label: string
  readonly unit: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly testId: string
}

function Amount({ label, unit, value, onChange, testId }: AmountProps) {
  return (
    <label>
      <span>{label}</span>
      <InputNumber<string>
        stringMode
        value={value}
        min="0"
        suffix={unit}
        onChange={onChange}
        className="control-wide"
        data-testid={testId}
      />
    </label>
  )
}
