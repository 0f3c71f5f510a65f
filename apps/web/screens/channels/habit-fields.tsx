import { Checkbox, Input, InputNumber } from 'antd'
import { CADENCES, type Habits, type Quiet } from '#contract/delivery.ts'
import { NOTICE_KINDS, NOTICE_LABELS, type NoticeKind } from '#contract/notices.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { CADENCE_LABELS, channelFormTexts, habitTexts } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'

const NIGHT: Quiet = { from: '21:00', until: '08:00', daysOff: true }

/** Of what a channel tells, how often, and when not. */
export function HabitFields({ habits, onChange }: { readonly habits: Habits; readonly onChange: (habits: Habits) => void }) {
  const say = useSay()
  const { kinds, cadence, digestAt, quiet, urgentDays, linkBase = '' } = habits
  const setLink = (text: string) => {
    const { linkBase: _before, ...rest } = habits
    onChange(text.trim() === '' ? rest : { ...rest, linkBase: text.trim() })
  }
  return (
    <>
      <KindBoxes kinds={kinds} onChange={(next) => onChange({ ...habits, kinds: [...next] })} />
      <label>
        <span>{say(habitTexts.cadence)}</span>
        <PlainSelect
          label={say(habitTexts.cadence)}
          value={cadence}
          options={CADENCES.map((value) => ({ value, label: say(CADENCE_LABELS[value]) }))}
          onChange={(value) => onChange({ ...habits, cadence: CADENCES.find((each) => each === value) ?? 'once' })}
        />
      </label>
      <label>
        <span>{say(habitTexts.digestAt)}</span>
        <TimeSelect label={say(habitTexts.digestAt)} value={digestAt} onChange={(time) => onChange({ ...habits, digestAt: time })} />
      </label>
      <div className="field-wide">
        <Checkbox checked={quiet !== null} onChange={({ target }) => onChange({ ...habits, quiet: target.checked ? NIGHT : null })}>
          {say(habitTexts.quiet)}
        </Checkbox>
        {quiet && <QuietFields quiet={quiet} onChange={(next) => onChange({ ...habits, quiet: next })} />}
      </div>
      <label className="field-wide">
        <span>{say(habitTexts.urgent)}</span>
        <InputNumber
          value={urgentDays}
          min={0}
          max={5}
          precision={0}
          onChange={(value) => onChange({ ...habits, urgentDays: value ?? 1 })}
        />
      </label>
      <label className="field-wide">
        <span>{say(channelFormTexts.linkBase)}</span>
        <Input value={linkBase} maxLength={200} onChange={({ target }) => setLink(target.value)} data-testid="link-base" />
      </label>
    </>
  )
}

/** A box for each kind of notice. */
export function KindBoxes({
  kinds,
  onChange,
}: {
  readonly kinds: readonly NoticeKind[]
  readonly onChange: (kinds: readonly NoticeKind[]) => void
}) {
  const say = useSay()
  return (
    <fieldset className="field-wide kind-boxes">
      <legend>{say(habitTexts.kinds)}</legend>
      <div className="notice-choices">
        {NOTICE_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            onChange={({ target }) => onChange(NOTICE_KINDS.filter((each) => (each === kind ? target.checked : kinds.includes(each))))}
            data-testid={`kind-${kind}`}
          >
            {say(NOTICE_LABELS[kind])}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

/** From when until when, and whether on days off. */
export function QuietFields({ quiet, onChange }: { readonly quiet: Quiet; readonly onChange: (quiet: Quiet) => void }) {
  const say = useSay()
  const time = (name: 'from' | 'until') => (
    <label className="inline-field">
      <span>{say(habitTexts[name])}</span>
      <TimeSelect
        label={say(habitTexts[name])}
        value={quiet[name]}
        onChange={(next) => onChange({ ...quiet, [name]: next })}
        testId={`quiet-${name}`}
      />
    </label>
  )
  return (
    <div className="quiet-fields">
      {time('from')}
      {time('until')}
      <Checkbox checked={quiet.daysOff} onChange={({ target }) => onChange({ ...quiet, daysOff: target.checked })}>
        {say(habitTexts.daysOff)}
      </Checkbox>
    </div>
  )
}

const HALF_HOURS = Array.from({ length: 48 }, (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`)

interface TimeSelectProps {
  readonly label: string
  readonly value: string
  readonly onChange: (time: string) => void
  readonly testId?: string
}

/** A time of day by the half hour, in 24 hours whatever the browser's language; another that is kept already stays a choice. */
function TimeSelect({ label, value, onChange, testId }: TimeSelectProps) {
  const times = HALF_HOURS.includes(value) ? HALF_HOURS : [...HALF_HOURS, value].toSorted()
  return (
    <PlainSelect
      label={label}
      value={value}
      options={times.map((time) => ({ value: time, label: time }))}
      onChange={onChange}
      {...(testId && { testId })}
    />
  )
}
