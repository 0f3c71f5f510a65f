import { useMutation } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { PostsOfUnits } from '#contract/posts.ts'
import { handOver } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { postTexts } from '../../texts/texts-posts.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { PasswordOnce } from './password-once.tsx'

type UnitOfPosts = PostsOfUnits['units'][number]

interface HandOverDialogProps {
  readonly unit: UnitOfPosts
  readonly post: UnitOfPosts['posts'][number]
  readonly onClose: () => void
}

type Answers = Readonly<Record<'person' | 'name' | 'phone' | 'loginName' | 'fromOn' | 'reason', string>>
const EMPTY: Answers = { person: '', name: '', phone: '', loginName: '', fromOn: '', reason: '' }

/** Asks who takes the post from which day and why; a new person's one-time password is then shown once. */
export function HandOverDialog({ unit, post, onClose }: HandOverDialogProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const colleagues = unit.people.filter(({ person }) => person !== post.holder?.person)
  const [isNew, setNew] = useState(colleagues.length === 0)
  const [answers, setAnswers] = useState<Answers>({ ...EMPTY, fromOn: jurisdiction.today })
  const [tried, setTried] = useState(false)
  const giving = useMutation({
    mutationFn: () => handOver(bodyOf(post.post, isNew, answers)),
    onSuccess: async ({ password }) => {
      await refreshAfterWrite()
      if (password === undefined) onClose()
    },
  })
  if (giving.data?.password !== undefined) return <PasswordOnce title={postTexts.doneTitle} answer={giving.data} onClose={onClose} />
  const asked: readonly (keyof Answers)[] = [...(isNew ? (['name', 'loginName'] as const) : (['person'] as const)), 'fromOn', 'reason']
  const missing = new Set(asked.filter((name) => answers[name].trim() === ''))
  const confirm = () => {
    setTried(true)
    if (missing.size === 0) giving.mutate()
  }
  const field = (name: keyof Answers, label: Words, control: ReactNode) => (
    <Asked label={label} isMissing={tried && missing.has(name)}>
      {control}
    </Asked>
  )
  const line = (name: keyof Answers, label: Words) =>
    field(
      name,
      label,
      <Input
        maxLength={64}
        value={answers[name]}
        onChange={({ target }) => setAnswers({ ...answers, [name]: target.value })}
        data-testid={`hand-over-${name}`}
      />,
    )
  return (
    <Dialog
      title={say(postTexts.handOverTitle, { post: `${unit.title} ${post.title}` })}
      ok={say(postTexts.confirm)}
      okId="confirm-hand-over"
      isBusy={giving.isPending}
      isTouched={answers.reason !== '' || answers.name !== ''}
      onOk={confirm}
      onClose={onClose}
    >
      <p className="note">{say(postTexts.effect)}</p>
      <div className="dialog-fields">
        {colleagues.length > 0 && (
          <Radio.Group
            value={isNew}
            onChange={({ target }) => setNew(target.value === true)}
            options={[
              { value: false, label: say(postTexts.colleague) },
              { value: true, label: say(postTexts.newPerson) },
            ]}
          />
        )}
        {isNew ? (
          <>
            {line('name', postTexts.name)}
            {line('phone', postTexts.phone)}
            {line('loginName', postTexts.loginName)}
          </>
        ) : (
          field(
            'person',
            postTexts.to,
            <Select
              className="control-wide"
              placeholder={say(postTexts.choosePerson)}
              options={colleagues.map(({ person, name }) => ({ value: person, label: name }))}
              value={answers.person || null}
              onChange={(person: string | null) => setAnswers({ ...answers, person: person ?? '' })}
            />,
          )
        )}
        {field(
          'fromOn',
          postTexts.fromOn,
          <DayPicker
            value={answers.fromOn}
            label={say(postTexts.fromOn)}
            onChange={(day) => setAnswers({ ...answers, fromOn: day ?? '' })}
          />,
        )}
        {line('reason', postTexts.reason)}
      </div>
      <Refusal error={giving.error} />
    </Dialog>
  )
}

function bodyOf(post: string, isNew: boolean, { person, name, phone, loginName, fromOn, reason }: Answers) {
  const taker = isNew ? { name, loginName, ...(phone.trim() !== '' && { phone }) } : person
  return { post, person: taker, fromOn, reason }
}

function Asked({ label, isMissing, children }: { readonly label: Words; readonly isMissing: boolean; readonly children: ReactNode }) {
  const say = useSay()
  return (
    <label>
      <span>{say(label)}</span>
      {children}
      {isMissing && <span className="fault">{say(postTexts.fill, { field: say(label) })}</span>}
    </label>
  )
}
