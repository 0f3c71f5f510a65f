import type { Proposal } from '#contract/programmes.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { type ConfirmChanges, settingKey } from './confirm-changes.ts'

/** A choice that somebody made needs its reason. */
export const missingReasons = ({ settings }: ConfirmChanges) => Object.values(settings).some(({ reason }) => reason.trim() === '')

/** Questions the text leaves open, for the indicators that the targets are tied to. */
export function ConfirmSettings({ proposal, changes }: { readonly proposal: Proposal; readonly changes: ConfirmChanges }) {
  const say = useSay()
  const tied = new Set(changes.targets.map(({ indicator }) => indicator))
  const asked = proposal.indicators.filter(({ code, settings }) => tied.has(code) && settings.length > 0)
  if (asked.length === 0) return null
  return (
    <section className="panel" aria-label={say(programmeTexts.settings)} id="confirm-settings">
      <h2>{say(programmeTexts.settings)}</h2>
      <p className="note">{say(programmeTexts.settingsNote)}</p>
      <ul className="settings">
        {asked.flatMap(({ code, title, settings }) =>
          settings.map((setting) => {
            const key = settingKey(code, setting.setting)
            const draft = changes.settings[key]
            return (
              <li key={key}>
                <span>
                  {say(title)} · {say(setting.question)}
                </span>
                <PlainSelect
                  label={say(setting.question)}
                  value={draft?.choice ?? setting.choice}
                  options={setting.choices.map(({ choice, label }) => ({ value: choice, label: say(label) }))}
                  onChange={(choice) => changes.changeSetting(key, { choice, reason: draft?.reason ?? '' })}
                  testId={`setting-${key}`}
                />
                {draft === undefined ? (
                  setting.standard && <span className="note">{say(programmeTexts.standard)}</span>
                ) : (
                  <input
                    className="plain-input"
                    aria-label={say(programmeTexts.reason)}
                    placeholder={say(programmeTexts.reasonMissing)}
                    value={draft.reason}
                    onChange={({ target }) => changes.changeSetting(key, { ...draft, reason: target.value })}
                  />
                )}
              </li>
            )
          }),
        )}
      </ul>
    </section>
  )
}
