import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { UploadedFile } from '#contract/files.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { returnScan } from '../../api/selection.ts'
import { DropBox } from '../../controls/drop-box.tsx'
import { NotChecked } from '../../controls/files.tsx'
import { useUploads } from '../../controls/use-uploads.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { letterTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { LARGEST_FILE, sizeInWords } from '../../values/file-checks.ts'

const TYPES = ['pdf', 'jpg', 'jpeg', 'png'] as const

/** The code from the foot of the paper, and its scan. */
export function ScanBack({ id }: { readonly id: string }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const [file, setFile] = useState<UploadedFile>()
  const [tried, setTried] = useState(false)
  const { send, sending, faults, warnings } = useUploads(setFile, TYPES)
  const returning = useMutation({
    mutationFn: (scan: UploadedFile) => returnScan(id, code.trim(), scan),
    onSuccess: () => refreshAfterWrite(),
  })
  const isComplete = code.trim() !== '' && file !== undefined
  const confirm = () => {
    setTried(true)
    if (code.trim() !== '' && file) returning.mutate(file)
  }
  return (
    <section className="panel scan-back" aria-labelledby="scan-back-title">
      <h2 id="scan-back-title">{say(letterTexts.scanBack)}</h2>
      <p className="note">{say(letterTexts.scanNote)}</p>
      <div className="dialog-fields">
        <label>
          <span>{say(letterTexts.code)}</span>
          <Input
            value={code}
            maxLength={40}
            placeholder={say(letterTexts.codePlaceholder)}
            onChange={({ target }) => setCode(target.value)}
            data-testid="scan-code"
          />
        </label>
        {file ? (
          <p>{file.name}</p>
        ) : (
          <DropBox types={TYPES} onFiles={([first]) => first && void send([first])} testId="scan-file">
            {say(letterTexts.chooseScan, { types: TYPES.join(' '), size: sizeInWords(LARGEST_FILE) })}
          </DropBox>
        )}
        {sending && <p role="status">{say(letterTexts.uploading, { percent: Math.round(sending.share * 100) })}</p>}
        <NotChecked warnings={warnings} />
        {faults.map((sentence) => (
          <p className="fault" role="alert" key={sentence}>
            {sentence}
          </p>
        ))}
        {tried && !isComplete && <p className="fault">{say(letterTexts.incomplete)}</p>}
        <Button type="primary" onClick={confirm} loading={returning.isPending} data-testid="return-scan">
          {say(letterTexts.send)}
        </Button>
      </div>
      <Refusal error={returning.error} />
    </section>
  )
}
