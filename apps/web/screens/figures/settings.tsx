import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { StandingSetting } from '#contract/programmes.ts'
import { chooseSetting } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
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
      {standard && ` (${say(programmeTexts.standard)})`}
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

const ROWS = { minRows: 3, maxRows: 8 }

/** Another answer, with its reason. */
function SettingDialog({ indicator, setting, onClose }: SettingDialogProps) {
  const say = useSay()
  const [choice, setChoice] = useState(setting.choice)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const choosing = useMutation({
    mutationFn: () => chooseSetting({ indicator, setting: setting.setting, choice, reason }),
    onSuccess: async () => {
      await refreshAfterWrite()
      onClose()
    },
  })
  const decide = () => {
    setTried(true)
    if (reason.trim() !== '') choosing.mutate()
  }
  return (
    <Modal
      open
      title={say(programmeTexts.changeTitle)}
      okText={say(programmeTexts.save)}
      cancelText={say(programmeTexts.cancel)}
      confirmLoading={choosing.isPending}
      onOk={decide}
      onCancel={onClose}
      okButtonProps={testId('decide-setting')}
    >
      <p>{say(setting.question)}</p>
      <p className="note">{say(setting.basis)}</p>
      <p className="note">{say(programmeTexts.settingsNote)}</p>
      <div className="dialog-fields">
        <PlainSelect
          label={say(programmeTexts.choice)}
          value={choice}
          options={setting.choices.map(({ choice: code, label }) => ({ value: code, label: say(label) }))}
          onChange={setChoice}
          testId="setting-choice"
        />
        <label>
          <span>{say(programmeTexts.reason)}</span>
          <Input.TextArea
            autoSize={ROWS}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            data-testid="setting-reason"
          />
          {tried && reason.trim() === '' && <span className="fault">{say(programmeTexts.reasonMissing)}</span>}
        </label>
      </div>
      <Refusal error={choosing.error} />
    </Modal>
  )
}
