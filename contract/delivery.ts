import { z } from 'zod'
import { NOTICE_KINDS } from './notices.ts'
import { words } from './problem.ts'

/** What a message can be about: a notice, several at once, a test. */
export const MESSAGE_KINDS = [...NOTICE_KINDS, 'digest', 'test'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]
/** 待发, 已发, 已送达, 失败, 已放弃. */
export const MESSAGE_STATES = ['waiting', 'sent', 'delivered', 'failed', 'given_up'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]
export const TRANSPORTS = ['smtp', 'gateway'] as const
export type Transport = (typeof TRANSPORTS)[number]
/** At once, every working day, every Monday. */
export const CADENCES = ['once', 'daily', 'weekly'] as const
export type Cadence = (typeof CADENCES)[number]

const printable = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u)
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const address = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/)

/** Hours in which nothing is sent, such as 21:00 to 08:00; with `daysOff` no day off either. */
export const quiet = z.strictObject({ from: time, until: time, daysOff: z.boolean() })
export type Quiet = z.infer<typeof quiet>

/** When and of what a channel tells, unless a person chose otherwise. */
export const habits = z.strictObject({
  kinds: z.array(z.enum(NOTICE_KINDS)),
  cadence: z.enum(CADENCES),
  digestAt: time,
  quiet: quiet.nullable(),
  /** What is due within so many working days waits for neither quiet hours nor digest. */
  urgentDays: z.int().min(0).max(5),
  /** What stands before the path of a page in a link, such as https://lantu.example.cn; without it messages have no link. */
  linkBase: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
})
export type Habits = z.infer<typeof habits>

export const smtpSettings = z.strictObject({
  transport: z.literal('smtp'),
  host: z
    .string()
    .trim()
    .max(253)
    .regex(/^[A-Za-z0-9.:-]+$/),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: printable(120).optional(),
  from: address,
  fromName: printable(60).optional(),
  authority: z.string().max(20_000).startsWith('-----BEGIN CERTIFICATE-----').optional(),
})

const scalar = z.union([z.string().max(100), z.number(), z.boolean()])
const pointer = z
  .string()
  .max(200)
  .regex(/^(?:\/(?:[^~/]|~[01])*)*$/)
/** Where an answer tells something, and which values mean it. */
const telltale = z.strictObject({ pointer, oneOf: z.array(scalar).min(1).max(20) })

/** Headers that the connection itself is made of. */
const NOT_OURS =
  /^(?:host|content-length|content-type|transfer-encoding|connection|upgrade|te|trailer|keep-alive|expect|proxy-.*|idempotency-key)$/i
const headers = z
  .record(
    z
      .string()
      .max(60)
      .regex(/^[A-Za-z0-9-]+$/),
    z
      .string()
      .max(1000)
      .regex(/^\P{Cc}*$/u),
  )
  .refine(
    (given) => Object.keys(given).length <= 20 && !Object.keys(given).some((name) => NOT_OURS.test(name)),
    '不能设置这些请求头 | these headers cannot be set',
  )

/** http or https, no name and password in it, and placeholders only after the host, so that no text decides where a message goes. */
const gatewayUrl = z
  .string()
  .trim()
  .max(1000)
  .refine(
    isGatewayUrl,
    '应为 http 或 https 地址，不含用户名密码，占位符只能在主机名之后 | must be an http or https address without credentials, placeholders only after the host',
  )

function isGatewayUrl(text: string): boolean {
  const host = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]
  return host !== undefined && !/[{}@\s\p{Cc}]/u.test(host) && !/[\s\p{Cc}]/u.test(text) && URL.canParse(text.replaceAll(/\{\w+\}/g, 'x'))
}

/** What HMAC-SHA256 is laid over and how it is written. */
const signature = z.strictObject({ signs: z.string().min(1).max(200), encoding: z.enum(['hex', 'base64']), unit: z.enum(['s', 'ms']) })

/** How a receipt that comes back tells of a message: its id (ours or the platform's), its state, which states mean 已送达. */
const receipts = z.strictObject({ list: pointer.optional(), id: pointer, state: pointer, delivered: z.array(scalar).min(1).max(20) })

export const gatewaySettings = z.strictObject({
  transport: z.literal('gateway'),
  url: gatewayUrl,
  method: z.enum(['POST', 'PUT']),
  headers,
  body: z.json().refine((body) => JSON.stringify(body).length <= 10_000, '不能超过 1 万字 | must not be longer than 10,000 characters'),
  signature: signature.optional(),
  accepted: telltale.optional(),
  again: telltale.optional(),
  receiptPointer: pointer.optional(),
  receipts: receipts.optional(),
})
export type GatewayChannelSettings = z.infer<typeof gatewaySettings>

export const channelSettings = z.discriminatedUnion('transport', [smtpSettings, gatewaySettings])
export type ChannelSettings = z.infer<typeof channelSettings>

/** Passwords and keys; what is not named stays as it is. They are never answered. */
export const channelSecrets = z.strictObject({
  password: z.string().min(1).max(500).optional(),
  /** Stands for {token} in a gateway's address, headers and body. */
  token: z
    .string()
    .min(1)
    .max(500)
    .regex(/^\P{Cc}*$/u)
    .optional(),
  /** What messages to a gateway and receipts from it are signed with. */
  signKey: z.string().min(1).max(500).optional(),
})
export type ChannelSecrets = z.infer<typeof channelSecrets>

