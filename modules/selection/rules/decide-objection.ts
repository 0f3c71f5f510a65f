import type { Words } from '#engine/define/words.ts'

export interface NoticeTime {
  readonly state: string
  readonly noticeFromOn: string | null
  readonly noticeUntilOn: string | null
}

/** What stands against an objection received on this day: it is taken through the whole of the notice's last day. */
export function againstObjection({ state, noticeFromOn, noticeUntilOn }: NoticeTime, receivedOn: string, today: string): readonly Words[] {
  return [
    ...say(state !== 'onNotice', '批次不在公示中，不能登记异议', 'the batch is not on public notice and takes no objections'),
    ...say(
      noticeFromOn !== null && receivedOn < noticeFromOn,
      `收到日期 ${receivedOn} 早于公示起始日 ${noticeFromOn}`,
      `received on ${receivedOn}, before the notice began (${noticeFromOn})`,
    ),
    ...say(
      noticeUntilOn !== null && receivedOn > noticeUntilOn,
      `公示已于 ${noticeUntilOn} 结束，${receivedOn} 收到的意见不再按异议受理；可按信访或举报渠道办理`,
      `the notice ended on ${noticeUntilOn}; what comes on ${receivedOn} is no longer an objection`,
    ),
    ...say(receivedOn > today, `收到日期 ${receivedOn} 在今天（${today}）之后`, `${receivedOn} lies after today (${today})`),
  ]
}

/** A notice is not closed, and a batch not published, while an objection is open. */
export function againstOpenObjections(open: readonly { readonly title: string }[]): readonly Words[] {
  const titles = [...new Set(open.map(({ title }) => title))]
  const some = (between: string, more: string) => titles.slice(0, 5).join(between) + (titles.length > 5 ? more : '')
  return say(
    open.length > 0,
    `还有 ${open.length} 件异议未处理完毕：${some('、', '等')}`,
    `${open.length} objections are not settled: ${some(', ', ' and others')}`,
  )
}

function say(stands: boolean, zh: string, en: string): readonly Words[] {
  return stands ? [{ zh, en }] : []
}
