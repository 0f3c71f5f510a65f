import { useState } from 'react'
import type { UploadedFile } from '#contract/files.ts'
import { asProblem } from '../api/problem-error.ts'
import { uploadFile } from '../api/upload.ts'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { FILE_TYPES, faultOfFile, LARGEST_FILE, sizeInWords } from '../values/file-checks.ts'

/** The file that is on its way. */
export interface Sending {
  readonly name: string
  readonly share: number
}

const FAULTS = { empty: formTexts.fileEmpty, 'too-large': formTexts.fileTooLarge, 'wrong-type': formTexts.fileWrongType } as const

/** Checks, sends and reports files one after the other. */
export function useUploads(onUploaded: (file: UploadedFile) => void, types: readonly string[] = FILE_TYPES) {
  const say = useSay()
  const [sending, setSending] = useState<Sending>()
  const [faults, setFaults] = useState<readonly string[]>([])
  const [warnings, setWarnings] = useState<readonly string[]>([])
  const complain = (sentence: string) => setFaults((before) => [...before, sentence])

  const sendOne = async (file: File) => {
    const fault = faultOfFile(file, types)
    if (fault)
      return complain(
        say(FAULTS[fault], { name: file.name, size: sizeInWords(file.size), most: sizeInWords(LARGEST_FILE), types: types.join(' ') }),
      )
    setSending({ name: file.name, share: 0 })
    try {
      const { notLookedInto, ...uploaded } = await uploadFile(file, (share) => setSending({ name: file.name, share }))
      if (notLookedInto) setWarnings((before) => [...before, say(notLookedInto)])
      onUploaded(uploaded)
    } catch (error) {
      complain(say(asProblem(error).words))
    } finally {
      setSending(undefined)
    }
  }

  const send = async (files: readonly File[]) => {
    setFaults([])
    setWarnings([])
    for (const file of files) await sendOne(file)
  }
  return { send, sending, faults, warnings }
}
