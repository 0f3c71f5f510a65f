import { setChannel, startChannel, stopChannel } from './commands/channels.ts'
import { giveUpMessages, retryMessages, sendTest } from './commands/messages.ts'
import { channels } from './queries/channels.ts'
import { outbox } from './queries/outbox.ts'
import { noticeChannel } from './registers/notice-channel.register.ts'

export { queueNotices } from './queries/queue-notices.ts'
export { type OpenChannel, sendDue } from './queries/send-due.ts'
export { takeReceipts } from './queries/take-receipts.ts'

export const delivery = {
  registers: [noticeChannel],
  commands: [setChannel, stopChannel, startChannel, sendTest, retryMessages, giveUpMessages],
  queries: [channels, outbox],
}
