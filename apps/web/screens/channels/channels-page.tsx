import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ChannelView } from '#contract/delivery.ts'
import { channelsQuery } from '../../api/delivery.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { given } from '../../frame/search-params.ts'
import { deliveryTexts } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'
import { ChannelForm } from './channel-form.tsx'
import { ChannelList } from './channel-list.tsx'
import { OutboxList } from './outbox-list.tsx'
import { TemplateList } from './template-list.tsx'

const route = getRouteApi('/frame/channels')
const TABS = ['channels', 'templates', 'outbox'] as const

/** The administrator's page: the ways out of the house, what is said, what left. */
export function ChannelsPage() {
  const say = useSay()
  const { tab } = route.useSearch()
  const open = TABS.find((each) => each === tab) ?? 'channels'
  const channels = useQuery(channelsQuery)
  const [edited, setEdited] = useState<ChannelView | 'new'>()
  return (
    <Page
      title={say(deliveryTexts.title)}
      note={say(deliveryTexts.note)}
      actions={
        open === 'channels' && (
          <Button type="primary" onClick={() => setEdited('new')} data-testid="add-channel">
            {say(deliveryTexts.add)}
          </Button>
        )
      }
    >
      <nav className="work-tabs" aria-label={say(deliveryTexts.title)}>
        {TABS.map((each) => (
          <Link
            key={each}
            to="/channels"
            search={given({ tab: each === 'channels' ? undefined : each })}
            className={each === open ? 'work-tab work-tab-open' : 'work-tab'}
            aria-current={each === open ? 'page' : undefined}
            data-testid={`tab-${each}`}
          >
            {say(deliveryTexts.tabs[each])}
          </Link>
        ))}
      </nav>
      <Loaded query={channels}>
        {(view) => (
          <>
            {open === 'channels' && <ChannelList channels={view.channels} onEdit={setEdited} />}
            {open === 'templates' && <TemplateList />}
            {open === 'outbox' && <OutboxList channels={view.channels} />}
            {edited && (
              <ChannelForm kept={edited === 'new' ? undefined : edited} examples={view.examples} onClose={() => setEdited(undefined)} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
