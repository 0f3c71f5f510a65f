import { Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { askTexts } from '../texts/texts-ask.ts'
import { useSay } from '../texts/use-say.ts'
import { STILL } from './still.ts'
import { testId } from './test-id.ts'

interface DialogProps {
  readonly title: string
  /** The word of the act on its button; 确认 where the title says the act. */
  readonly ok?: string
  /** The test id of that button. */
  readonly okId: string
  readonly tone?: 'danger' | undefined
  readonly disabled?: boolean
  /** Pixels; antd's own where nothing is said. */
  readonly width?: number
  /** The act is on its way: it can be neither given twice nor walked away from. */
  readonly isBusy: boolean
  /** Something was typed: a click beside the dialog does not throw it away. */
  readonly isTouched?: boolean
  readonly onOk: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question before an act. Esc and 取消 leave it, and the focus goes back to the button that opened it. */
export function Dialog({
  title,
  ok,
  okId,
  tone,
  disabled = false,
  width,
  isBusy,
  isTouched = false,
  onOk,
  onClose,
  children,
}: DialogProps) {
  const say = useSay()
  useFocusBack()
  return (
    <Modal
      open
      {...STILL}
      {...(width !== undefined && { width })}
      title={title}
      okText={ok ?? say(askTexts.confirm)}
      cancelText={say(askTexts.cancel)}
      onOk={onOk}
      onCancel={() => !isBusy && onClose()}
      mask={{ closable: !isTouched && !isBusy }}
      confirmLoading={isBusy}
      cancelButtonProps={{ disabled: isBusy }}
      okButtonProps={{ danger: tone === 'danger', disabled, ...testId(okId) }}
    >
      {children}
    </Modal>
  )
}

/** antd gives the focus back only after its closing motion; our dialogs are taken away at once. */
function useFocusBack() {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isFree = document.activeElement === null || document.activeElement === document.body // else the next dialog has it already
      if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    },
    [opener],
  )
}
