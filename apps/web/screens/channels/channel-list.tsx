import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ChannelView } from '#contract/delivery.ts'
import { switchChannel } from '../../api/delivery.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Empty, Refusal } from '../../frame/page-state.tsx'
import { ToneTag } from '../../frame/state-tag.tsx'
import { deliveryTexts, TRANSPORT_LABELS } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { TestDialog } from './test-dialog.tsx'

interface ChannelListProps {
  readonly channels: readonly ChannelView[]
  readonly onEdit: (channel: ChannelView) => void
}

/** Each channel, how it fares, and what can be done with it. */
export function ChannelList({ channels, onEdit }: ChannelListProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const [tested, setTested] = useState<ChannelView>()
  const switching = useMutation({
    mutationFn: ({ id, state }: ChannelView) => switchChannel(state === 'active' ? 'stop' : 'start', id),
    onSettled: () => refreshAfterWrite(),
  })
  if (channels.length === 0)
    return (
      <section className="panel">
        <Empty title={say(deliveryTexts.none)} note={say(deliveryTexts.noneNote)} />
      </section>
    )
  return (
    <section className="panel">
      <DataTable
        caption={say(deliveryTexts.tabs.channels)}
        rows={channels}
        rowKey={({ id }) => id}
        testId={({ code }) => `channel-${code}`}
        columns={[
          {
            key: 'title',
            title: say(deliveryTexts.channel),
            main: true,
            render: ({ title, lastReason }) => (
              <div>
                {title}
                {lastReason && <div className="note channel-reason">{say(lastReason)}</div>}
              </div>
            ),
          },
          { key: 'kind', title: say(deliveryTexts.kind), render: ({ settings }) => say(TRANSPORT_LABELS[settings.transport]) },
          {
            key: 'state',
            title: say(deliveryTexts.state),
            fit: true,
            render: ({ state }) => <ToneTag tone={state === 'active' ? 'good' : 'warning'} label={deliveryTexts[state]} />,
          },
          { key: 'counts', title: say(deliveryTexts.counts), render: ({ counts }) => say(deliveryTexts.countsText, counts) },
          {
            key: 'last',
            title: say(deliveryTexts.lastSent),
            fit: true,
            render: ({ lastSentAt }) => (
              <span className="number">{lastSentAt ? instantInTable(lastSentAt, jurisdiction.timeZone) : say(deliveryTexts.never)}</span>
            ),
          },
          {
            key: 'acts',
            title: '',
            render: (row) => (
              <span className="row-acts">
                <Button size="small" onClick={() => onEdit(row)} data-testid={`edit-${row.code}`}>
                  {say(deliveryTexts.change)}
                </Button>
                {row.state === 'active' && (
                  <Button size="small" onClick={() => setTested(row)} data-testid={`test-${row.code}`}>
                    {say(deliveryTexts.test)}
                  </Button>
                )}
                <Button size="small" loading={switching.isPending} onClick={() => switching.mutate(row)} data-testid={`switch-${row.code}`}>
                  {say(row.state === 'active' ? deliveryTexts.stop : deliveryTexts.start)}
                </Button>
              </span>
            ),
          },
        ]}
      />
      <Refusal error={switching.error} />
      {tested && <TestDialog channel={tested} onClose={() => setTested(undefined)} />}
    </section>
  )
}