/** POST /commands/delivery.set-channel — a new channel, or a changed one. */
export const setChannelInput = z.strictObject({
  channel: z.uuid().optional(),
  /** What an installer knows it by. */
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: printable(60),
  settings: channelSettings,
  habits,
  secrets: channelSecrets.optional(),
})
export type SetChannel = z.infer<typeof setChannelInput>

/** POST /commands/delivery.stop-channel, start-channel */
export const channelInput = z.strictObject({ channel: z.uuid() })
/** POST /commands/delivery.send-test */
export const sendTestInput = z.strictObject({ channel: z.uuid(), to: printable(120) })
/** POST /commands/delivery.retry-messages, give-up-messages */
export const messagesInput = z.strictObject({ messages: z.array(z.uuid()).min(1).max(200), reason: z.string().trim().min(1).max(500) })

const gatewayExample = z.object({ key: z.string(), title: words, note: words, settings: gatewaySettings })
export type GatewayExample = z.infer<typeof gatewayExample>

const channelCounts = z.object({ waiting: z.int(), sent: z.int(), delivered: z.int(), failed: z.int() })

/** GET /queries/delivery.channels */
export const channelsView = z.object({
  channels: z.array(
    z.object({
      id: z.uuid(),
      version: z.int(),
      code: z.string(),
      title: z.string(),
      state: z.enum(['active', 'stopped']),
      settings: channelSettings,
      habits,
      /** Which secrets are kept; never what they are. */
      secrets: z.array(z.string()),
      /** Of the last thirty days. */
      counts: channelCounts,
      lastSentAt: z.string().nullable(),
      lastReason: words.nullable(),
    }),
  ),
  /** Beginnings for a gateway's settings. */
  examples: z.array(gatewayExample),
})
export type ChannelsView = z.infer<typeof channelsView>
/** A channel as the administrator sees it. */
export type ChannelView = ChannelsView['channels'][number]

/** Which messages are asked for. */
export const outboxInput = z.strictObject({
  state: z.enum(MESSAGE_STATES).optional(),
  channel: z.uuid().optional(),
  kind: z.enum(MESSAGE_KINDS).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** GET /queries/delivery.outbox — what left the house or is to leave it, the last first. */
export const outboxView = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      channel: z.uuid(),
      channelTitle: z.string(),
      personName: z.string(),
      kind: z.enum(MESSAGE_KINDS),
      /** How many notices it tells of. */
      many: z.int(),
      state: z.enum(MESSAGE_STATES),
      tries: z.int(),
      reason: words.nullable(),
      receipt: z.string().nullable(),
      madeAt: z.string(),
      dueAt: z.string(),
      sentAt: z.string().nullable(),
      endedAt: z.string().nullable(),
    }),
  ),
  cursor: z.string().optional(),
})
export type OutboxView = z.infer<typeof outboxView>

/** Which template: what the message is about, by which kind of channel, in which language. */
export const templateInput = z.strictObject({ about: z.enum(MESSAGE_KINDS), transport: z.enum(TRANSPORTS), language: z.enum(['zh', 'en']) })
/** POST /commands/delivery.set-template; restore-template takes `templateInput`. */
export const setTemplateInput = templateInput.extend({ subject: printable(120), body: z.string().trim().min(1).max(2000) })
export type SetTemplate = z.infer<typeof setTemplateInput>

/** GET /queries/delivery.templates — every template as it is used now, with what may stand in it. */
export const templatesView = z.object({
  templates: z.array(setTemplateInput.extend({ isDefault: z.boolean() })),
  kinds: z.array(
    z.object({
      about: z.enum(MESSAGE_KINDS),
      /** Placeholders with an example each, by language. */
      examples: z.object({ zh: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
    }),
  ),
})
export type TemplatesView = z.infer<typeof templatesView>

/** What a person chose: of what and how often by each channel, and their own quiet hours; what is not there is as the channel has it. */
export const deliveryChoices = z.strictObject({
  channels: z.record(z.uuid(), z.strictObject({ kinds: z.array(z.enum(NOTICE_KINDS)).optional(), cadence: z.enum(CADENCES).optional() })),
  /** null: at any hour. */
  quiet: quiet.nullable().optional(),
})
export type DeliveryChoices = z.infer<typeof deliveryChoices>
/** POST /commands/delivery.choose-delivery */
export const chooseDeliveryInput = deliveryChoices
/** POST /commands/delivery.choose-address — what is not named stays, null takes it away. */
export const chooseAddressInput = z.strictObject({
  mail: address.nullable().exactOptional(),
  phone: z
    .string()
    .regex(/^1\d{10}$/)
    .nullable()
    .exactOptional(),
})

/** GET /queries/delivery.own */
export const ownDeliveryView = z.object({
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  channels: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      transport: z.enum(TRANSPORTS),
      /** Whether I have the address that it needs. */
      reached: z.boolean(),
      habits: habits.omit({ linkBase: true }),
    }),
  ),
  choices: deliveryChoices,
})
export type OwnDelivery = z.infer<typeof ownDeliveryView>
