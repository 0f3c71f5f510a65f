import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Programme } from '#contract/programmes.ts'
import { addText } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { uploadFile } from '../../api/upload.ts'
import { DropBox } from '../../controls/drop-box.tsx'
import { NotChecked } from '../../controls/files.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { PLAN_FILE_TYPES } from '../../values/file-checks.ts'
import { PackConflicts } from './pack-conflicts.tsx'

/** For a plan that came in a pack: from which one, its text if it is still missing, and what an upgrade left to decide. */
export function PackBox({ programme: { pack, document } }: { readonly programme: Programme }) {
  const say = useSay()
  const [warnings, setWarnings] = useState<readonly string[]>([])
  const mayAdd = useMayGive('programmes.add-text')
  const adding = useMutation({
    mutationFn: async (file: File) => {
      const { notLookedInto, ...uploaded } = await uploadFile(file, () => undefined)
      setWarnings(notLookedInto ? [say(notLookedInto)] : [])
      return await addText(document.id, uploaded)
    },
    onSuccess: refreshAfterWrite,
  })
  if (pack === null) return null
  return (
    <section className="panel" data-testid="pack">
      <p>{say(programmeTexts.pack, { code: pack.code, version: pack.version })}</p>
      <NotChecked warnings={warnings} />
      {!document.hasText && (
        <>
          <p className="warning-note">{say(programmeTexts.noText)}</p>
          <p className="note sha">{pack.sha256}</p>
          {mayAdd && (
            <DropBox types={PLAN_FILE_TYPES} onFiles={([file]) => file && adding.mutate(file)} testId="add-text">
              {say(programmeTexts.addText)}
            </DropBox>
          )}
          <Refusal error={adding.error} />
        </>
      )}
      <PackConflicts code={pack.code} />
    </section>
  )
}
