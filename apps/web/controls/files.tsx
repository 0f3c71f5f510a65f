import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { UploadedFile } from '#contract/files.ts'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { Icon } from '../theme/icons.tsx'
import { FILE_TYPES, LARGEST_FILE, sizeInWords } from '../values/file-checks.ts'
import { filesOf } from '../values/print.ts'
import type { ControlProps } from './control-props.ts'
import { DropBox } from './drop-box.tsx'
import { useUploads } from './use-uploads.ts'

/** Files that are sent at once and bound when the entry is saved. */
export function Files(props: ControlProps) {
  const { value, onChange, id, disabled } = props
  const say = useSay()
  // An upload ends in a later drawing than it began in: by then another file, or another row of the table around, may have come.
  const latest = useRef({ files: filesOf(value), onChange })
  useEffect(() => {
    latest.current = { files: filesOf(value), onChange }
  }, [value, onChange])
  const change = (files: readonly UploadedFile[]) => {
    latest.current = { ...latest.current, files }
    latest.current.onChange(files)
  }
  const { send, sending, faults, warnings } = useUploads((file) =>
    change([...latest.current.files.filter(({ sha256 }) => sha256 !== file.sha256), file]),
  )
  return (
    <div className="files">
      <ul className="file-list">
        {filesOf(value).map(({ sha256, name, size }) => (
          <li key={sha256}>
            <Icon name="file" />
            <span className="file-name">{name}</span>
            <span className="note">{sizeInWords(size)}</span>
            <Button
              size="small"
              type="text"
              disabled={disabled}
              aria-label={say(formTexts.removeFile, { name })}
              icon={<Icon name="cross" />}
              onClick={() => change(filesOf(value).filter((file) => file.sha256 !== sha256))}
            />
          </li>
        ))}
      </ul>
      {!disabled && (
        <DropBox id={id} types={FILE_TYPES} onFiles={(files) => void send(files)} many>
          {say(formTexts.dropFiles, { types: FILE_TYPES.join(' '), size: sizeInWords(LARGEST_FILE) })}
        </DropBox>
      )}
      {sending && (
        <p className="note" role="status">
          {say(formTexts.uploading, { name: sending.name, percent: Math.round(sending.share * 100) })}
          <progress value={sending.share} />
        </p>
      )}
      <NotChecked warnings={warnings} />
      {faults.map((sentence) => (
        <p className="fault" role="alert" key={sentence}>
          {sentence}
        </p>
      ))}
    </div>
  )
}

/** Files that could not be looked through for secrecy marks: whoever sent them answers for them. */
export function NotChecked({ warnings }: { readonly warnings: readonly string[] }) {
  return warnings.map((sentence) => (
    <p className="warning-note" role="status" data-testid="not-checked" key={sentence}>
      {sentence}
    </p>
  ))
}
