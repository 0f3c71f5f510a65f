import { Link, useRouter } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { chooseLanguage, choosePost, signOut } from '../api/endpoints.ts'
import { queryClient } from '../api/query-client.ts'
import { closeGate, openGate, useSession } from '../api/session-gate.ts'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import type { Language, Words } from '../texts/words.ts'
import { Icon } from '../theme/icons.tsx'
import { saveBeforeLeaving } from './before-leaving.ts'
import { choosePreferences, usePreferences } from './preferences.ts'

/** Who I am, and everything about me. */
export function PersonMenu() {
  const say = useSay()
  const { person, posts, post } = useSession()
  const [open, setOpen] = useState(false)
  const held = posts.find(({ id }) => id === post)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<PersonPanel onDone={() => setOpen(false)} />}
    >
      <Button className="person-button" data-testid="person-menu">
        <span className="visually-hidden">{say(frameTexts.personMenu)}</span>
        <span className="person-name">{person.name}</span>
        <span className="person-post note">{held?.title}</span>
        <Icon name="chevron" />
      </Button>
    </Popover>
  )
}

/** Post, language, looks, password, sessions, sign out; also the phone's page 我的. */
export function PersonPanel({ onDone }: { readonly onDone?: () => void }) {
  const say = useSay()
  const leave = useSignOut()
  return (
    <div className="person-panel">
      <PostChoice {...(onDone ? { onDone } : {})} />
      <Looks />
      <ul className="person-links">
        <li>
          <Link to="/account/password" onClick={onDone}>
            {say(frameTexts.password)}
          </Link>
        </li>
        <li>
          <Link to="/account/sessions" onClick={onDone}>
            {say(frameTexts.sessions)}
          </Link>
        </li>
      </ul>
      <Button block onClick={() => void leave()} data-testid="sign-out">
        {say(frameTexts.signOut)}
      </Button>
    </div>
  )
}

function PostChoice({ onDone }: { readonly onDone?: () => void }) {
  const say = useSay()
  const { posts, post } = useSession()
  const router = useRouter()
  const choose = async (id: string) => {
    openGate(await choosePost(id))
    queryClient.clear()
    onDone?.()
    await router.navigate({ to: '/work' })
  }
  return (
    <fieldset className="post-choice">
      <legend>{say(frameTexts.switchPost)}</legend>
      {posts.map(({ id, title, unitTitle, areaTitle }) => (
        <button
          type="button"
          key={id}
          className="post"
          aria-pressed={id === post}
          data-testid={`post-${id}`}
          onClick={() => void choose(id)}
        >
          <span>{title}</span>
          <span className="note">
            {unitTitle} · {areaTitle}
          </span>
        </button>
      ))}
    </fieldset>
  )
}

function Looks() {
  const { language, density, scheme } = usePreferences()
  const speak = (chosen: Language) => {
    choosePreferences({ language: chosen })
    chooseLanguage(chosen).catch(() => undefined) // only mails are written in it; the page has changed already
  }
  return (
    <>
      <Choice legend={frameTexts.language} value={language} options={{ zh: frameTexts.chinese, en: frameTexts.english }} onChoose={speak} />
      <Choice
        legend={frameTexts.density}
        value={density}
        options={{ comfortable: frameTexts.comfortable, compact: frameTexts.compact }}
        onChoose={(chosen) => choosePreferences({ density: chosen })}
      />
      <Choice
        legend={frameTexts.scheme}
        value={scheme}
        options={{ light: frameTexts.light, dark: frameTexts.dark }}
        onChoose={(chosen) => choosePreferences({ scheme: chosen })}
      />
    </>
  )
}

interface ChoiceProps<Value extends string> {
  readonly legend: Words
  readonly value: Value
  readonly options: Readonly<Record<Value, Words>>
  readonly onChoose: (value: Value) => void
}

/** Two or three words side by side, one of them chosen. */
export function Choice<Value extends string>({ legend, value, options, onChoose }: ChoiceProps<Value>) {
  const say = useSay()
  return (
    <div className="choice" role="group" aria-label={say(legend)}>
      <span className="note">{say(legend)}</span>
      <span className="choice-options">
        {(Object.keys(options) as Value[]).map((option) => (
          <button
            type="button"
            key={option}
            aria-pressed={option === value}
            data-testid={`choose-${option}`}
            onClick={() => onChoose(option)}
          >
            {say(options[option])}
          </button>
        ))}
      </span>
    </div>
  )
}

/** Sends what is typed, ends the session and forgets what was read. */
export function useSignOut() {
  const router = useRouter()
  return async () => {
    await saveBeforeLeaving()
    await signOut().catch(() => undefined) // an ended session is signed out all the same
    closeGate()
    queryClient.clear()
    await router.navigate({ to: '/sign-in' })
  }
}
