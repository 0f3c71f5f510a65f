import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { PostsOfUnits } from '#contract/posts.ts'
import { Empty } from '../../frame/page-state.tsx'
import { postTexts } from '../../texts/texts-posts.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'

type UnitOfPosts = PostsOfUnits['units'][number]

interface FoundUnitsProps {
  readonly units: readonly UnitOfPosts[]
  readonly children: (unit: UnitOfPosts) => ReactNode
}

/** A province sees the posts of hundreds of units: so many at a time, the others by words or on request. */
const AT_A_TIME = 20

/** Units by words in their names, posts and people, or those that lack somebody. */
export function FoundUnits({ units, children }: FoundUnitsProps) {
  const say = useSay()
  const [words, setWords] = useState('')
  const [onlyMissing, setOnlyMissing] = useState(false)
  const [most, setMost] = useState(AT_A_TIME)
  const found = units.filter((unit) => (!onlyMissing || unit.missing.length > 0) && speaksOf(unit, words.trim()))
  const rest = found.length - most
  return (
    <>
      {units.length > 1 && (
        <div className="list-tools">
          <Input
            className="list-search"
            prefix={<Icon name="search" />}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            allowClear
            placeholder={say(postTexts.find)}
            aria-label={say(postTexts.find)}
            data-testid="find-posts"
          />
          <Checkbox checked={onlyMissing} onChange={({ target }) => setOnlyMissing(target.checked)}>
            {say(postTexts.onlyMissing)}
          </Checkbox>
        </div>
      )}
      {found.length === 0 && <Empty title={say(postTexts.noneFound)} />}
      {found.slice(0, most).map(children)}
      {rest > 0 && (
        <Button onClick={() => setMost(most + AT_A_TIME * 5)} data-testid="more-units">
          {say(postTexts.rest, { count: Math.min(rest, AT_A_TIME * 5) })}
        </Button>
      )}
    </>
  )
}

function speaksOf({ title, posts }: UnitOfPosts, words: string): boolean {
  const said = [title, ...posts.flatMap((post) => [post.title, post.holder?.name ?? '', post.next?.name ?? ''])]
  return said.some((each) => each.includes(words))
}
