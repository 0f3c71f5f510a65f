import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { readPlan } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import type { ReadPlanAnswer } from '../../api/types.ts'
import { uploadFile } from '../../api/upload.ts'
import { DropBox } from '../../controls/drop-box.tsx'
import { NotChecked } from '../../controls/files.tsx'
import { Page } from '../../frame/page.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { planTexts } from '../../texts/texts-plans.ts'
import { versionTexts } from '../../texts/texts-versions.ts'
import { useSay } from '../../texts/use-say.ts'
import { faultOfFile, LARGEST_FILE, PLAN_FILE_TYPES, sizeInWords } from '../../values/file-checks.ts'

const route = getRouteApi('/frame/plans/upload')

const FAULTS = { empty: planTexts.emptyFile, 'too-large': planTexts.tooLarge, 'wrong-type': planTexts.wordOrPdf } as const

type Step =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly name: string; readonly share: number }
  | { readonly is: 'reading'; readonly name: string }

/** A text, a web page or a Word document goes up and is read; problems are told in words, and what was noticed stands before the text is opened. */
export function UploadPage() {
  const say = useSay()
  const { supersedes } = route.useSearch()
  const { step, fault, error, answer, warnings, read } = useReading(supersedes)
  return (
    <Page
      title={say(supersedes === undefined ? planTexts.uploadTitle : versionTexts.uploadTitle)}
      note={say(supersedes === undefined ? planTexts.uploadNote : versionTexts.uploadNote)}
      width="reading"
    >
      {step.is === 'waiting' && (
        <DropBox types={PLAN_FILE_TYPES} onFiles={([file]) => file && void read(file)} testId="upload">
          {say(planTexts.dropText, { size: sizeInWords(LARGEST_FILE) })}
        </DropBox>
      )}
      {step.is === 'sending' && (
        <p role="status">
          {say(planTexts.sending, { name: step.name, percent: Math.round(step.share * 100) })}
          <progress value={step.share} />
        </p>
      )}
      {step.is === 'reading' && <p role="status">{say(planTexts.reading, { name: step.name })}</p>}
      {fault !== undefined && (
        <p className="refusal" role="alert" data-testid="upload-fault">
          {fault}
        </p>
      )}
      <NotChecked warnings={warnings} />
      <Refusal error={error} />
      {answer && <ReadAnswer answer={answer} />}
    </Page>
  )
}

function useReading(supersedes: string | undefined) {
  const say = useSay()
  const open = useOpenPlan()
  const [step, setStep] = useState<Step>({ is: 'waiting' })
  const [fault, setFault] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [answer, setAnswer] = useState<ReadPlanAnswer>()
  const [warnings, setWarnings] = useState<readonly string[]>([])

  const read = async (file: File) => {
    const { name, size } = file
    const found = faultOfFile(file, PLAN_FILE_TYPES)
    setError(undefined)
    setAnswer(undefined)
    setWarnings([])
    setFault(found && say(FAULTS[found], { name, size: sizeInWords(size), most: sizeInWords(LARGEST_FILE) }))
    if (found) return
    try {
      setStep({ is: 'sending', name, share: 0 })
      const { notLookedInto, ...uploaded } = await uploadFile(file, (share) => setStep({ is: 'sending', name, share }))
      if (notLookedInto) setWarnings([say(notLookedInto)])
      setStep({ is: 'reading', name })
      const done = await readPlan(uploaded, supersedes)
      await refreshAfterWrite()
      if (!notLookedInto && done.warnings.length === 0 && done.items > 0) await open(done.document)
      else setAnswer(done)
    } catch (refused) {
      setError(refused)
    } finally {
      setStep({ is: 'waiting' })
    }
  }
  return { step, fault, error, answer, warnings, read }
}

function ReadAnswer({ answer: { document, items, encoding, warnings } }: { readonly answer: ReadPlanAnswer }) {
  const say = useSay()
  const open = useOpenPlan()
  return (
    <div className="panel read-answer" role="status" data-testid="read-answer">
      <p>
        <strong>{say(planTexts.read, { items, encoding })}</strong>
      </p>
      {items === 0 && <p>{say(planTexts.noItems)}</p>}
      <ul>
        {warnings.map((words) => (
          <li key={words.en}>{say(words)}</li>
        ))}
      </ul>
      <Button type="primary" onClick={() => void open(document)} data-testid="open-plan">
        {say(planTexts.openAnyway)}
      </Button>
    </div>
  )
}

function useOpenPlan() {
  const navigate = useNavigate()
  return (document: string) => navigate({ to: '/plans/$document', params: { document } })
}
