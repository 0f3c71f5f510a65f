import { useSession } from '../../api/session-gate.ts'
import { formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { timeOf } from '../../values/moment.ts'
import type { SaveState } from './autosave.ts'

const WORDS = {
  clean: formTexts.unchanged,
  kept: formTexts.keptHere,
  unkept: formTexts.unkept,
  saving: formTexts.saving,
  saved: formTexts.saved,
  offline: formTexts.offline,
  refused: formTexts.refused,
  clash: formTexts.clash,
} as const satisfies Record<SaveState['is'], Words>

/** Always visible while somebody types: 已保存 14:03 / 保存中 / 离线，已存本机. */
export function SaveStateLine({ save }: { readonly save: SaveState }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const at = 'at' in save ? timeOf(save.at, jurisdiction.timeZone) : ''
  return (
    <span className={`save-state save-${save.is}`} role="status" aria-live="polite" data-testid="save-state" data-state={save.is}>
      {say(WORDS[save.is], { at })}
    </span>
  )
}
