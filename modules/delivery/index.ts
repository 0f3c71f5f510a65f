import { setChannel, startChannel, stopChannel } from './commands/channels.ts'
import { giveUpMessages, retryMessages, sendTest } from './commands/messages.ts'
import { chooseAddress, chooseDelivery } from './commands/own-delivery.ts'
import { restoreTemplate, setTemplate } from './commands/templates.ts'
import { channels } from './queries/channels.ts'
import { ownDelivery } from './queries/choices.ts'
import { outbox } from './queries/outbox.ts'
import { templates } from './queries/templates.ts'
import { noticeChannel } from './registers/notice-channel.register.ts'
import { noticeTemplate } from './registers/notice-template.register.ts'

export { channelsFile, keepChannels } from './commands/keep-channels.ts'
export { queueNotices } from './queries/queue-notices.ts'
export { type OpenChannel, sendDue } from './queries/send-due.ts'
export { takeReceipts } from './queries/take-receipts.ts'

export const delivery = {
  registers: [noticeChannel, noticeTemplate],
  commands: [
    setChannel,
    stopChannel,
    startChannel,
    sendTest,
    retryMessages,
    giveUpMessages,
    setTemplate,
    restoreTemplate,
    chooseDelivery,
    chooseAddress,
  ],
  queries: [channels, outbox, templates, ownDelivery],
}
