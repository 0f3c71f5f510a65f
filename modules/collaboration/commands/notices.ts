import { chooseNoticesInput, readNoticesInput } from '#contract/notices.ts'
import { command } from '#engine/store/command.ts'
import { keepRead, keepWanted } from '../queries/keep-notice-choices.ts'

/** A notice is the person's own and no entry: marking it leaves no event. */
export const readNotices = command({
  name: 'collaboration.read-notices',
  label: { zh: '消息标为已读', en: 'Mark notices as read' },
  input: readNoticesInput,
  right: { always: true },
  async run(call, { notices }) {
    return { read: await keepRead(call, notices) }
  },
})

export const chooseNotices = command({
  name: 'collaboration.choose-notices',
  label: { zh: '设置消息订阅', en: 'Choose notices' },
  input: chooseNoticesInput,
  right: { always: true },
  async run(call, { kind, wanted }) {
    await keepWanted(call, kind, wanted)
    return { kind, wanted }
  },
})
