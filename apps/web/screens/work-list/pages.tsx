import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState, Loading } from '../../frame/page-state.tsx'
import { workTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'

type Question = Readonly<Record<string, string | undefined>>

interface PagesProps<Item, Answer> {
  readonly name: string
  readonly question: Question
  readonly get: (question: Question) => Promise<Answer & { readonly items: readonly Item[]; readonly cursor?: string | undefined }>
  readonly children: (items: readonly Item[], first: Answer) => ReactNode
}

/** A list by pages: each goes on where the last one ended, at a press of the button. */
export function Pages<Item, Answer>({ name, question, get, children }: PagesProps<Item, Answer>) {
  const say = useSay()
  const pages = useInfiniteQuery({
    queryKey: ['work-list', name, question],
    queryFn: ({ pageParam }) => get({ ...question, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  })
  const first = pages.data?.pages[0]
  if (first === undefined) return pages.error ? <ErrorState error={pages.error} onRetry={() => void pages.refetch()} /> : <Loading />
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {children(items, first)}
      {pages.hasNextPage && (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()} data-testid="more">
          {say(workTexts.more)}
        </Button>
      )}
    </>
  )
}
