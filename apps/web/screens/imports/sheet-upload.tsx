import { useNavigate } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { ImportRights } from '#contract/imports.ts'
import { importsQuery, type SheetFor, startImport } from '../../api/imports.ts'
import { queryClient } from '../../api/query-client.ts'
import { DropBox } from '../../controls/drop-box.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { importTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { faultOfFile, LARGEST_FILE, SHEET_TYPES, sizeInWords } from '../../values/file-checks.ts'

const FAULTS = { empty: importTexts.emptyFile, 'too-large': importTexts.tooLarge, 'wrong-type': importTexts.wrongType } as const

/** Takes a sheet, sends it, and leads to its import. */
export function SheetUpload({ register, may }: { readonly register: string; readonly may: ImportRights }) {
  const say = useSay()
  const [chosen, setHistory] = useState(false)
  const history = chosen || !may.import
  const { sending, fault, error, send } = useSending({ register, history })
  return (
    <div className="import-upload">
      {may.history && (
        <Checkbox checked={history} disabled={!may.import} onChange={({ target }) => setHistory(target.checked)} data-testid="history">
          {say(importTexts.history)}
          <span className="note"> {say(importTexts.historyNote)}</span>
        </Checkbox>
      )}
      {sending === undefined ? (
        <DropBox types={SHEET_TYPES} onFiles={([file]) => file && void send(file)} testId="upload-sheet">
          {say(importTexts.dropText, { size: sizeInWords(LARGEST_FILE) })}
        </DropBox>
      ) : (
        <p role="status">
          {say(importTexts.sending, { name: sending.name, percent: Math.round(sending.share * 100) })}
          <progress value={sending.share} />
        </p>
      )}
      {fault !== undefined && (
        <p className="refusal" role="alert" data-testid="upload-fault">
          {fault}
        </p>
      )}
      <Refusal error={error} />
    </div>
  )
}

function useSending(sheet: SheetFor) {
  const say = useSay()
  const navigate = useNavigate()
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number }>()
  const [fault, setFault] = useState<string>()
  const [error, setError] = useState<unknown>()
  const send = async (file: File) => {
    const { name, size } = file
    const found = faultOfFile(file, SHEET_TYPES)
    setError(undefined)
    setFault(found && say(FAULTS[found], { name, size: sizeInWords(size), most: sizeInWords(LARGEST_FILE) }))
    if (found) return
    try {
      setSending({ name, share: 0 })
      const { id } = await startImport(sheet, file, (share) => setSending({ name, share }))
      await queryClient.invalidateQueries(importsQuery)
      await navigate({ to: '/registers/$register/imports/$import', params: { register: sheet.register, import: id } })
    } catch (refused) {
      setError(refused)
    } finally {
      setSending(undefined)
    }
  }
  return { sending, fault, error, send }
}
