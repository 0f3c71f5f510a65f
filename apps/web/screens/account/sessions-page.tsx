import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { endSession } from '../../api/endpoints.ts'
import { sessionsQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { ActsHead, DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { accountTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

/** Where the account is signed in, and how to end it there. */
export function SessionsPage() {
  const say = useSay()
  const { jurisdiction } = useSession()
  const client = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const ending = useMutation({ mutationFn: endSession, onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }) })
  const at = (instant: string) => <span className="number">{instantInTable(instant, jurisdiction.timeZone)}</span>
  return (
    <Page title={say(accountTexts.sessions)} note={say(accountTexts.sessionsNote)}>
      <Refusal error={ending.error} />
      <Loaded query={sessions}>
        {(open) => (
          <DataTable
            caption={say(accountTexts.sessions)}
            rows={open}
            rowKey={({ id }) => id}
            columns={[
              { key: 'browser', title: say(accountTexts.browser), main: true, render: ({ browser }) => browser },
              { key: 'address', title: say(accountTexts.address), render: ({ address }) => <span className="number">{address}</span> },
              { key: 'startedAt', title: say(accountTexts.startedAt), render: ({ startedAt }) => at(startedAt) },
              { key: 'seenAt', title: say(accountTexts.seenAt), render: ({ seenAt }) => at(seenAt) },
              {
                key: 'act',
                title: <ActsHead />,
                align: 'end',
                render: ({ id, current }) =>
                  current ? (
                    <span className="tag tag-good">● {say(accountTexts.here)}</span>
                  ) : (
                    <Button size="small" danger disabled={ending.isPending} onClick={() => ending.mutate(id)}>
                      {say(accountTexts.end)}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}
