import { useSession } from '../../api/session-gate.ts'
import { formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { timeOf } from '../../values/moment.ts'
import type { SaveState } from './form-state.ts'

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

interface SaveStateProps {
  readonly save: SaveState
  /** Where a state is called otherwise. */
  readonly words?: Partial<Record<SaveState['is'], Words>>
}

/** Always visible while somebody types: 已保存 14:03 / 正在保存 / 未联网，已留在本机. */
export function SaveStateLine({ save, words }: SaveStateProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const at = 'at' in save ? timeOf(save.at, jurisdiction.timeZone) : ''
  return (
    <span className={`save-state save-${save.is}`} role="status" aria-live="polite" data-testid="save-state" data-state={save.is}>
      {say(words?.[save.is] ?? WORDS[save.is], { at })}
    </span>
  )
}
