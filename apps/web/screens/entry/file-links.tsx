import { Drawer } from 'antd'
import { useState } from 'react'
import type { UploadedFile } from '#contract/files.ts'
import { fileAddress } from '../../api/endpoints.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import { extensionOf, sizeInWords } from '../../values/file-checks.ts'

interface FileLinksProps {
  readonly register: string
  readonly id: string
  readonly files: readonly UploadedFile[]
}

const IMAGES = new Set(['png', 'jpg', 'jpeg'])

/** Files as links; pictures and PDF open beside the entry. */
export function FileLinks({ register, id, files }: FileLinksProps) {
  const say = useSay()
  const [open, setOpen] = useState<UploadedFile>()
  return (
    <>
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.sha256}>
            <Icon name="file" />
            <button type="button" className="link-button file-name" onClick={() => setOpen(file)}>
              {file.name}
            </button>
            <span className="note">{sizeInWords(file.size)}</span>
          </li>
        ))}
      </ul>
      {open && (
        <Drawer
          open
          size="large"
          onClose={() => setOpen(undefined)}
          title={open.name}
          extra={
            <a href={fileAddress(register, id, open)} download={open.name}>
              {say(entryTexts.download)}
            </a>
          }
        >
          <Preview address={fileAddress(register, id, open)} file={open} />
        </Drawer>
      )}
    </>
  )
}

function Preview({ address, file }: { readonly address: string; readonly file: UploadedFile }) {
  const say = useSay()
  const ending = extensionOf(file.name)
  if (IMAGES.has(ending)) return <img className="preview" src={address} alt={file.name} />
  // No sandbox: browsers show no PDF in a sandboxed frame; the type was sniffed on upload and nosniff holds.
  if (ending === 'pdf' || ending === 'txt') return <iframe className="preview-frame" src={address} title={file.name} />
  return <p className="note">{say(entryTexts.noPreview)}</p>
}
