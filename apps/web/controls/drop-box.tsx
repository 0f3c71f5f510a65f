import { type DragEvent, type ReactNode, useState } from 'react'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { Icon } from '../theme/icons.tsx'

interface DropBoxProps {
  readonly id?: string
  readonly types: readonly string[]
  readonly many?: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
  readonly testId?: string
}

/** Choose by the system's dialog or drop. */
export function DropBox({ id, types, many = false, onFiles, children, testId }: DropBoxProps) {
  const say = useSay()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <label
      className={over ? 'drop-box drop-box-over' : 'drop-box'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="visually-hidden"
        multiple={many}
        accept={types.map((type) => `.${type}`).join()}
        data-testid={testId ?? (id === undefined ? 'files' : `${id}-input`)}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <span className="drop-box-act">
        <Icon name="plus" />
        {say(formTexts.chooseFiles)}
      </span>
      <span className="note">{children}</span>
    </label>
  )
}
