import { Button } from 'antd'
import { useState } from 'react'
import type { StandingSetting } from '#contract/programmes.ts'
import { chooseSetting } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

interface SettingLinesProps {
  readonly indicator: string
  readonly settings: readonly StandingSetting[]
  /** Whether the choices may be changed from here. */
  readonly changeable?: boolean
}

/** Under a figure: how each open question was answered, by whom and when, or by default. */
export function SettingLines({ indicator, settings, changeable = false }: SettingLinesProps) {
  const say = useSay()
  const mayChoose = useMayGive('programmes.choose-setting')
  const [changing, setChanging] = useState<StandingSetting>()
  if (settings.length === 0) return null
  return (
    <>
      <ul className="settings note" data-testid={`settings-${indicator}`}>
        {settings.map((setting) => (
          <li key={setting.setting}>
            <SettingWords setting={setting} />
            {changeable && mayChoose && (
              <Button type="link" size="small" onClick={() => setChanging(setting)} data-testid={`change-setting-${setting.setting}`}>
                {say(programmeTexts.change)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {changing && <SettingDialog indicator={indicator} setting={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}

function SettingWords({ setting: { question, choice, choices, standard, decided } }: { readonly setting: StandingSetting }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const label = choices.find((each) => each.choice === choice)?.label
  return (
    <span>
      {say(question)} <strong>{label ? say(label) : choice}</strong>
      {standard && say(programmeTexts.standardMark)}
      {decided &&
        ` · ${say(programmeTexts.decided, { by: decided.by, at: instantInTable(decided.at, jurisdiction.timeZone), reason: decided.reason })}`}
    </span>
  )
}

interface SettingDialogProps {
  readonly indicator: string
  readonly setting: StandingSetting
  readonly onClose: () => void
}

/** Another answer, with its reason. */
function SettingDialog({ indicator, setting, onClose }: SettingDialogProps) {
  const say = useSay()
  const asked: readonly Asked[] = [
    {
      name: 'choice',
      label: programmeTexts.choice,
      control: 'choice',
      choices: setting.choices.map(({ choice, label }) => ({ value: choice, label: say(label) })),
    },
    { name: 'reason', label: programmeTexts.reason, control: 'paragraph' },
  ]
  return (
    <AskDialog
      title={say(programmeTexts.changeTitle)}
      ok={say(programmeTexts.save)}
      okId="decide-setting"
      asks={() => asked}
      initial={{ choice: setting.choice }}
      onGive={async ({ choice = '', reason = '' }) => {
        await chooseSetting({ indicator, setting: setting.setting, choice, reason })
        await refreshAfterWrite()
      }}
      onClose={onClose}
      lead={
        <>
          <p>{say(setting.question)}</p>
          <p className="note">{say(setting.basis)}</p>
          <p className="note">{say(programmeTexts.settingsNote)}</p>
        </>
      }
    />
  )
}
