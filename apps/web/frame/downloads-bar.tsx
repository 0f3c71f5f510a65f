import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { downloadTexts } from '../texts/texts-downloads.ts'
import { useSay } from '../texts/use-say.ts'
import { sizeInWords } from '../values/file-checks.ts'
import { type Download, forgetDownload, useDownloads } from './downloads.ts'
import { Refusal } from './page-state.tsx'

/** At the foot of every page: files that take a while, how much of each has come, and the way to stop it. */
export function DownloadsBar() {
  return useDownloads().map((one) => <Line key={one.id} download={one} />)
}

/** What is there at once is not worth a line. */
const QUIET_MS = 600

function Line({ download: { id, name, bytes, problem, cancel } }: { readonly download: Download }) {
  const say = useSay()
  const seconds = useSeconds(problem === undefined)
  const [quiet, setQuiet] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(false), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  if (problem === 'broken')
    return (
      <div className="take-back" role="alert" data-testid="download-failed">
        <span>{say(downloadTexts.broken, { name })}</span>
        <Close id={id} />
      </div>
    )
  if (problem)
    return (
      <div className="take-back" data-testid="download-failed">
        <Refusal error={problem} />
        <Close id={id} />
      </div>
    )
  if (quiet) return null
  return (
    <div className="take-back" role="status" data-testid="download">
      <span>{say(downloadTexts.running, { name })}</span>
      <span className="note number">{say(downloadTexts.soFar, { size: sizeInWords(bytes), seconds: String(seconds) })}</span>
      <Button size="small" onClick={cancel} data-testid="cancel-download">
        {say(downloadTexts.cancel)}
      </Button>
    </div>
  )
}

function Close({ id }: { readonly id: number }) {
  const say = useSay()
  return (
    <Button size="small" type="text" onClick={() => forgetDownload(id)}>
      {say(downloadTexts.close)}
    </Button>
  )
}

function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [running])
  return seconds
}
