import { channelInput, type SetChannel, setChannelInput } from '#contract/delivery.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command, invalid } from '#engine/store/command.ts'
import { keepSecrets } from '../queries/channel-store.ts'
import { noticeChannel } from '../registers/notice-channel.register.ts'
import { gatewayFaults } from '../rules/gateway-faults.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'

/** Sets up a channel or changes it; the history keeps who and when, never a password. */
export const setChannel = command({
  name: 'delivery.set-channel',
  label: { zh: '设置通知渠道', en: 'Set a notice channel' },
  input: setChannelInput,
  right: ADMINISTRATOR,
  run: keepChannel,
  // The request is kept by its hash alone.
  keeps: ({ channel }) => ({ channel }),
})

/** Keeps one channel with its secrets. */
export async function keepChannel(
  call: Call,
  { channel, code, title, settings, habits, secrets }: SetChannel,
): Promise<{ channel: string } | Refusal> {
  const [namesake] = await call.find(noticeChannel, { field: 'code', is: code })
  if (namesake && namesake.id !== channel) return codeTaken(code)
  const faults = settings.transport === 'gateway' ? gatewayFaults(settings) : []
  if (faults.length > 0) return invalid(faults)
  const values = { title, code, settings, habits }
  const id = channel === undefined ? call.create(noticeChannel, [values])[0]! : await changed(call, channel, values)
  if (secrets) await keepSecrets(call, id, secrets)
  return { channel: id }
}

async function changed(call: Call, channel: string, values: Pick<SetChannel, 'title' | 'code' | 'settings' | 'habits'>): Promise<string> {
  const own = await call.read(noticeChannel, channel)
  call.change(noticeChannel, own, values)
  return own.id
}

function codeTaken(code: string): Refusal {
  return refuse(
    'conflict',
    'channel.code-taken',
    `已有编码为 ${code} 的渠道，请换一个编码`,
    `there is a channel with the code ${code}; take another`,
  )
}

/** Nothing leaves by it until it is started again; what waits stays. */
export const stopChannel = command({
  name: 'delivery.stop-channel',
  label: { zh: '停用通知渠道', en: 'Stop a notice channel' },
  input: channelInput,
  right: ADMINISTRATOR,
  async run(call, { channel }) {
    call.move(noticeChannel, [await call.read(noticeChannel, channel)], 'stop')
    return { channel }
  },
})

export const startChannel = command({
  name: 'delivery.start-channel',
  label: { zh: '启用通知渠道', en: 'Start a notice channel' },
  input: channelInput,
  right: ADMINISTRATOR,
  async run(call, { channel }) {
    call.move(noticeChannel, [await call.read(noticeChannel, channel)], 'start')
    return { channel }
  },
})
