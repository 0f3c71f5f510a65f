import type { Cadence, MessageKind, MessageState, Transport } from '#contract/delivery.ts'
import { NOTICE_LABELS } from '#contract/notices.ts'
import type { Texts, Words } from './words.ts'

export const deliveryTexts = {
  title: { zh: '通知渠道', en: 'Notice channels' },
  note: {
    zh: '站内消息之外，经邮件或短信等平台提醒。外发内容只有件数、名录名称和链接，不含条目正文与个人信息。',
    en: 'How people are told outside the product. What leaves holds counts, names of lists and a link, no content of entries and no personal data.',
  },
  tabs: {
    channels: { zh: '渠道', en: 'Channels' },
    templates: { zh: '消息模板', en: 'Templates' },
    outbox: { zh: '外发记录', en: 'Outbox' },
  },
  add: { zh: '新增渠道', en: 'Add a channel' },
  none: { zh: '尚未设置渠道', en: 'No channel is set up' },
  noneNote: {
    zh: '目前只在站内提醒。新增一个邮件或网关渠道，发送测试成功后即可使用。',
    en: 'People are told in the product only. Add a mail server or a gateway and send a test.',
  },
  channel: { zh: '渠道', en: 'Channel' },
  kind: { zh: '类型', en: 'Kind' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '使用中', en: 'In use' },
  stopped: { zh: '已停用', en: 'Stopped' },
  counts: { zh: '近 30 天', en: 'Last 30 days' },
  countsText: {
    zh: '已发\u00A0{sent}，送达\u00A0{delivered}，待发\u00A0{waiting}，失败\u00A0{failed}',
    en: '{sent}\u00A0sent, {delivered}\u00A0delivered, {waiting}\u00A0waiting, {failed}\u00A0failed',
  },
  lastSent: { zh: '最近发出', en: 'Last sent' },
  never: { zh: '—', en: '—' },
  change: { zh: '设置', en: 'Settings' },
  test: { zh: '发送测试', en: 'Send a test' },
  stop: { zh: '停用', en: 'Stop' },
  start: { zh: '启用', en: 'Start' },
  testTo: { zh: '收件地址', en: 'Send to' },
  testMail: { zh: '邮箱地址', en: 'a mail address' },
  testPhone: { zh: '手机号', en: 'a mobile number' },
  testSent: {
    zh: '已放入外发记录，几秒内发出；结果见“外发记录”。',
    en: 'It stands in the outbox and leaves within seconds; see there what becomes of it.',
  },
  send: { zh: '发送', en: 'Send' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Texts

export const channelFormTexts = {
  name: { zh: '名称', en: 'Title' },
  code: { zh: '编码（小写字母、数字、连字符）', en: 'Code (small letters, digits, hyphens)' },
  host: { zh: '服务器', en: 'Server' },
  port: { zh: '端口', en: 'Port' },
  security: { zh: '加密', en: 'Encryption' },
  tls: { zh: 'TLS（465）', en: 'TLS (465)' },
  starttls: { zh: 'STARTTLS（587）', en: 'STARTTLS (587)' },
  noSecurity: { zh: '不加密（仅限封闭内网）', en: 'None (closed networks only)' },
  user: { zh: '登录名', en: 'User' },
  from: { zh: '发件地址', en: 'From' },
  fromName: { zh: '发件人名称', en: 'Name of the sender' },
  authority: { zh: '内网 CA 证书（PEM，可不填）', en: 'Certificate of the network’s own CA (PEM, may be empty)' },
  password: { zh: '密码', en: 'Password' },
  token: { zh: '令牌（替换 {token}）', en: 'Token (stands for {token})' },
  signKey: { zh: '签名密钥', en: 'Signing key' },
  kept: { zh: '已保存，不再显示；填写则替换', en: 'kept and never shown; typing replaces it' },
  example: { zh: '从示例开始', en: 'Begin with an example' },
  noExample: { zh: '（不使用示例）', en: '(none)' },
  settings: { zh: '接口设置（JSON）', en: 'Settings of the interface (JSON)' },
  settingsNote: {
    zh: '占位符：{to} {subject} {text} {id} {timestamp} {token} {signature}。判断条件用 JSON 指针。',
    en: 'Placeholders: {to} {subject} {text} {id} {timestamp} {token} {signature}. Conditions use JSON pointers.',
  },
  notJson: { zh: '不是有效的 JSON，请检查括号、引号和逗号', en: 'this is no JSON; look at brackets, quotes and commas' },
  receipt: { zh: '回执地址：{path}', en: 'Receipts go to: {path}' },
  connection: { zh: '连接', en: 'Connection' },
  habits: { zh: '默认提醒规则', en: 'What is told by default' },
  habitsNote: { zh: '本人可在“消息 → 接收设置”中另行选择。', en: 'Each person may choose otherwise under Notices → Settings.' },
  linkBase: {
    zh: '链接前缀（如 https://lantu.example.cn，可不填）',
    en: 'What links begin with (such as https://lantu.example.cn, may be empty)',
  },
} as const satisfies Texts

export const habitTexts = {
  kinds: { zh: '提醒哪些消息', en: 'Of what' },
  cadence: { zh: '频率', en: 'How often' },
  digestAt: { zh: '汇总时间', en: 'Digest at' },
  quiet: { zh: '免打扰', en: 'Quiet hours' },
  from: { zh: '自', en: 'From' },
  until: { zh: '至', en: 'Until' },
  daysOff: { zh: '非工作日不提醒', en: 'Not on days off' },
  urgent: { zh: '几个工作日内到期的待办不受免打扰与汇总限制', en: 'Working days before a due day within which work is told at once' },
  atAnyHour: { zh: '不设免打扰', en: 'At any hour' },
} as const satisfies Texts

export const ownDeliveryTexts = {
  title: { zh: '接收设置', en: 'How to be told' },
  note: {
    zh: '站内消息总会产生；这里设置站外怎样提醒您。',
    en: 'Notices always stand in the product; here you say how you are told outside of it.',
  },
  addresses: { zh: '联系方式', en: 'Addresses' },
  addressesNote: {
    zh: '加密保存，只显示首尾；仅本人和系统管理员可以修改。',
    en: 'Kept encrypted and shown masked; only you and the administrator change them.',
  },
  mail: { zh: '电子邮箱', en: 'Mail' },
  phone: { zh: '手机', en: 'Mobile' },
  missing: { zh: '未登记', en: 'none' },
  change: { zh: '更改', en: 'Change' },
  remove: { zh: '删除', en: 'Remove' },
  none: { zh: '没有可用的渠道', en: 'There is no channel' },
  noneNote: {
    zh: '系统管理员尚未接通邮件或短信，目前只在站内提醒。',
    en: 'The administrator has set up neither mail nor text messages; you are told in the product.',
  },
  needsMail: { zh: '须先登记电子邮箱', en: 'needs your mail address' },
  needsPhone: { zh: '须先登记手机号', en: 'needs your mobile number' },
  as: { zh: '按渠道默认', en: 'as the channel has it' },
  ownQuiet: { zh: '自己设定', en: 'my own' },
  saved: { zh: '已保存', en: 'Saved' },
  back: { zh: '返回消息', en: 'Back to the notices' },
} as const satisfies Texts

export const templateTexts = {
  about: { zh: '消息类型', en: 'About' },
  transport: { zh: '渠道类型', en: 'Kind of channel' },
  language: { zh: '语言', en: 'Language' },
  chinese: { zh: '中文', en: '中文' },
  english: { zh: 'English', en: 'English' },
  subject: { zh: '标题', en: 'Subject' },
  body: { zh: '正文', en: 'Text' },
  placeholders: { zh: '可用占位符：{names}', en: 'Placeholders: {names}' },
  preview: { zh: '预览（示例数据）', en: 'Preview (with examples)' },
  restore: { zh: '恢复默认', en: 'Back to the default' },
  isDefault: { zh: '默认内容', en: 'as it came with the program' },
  isOwn: { zh: '已修改', en: 'changed' },
} as const satisfies Texts

export const outboxTexts = {
  none: { zh: '没有外发记录', en: 'Nothing has left' },
  noneNote: {
    zh: '有渠道在用且有人登记了地址后，消息会从这里发出。',
    en: 'Messages stand here once a channel is in use and people have addresses.',
  },
  allStates: { zh: '全部状态', en: 'Every state' },
  allChannels: { zh: '全部渠道', en: 'Every channel' },
  person: { zh: '收件人', en: 'To' },
  what: { zh: '内容', en: 'About' },
  made: { zh: '生成时间', en: 'Made' },
  tries: { zh: '次数', en: 'Tries' },
  reason: { zh: '说明', en: 'Reason' },
  next: { zh: '预计 {time} 发送', en: 'leaves at {time}' },
  several: { zh: '{kind}等 {count} 条', en: '{kind} and others, {count} in all' },
  retry: { zh: '重新发送', en: 'Send again' },
  giveUp: { zh: '放弃', en: 'Give up' },
  choose: { zh: '选择', en: 'Choose' },
  chooseOne: { zh: '选择发给{person}的“{what}”', en: 'Choose “{what}” to {person}' },
  chooseFailed: { zh: '选中失败的 {count} 条', en: 'Choose the {count} that failed' },
  retryChosen: { zh: '重新发送 {count} 条', en: 'Send {count} again' },
  giveUpChosen: { zh: '放弃 {count} 条', en: 'Give {count} up' },
  why: { zh: '理由（留痕）', en: 'Why (kept in the history)' },
} as const satisfies Texts

export const MESSAGE_LABELS: Readonly<Record<MessageKind, Words>> = {
  ...NOTICE_LABELS,
  digest: { zh: '汇总', en: 'Digest' },
  test: { zh: '测试', en: 'Test' },
}
export const STATE_LABELS: Readonly<Record<MessageState, Words>> = {
  waiting: { zh: '待发', en: 'Waiting' },
  sent: { zh: '已发', en: 'Sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  failed: { zh: '失败', en: 'Failed' },
  given_up: { zh: '已放弃', en: 'Given up' },
}
export const CADENCE_LABELS: Readonly<Record<Cadence, Words>> = {
  once: { zh: '随时', en: 'At once' },
  daily: { zh: '每个工作日汇总', en: 'Once every working day' },
  weekly: { zh: '每周一汇总', en: 'Every Monday' },
}
export const TRANSPORT_LABELS: Readonly<Record<Transport, Words>> = {
  smtp: { zh: '邮件（SMTP）', en: 'Mail (SMTP)' },
  gateway: { zh: 'HTTP 网关（短信、政务消息等）', en: 'HTTP gateway (SMS, messengers)' },
}
