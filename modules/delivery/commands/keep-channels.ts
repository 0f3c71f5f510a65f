import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type SetChannel, setChannelInput } from '#contract/delivery.ts'
import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command, execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { clientReader } from '#engine/store/read.ts'
import { INSTALLER } from '#modules/directory/index.ts'
import { secretsOf } from '../queries/channel-store.ts'
import { noticeChannel } from '../registers/notice-channel.register.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'
import { keepChannel } from './channels.ts'

/** A file that an installer lays beside the program: channels as they are to be, by code. */
export const channelsFile = z.array(setChannelInput.omit({ channel: true })).max(20)

/** Makes the channels of a file, or brings them to what it says; others, and which are stopped, are left as they are. */
export async function keepChannels(store: Store, given: z.infer<typeof channelsFile>): Promise<void> {
  const keep = command({
    name: 'installation.seed',
    label: { zh: '按配置文件设置渠道', en: 'Set channels from a file' },
    input: channelsFile,
    right: ADMINISTRATOR,
    async run(call, channels): Promise<Record<string, never> | Refusal> {
      for (const channel of channels) {
        const kept = await keepOne(call, channel)
        if (isRefusal(kept)) return kept
      }
      return {}
    },
  })
  const outcome = await execute(store, keep, { actor: INSTALLER, request: 'channels' }, given)
  if (!outcome.ok) throw new Error(`${outcome.words.zh} / ${outcome.words.en}`)
}

/** Every start says the same again: only what differs is written. */
async function keepOne(call: Call, given: Omit<SetChannel, 'channel'>): Promise<unknown> {
  const { title, settings, habits, secrets = {} } = given
  const [own] = await call.find(noticeChannel, { field: 'code', is: given.code })
  if (!own) return keepChannel(call, given)
  const before = await secretsOf(call.facts.store, own.id, clientReader(call.facts.client))
  const isSame = isDeepStrictEqual([own.title, own.settings, own.habits, before], [title, settings, habits, { ...before, ...secrets }])
  return isSame ? undefined : keepChannel(call, { ...given, channel: own.id })
}
