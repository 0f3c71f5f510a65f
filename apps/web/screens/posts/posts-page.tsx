import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { PostsOfUnits } from '#contract/posts.ts'
import { postsQuery } from '../../api/queries.ts'
import { ActsHead, type Column, DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { marks } from '../../texts/texts-marks.ts'
import { postTexts } from '../../texts/texts-posts.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'
import { FoundUnits } from './found-units.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { ResetPasswordDialog } from './reset-password-dialog.tsx'

type UnitOfPosts = PostsOfUnits['units'][number]
type PostOfUnit = UnitOfPosts['posts'][number]
type Holder = NonNullable<PostOfUnit['holder']>

interface Chosen {
  readonly unit: UnitOfPosts
  readonly post: PostOfUnit
}

/** Who leads, answers and fills in for each unit, since when, what is missing, and handing a post over. */
export function PostsPage() {
  const say = useSay()
  const posts = useQuery(postsQuery)
  const [chosen, setChosen] = useState<Chosen>()
  const [resetOf, setResetOf] = useState<Holder>()
  return (
    <Page title={say(postTexts.posts)} note={say(postTexts.note)}>
      <Loaded query={posts}>
        {({ units }) =>
          units.length === 0 ? (
            <Empty title={say(postTexts.none)} />
          ) : (
            <FoundUnits units={units}>
              {(unit) => <UnitPanel key={unit.unit} unit={unit} onHandOver={(post) => setChosen({ unit, post })} onReset={setResetOf} />}
            </FoundUnits>
          )
        }
      </Loaded>
      {chosen && <HandOverDialog {...chosen} onClose={() => setChosen(undefined)} />}
      {resetOf && <ResetPasswordDialog holder={resetOf} onClose={() => setResetOf(undefined)} />}
    </Page>
  )
}

const NO_TITLES = {}

interface Acts {
  readonly onHandOver: (post: PostOfUnit) => void
  readonly onReset: (holder: Holder) => void
}

function UnitPanel({ unit, ...acts }: Acts & { readonly unit: UnitOfPosts }) {
  const say = useSay()
  const titles = useTitles(NO_TITLES)
  const area = titles[unit.area] ?? unit.area
  const columns = useColumns(acts)
  const missing = unit.missing.map(({ title }) => say(title)).join(say(marks.listComma))
  return (
    <section className="panel" aria-label={`${unit.title} ${area}`} data-testid={`unit-${unit.unit}`}>
      <div className="panel-head">
        <h2>
          {unit.title} <span className="note">{area}</span>
        </h2>
        {missing === '' ? (
          <span className="note">{say(postTexts.complete)}</span>
        ) : (
          <span className="fault">{say(postTexts.missing, { duties: missing })}</span>
        )}
      </div>
      <DataTable
        caption={unit.title}
        columns={columns}
        rows={unit.posts}
        rowKey={({ post }) => post}
        testId={({ post }) => `post-${post}`}
      />
    </section>
  )
}

function useColumns({ onHandOver, onReset }: Acts): readonly Column<PostOfUnit>[] {
  const say = useSay()
  const asOf = useAsOf()
  const mayReset = useMayGive('directory.reset-password')
  return [
    { key: 'title', title: say(postTexts.post), main: true, render: ({ title }) => title },
    { key: 'duty', title: say(postTexts.duty), render: ({ dutyTitle }) => (dutyTitle ? say(dutyTitle) : NOTHING) },
    {
      key: 'holder',
      title: say(postTexts.holder),
      render: ({ holder, next }) => (
        <>
          {holder ? holder.name : <span className="fault">{say(postTexts.nobody)}</span>}
          {next && <div className="note">{say(postTexts.next, { name: next.name, day: next.fromOn })}</div>}
        </>
      ),
    },
    { key: 'since', title: say(postTexts.since), render: ({ holder }) => <span className="number">{holder?.fromOn ?? NOTHING}</span> },
    {
      key: 'act',
      title: <ActsHead />,
      align: 'end',
      render: (post) => (
        <>
          {mayReset && post.holder && (
            <Button size="small" onClick={() => post.holder && onReset(post.holder)} {...testId(`reset-${post.post}`)}>
              {say(postTexts.reset)}
            </Button>
          )}{' '}
          {post.mayHandOver && asOf === undefined && (
            <Button size="small" onClick={() => onHandOver(post)} {...testId(`hand-over-${post.post}`)}>
              {say(postTexts.handOver)}
            </Button>
          )}
        </>
      ),
    },
  ]
}
