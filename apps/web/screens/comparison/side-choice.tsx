import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ComparedArea } from '#contract/comparison.ts'
import type { ComparedSide } from '../../api/comparison.ts'
import { entriesQuery } from '../../api/queries.ts'
import { DropBox } from '../../controls/drop-box.tsx'
import { comparisonTexts as texts } from '../../texts/texts-comparison.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import { faultOfFile, LARGEST_FILE, PLAN_FILE_TYPES, sizeInWords } from '../../values/file-checks.ts'
import { AreaChoice } from './area-choice.tsx'

const MOST = 100
const FAULTS = { empty: planTexts.emptyFile, 'too-large': planTexts.tooLarge, 'wrong-type': planTexts.wordOrPdf } as const

interface SideChoiceProps {
  readonly name: string
  readonly testId: string
  readonly side: ComparedSide | undefined
  readonly area: ComparedArea | undefined
  readonly onChoose: (side: ComparedSide | undefined) => void
  readonly onArea: (area: ComparedArea | undefined) => void
}

/** One of the two plans: a document of the product, or a file from this computer. */
export function SideChoice({ name, testId, side, area, onChoose, onArea }: SideChoiceProps) {
  const say = useSay()
  const file = side && 'file' in side ? side.file : undefined
  return (
    <div className="compared-side" data-testid={testId}>
      <h2>{name}</h2>
      {file ? (
        <p>
          {say(texts.uploaded, { name: file.name })}{' '}
          <Button size="small" onClick={() => onChoose(undefined)}>
            {say(texts.remove)}
          </Button>
        </p>
      ) : (
        <>
          <Documents name={name} chosen={side && 'document' in side ? side.document : undefined} onChoose={onChoose} />
          <Upload testId={`${testId}-file`} onChoose={onChoose} />
        </>
      )}
      {side && <AreaChoice name={name} testId={`${testId}-area`} area={area} onArea={onArea} />}
    </div>
  )
}

function Documents({ name, chosen, onChoose }: { readonly chosen: string | undefined } & Pick<SideChoiceProps, 'name' | 'onChoose'>) {
  const say = useSay()
  const { data, isLoading } = useQuery(entriesQuery('policy_document', { limit: MOST }))
  const options = (data?.entries ?? []).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Select
      className="control-wide"
      aria-label={`${name} · ${say(texts.choose)}`}
      placeholder={say(!isLoading && options.length === 0 ? texts.noPlans : texts.choose)}
      loading={isLoading}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={chosen ?? null}
      onChange={(id: string | null | undefined) => onChoose(id ? { document: id } : undefined)}
    />
  )
}

function Upload({ testId, onChoose }: Pick<SideChoiceProps, 'testId' | 'onChoose'>) {
  const say = useSay()
  const [fault, setFault] = useState<string>()
  const take = (file: File) => {
    const found = faultOfFile(file, PLAN_FILE_TYPES)
    setFault(found && say(FAULTS[found], { name: file.name, size: sizeInWords(file.size), most: sizeInWords(LARGEST_FILE) }))
    if (!found) onChoose({ file })
  }
  return (
    <>
      <DropBox types={PLAN_FILE_TYPES} onFiles={([file]) => file && take(file)} testId={testId}>
        {say(texts.upload, { size: sizeInWords(LARGEST_FILE) })}
      </DropBox>
      {fault !== undefined && (
        <p className="refusal" role="alert">
          {fault}
        </p>
      )}
    </>
  )
}
