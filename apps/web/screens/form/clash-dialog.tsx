import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import type { Titles } from '../../api/types.ts'
import { usePreferences } from '../../frame/preferences.ts'
import { STILL } from '../../frame/still.ts'
import { testId } from '../../frame/test-id.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { type ClashTexts, formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import type { Clash } from '../../values/draft.ts'
import { printValue } from '../../values/print.ts'

interface ClashDialogProps {
  readonly description: RegisterDescription
  readonly words: ClashTexts
  readonly clashes: readonly Clash[]
  readonly titles: Titles
  readonly onResolve: (mine: ReadonlySet<string>) => void
}

/** Two people, or one person in two places, changed the same fields: both values side by side, one choice each. */
export function ClashDialog({ description, words, clashes, titles: answered, onResolve }: ClashDialogProps) {
  const say = useSay()
  const { language } = usePreferences()
  const titles = useTitles(answered)
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set(clashes.map(({ field }) => field)))
  const choose = (field: string, side: 'mine' | 'theirs') =>
    setMine(side === 'mine' ? new Set([...mine, field]) : new Set([...mine].filter((one) => one !== field)))
  const print = (name: string, value: unknown) => {
    const field = description.fields.find((one) => one.name === name)
    return field ? printValue(field, value, { titles, language }) : asText(value)
  }
  const all = clashes.map(({ field }) => field)
  return (
    <Modal
      {...STILL}
      open
      title={say(words.title)}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      okText={say(formTexts.goOn)}
      onOk={() => onResolve(mine)}
      footer={(_, { OkBtn }) => <OkBtn />}
      okButtonProps={testId('resolve-clash')}
    >
      <p>{say(words.note)}</p>
      {clashes.length > 1 && (
        <div className="panel-acts">
          <Button size="small" onClick={() => setMine(new Set(all))} data-testid="all-mine">
            {say(words.allMine)}
          </Button>
          <Button size="small" onClick={() => setMine(new Set())} data-testid="all-theirs">
            {say(words.allTheirs)}
          </Button>
        </div>
      )}
      {clashes.map((clash) => (
        <fieldset key={clash.field} className="clash" data-testid={`clash-${clash.field}`}>
          <legend>{say(description.fields.find(({ name }) => name === clash.field)?.label ?? { zh: clash.field, en: clash.field })}</legend>
          <div className="clash-side clash-before">
            <span className="note">{say(formTexts.before)}</span>
            <span>{print(clash.field, clash.base)}</span>
          </div>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="clash-side">
              <input
                type="radio"
                name={clash.field}
                checked={mine.has(clash.field) === (side === 'mine')}
                onChange={() => choose(clash.field, side)}
              />
              <span className="note">{say(words[side])}</span>
              <span>{print(clash.field, clash[side])}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </Modal>
  )
}
