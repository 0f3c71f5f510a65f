import { messagesInput, sendTestInput } from '#contract/delivery.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { giveUpMessages as giveUp, queueTest, releaseMessages } from '../queries/outbox-acts.ts'
import { noticeChannel } from '../registers/notice-channel.register.ts'
import { fitsTransport } from '../rules/address-of.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'

/** Puts a test into the outbox; the worker sends it within seconds, and what became of it stands there. */
export const sendTest = command({
  name: 'delivery.send-test',
  label: { zh: '发送测试消息', en: 'Send a test message' },
  input: sendTestInput,
  right: ADMINISTRATOR,
  async run(call, { channel, to }) {
    const own = await call.read(noticeChannel, channel)
    if (!fitsTransport(own.settings as Parameters<typeof fitsTransport>[0], to)) return wrongAddress() // only set-channel writes settings
    call.move(noticeChannel, [own], 'test')
    return { message: await queueTest(call, channel, to) }
  },
})

function wrongAddress(): Refusal {
  return refuse(
    'invalid',
    'message.wrong-address',
    '收件地址与渠道不符：邮件渠道填邮箱，网关渠道填手机号',
    'the address does not fit the channel: a mail address for mail, a mobile number for a gateway',
    { faults: [{ path: 'to', message: { zh: '地址格式不对', en: 'the address has the wrong form' } }] },
  )
}

/** Failed and given-up messages, and those waiting for their next try, are sent at once and from the first try. */
export const retryMessages = command({
  name: 'delivery.retry-messages',
  label: { zh: '重新发送消息', en: 'Send messages again' },
  input: messagesInput,
  right: ADMINISTRATOR,
  run: (call, input) => act(call, input, 'retry', releaseMessages),
})

/** Messages that wait or failed are not sent any more. */
export const giveUpMessages = command({
  name: 'delivery.give-up-messages',
  label: { zh: '放弃发送消息', en: 'Give messages up' },
  input: messagesInput,
  right: ADMINISTRATOR,
  run: (call, input) => act(call, input, 'giveUp', giveUp),
})

type Input = { readonly messages: readonly string[]; readonly reason: string }
type Act = (call: Call, messages: readonly string[]) => Promise<readonly { readonly channel: string }[]>

/** The act stands in the history of each channel, with how many messages and why. */
async function act(
  call: Call,
  { messages, reason }: Input,
  move: 'retry' | 'giveUp',
  change: Act,
): Promise<{ messages: number } | Refusal> {
  const done = await change(call, messages)
  if (done.length === 0) return nothingToDo()
  call.because(`${reason}（${done.length}）`)
  const channels = await call.readAll(noticeChannel, [...new Set(done.map(({ channel }) => channel))])
  call.move(noticeChannel, channels, move)
  return { messages: done.length }
}

function nothingToDo(): Refusal {
  return refuse(
    'conflict',
    'message.nothing-to-do',
    '所选消息的状态已变，没有可以处理的；请刷新列表',
    'the chosen messages have moved on and none can be treated so; reload the list',
  )
}
