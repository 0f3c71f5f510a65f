import { Button } from 'antd'
import { useState } from 'react'
import { testId } from '../frame/test-id.ts'

interface CopyButtonProps {
  readonly label: string
  /** What is copied, as it is when the button is pressed. */
  readonly words: () => string
  readonly copied: string
  /** Shown where the browser gives no clipboard, with what to copy by hand. */
  readonly byHand: string
  readonly id: string
}

/** Copies a text. Without HTTPS a browser gives no clipboard; then the text stands there to be copied by hand. */
export function CopyButton({ label, words, copied, byHand, id }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words())
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <span className="copy">
      <Button onClick={() => void copy()} {...testId(id)}>
        {label}
      </Button>{' '}
      <span className="note" role="status">
        {outcome && (outcome === 'copied' ? copied : byHand)}
      </span>
    </span>
  )
}
