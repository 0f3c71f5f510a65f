import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

/** What the people who run Lantu may set, by environment variables only. */
export interface Settings {
  /** The folder of the program itself. */
  readonly root: string
  /** The data folder: database, files, keys. */
  readonly home: string
  readonly host: string
  readonly port: number
  /** An existing PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined
  readonly timeZone: string
  readonly logLevel: LogLevel
  /** How much of the demonstration is made at the first start. */
  readonly demonstration: DemonstrationSize
  /** For how many minutes what somebody has just done to an entry can be taken back; 0: not at all. */
  readonly takeBackMinutes: number
  /** For how many days what somebody typed and did not save is kept after the last change. */
  readonly draftDays: number
  /** A JSON file with the notice channels as they are to be; absent: the administrator sets them on the page. */
  readonly channelsFile: string | undefined
  /** A language model that may propose items of a plan; absent, as it is unless somebody switches it on: nothing leaves the house. */
  readonly assistant: AssistantSettings | undefined
}

/** Where a language model is asked, at any address of the form that OpenAI made common. */
export interface AssistantSettings {
  /** Without /chat/completions, such as http://10.0.0.8:8000/v1. */
  readonly url: string
  readonly model: string
  readonly key: string | undefined
  readonly timeoutMs: number
}

/** How much is logged, as pino names it. */
export type LogLevel = (typeof LOG_LEVELS)[number]

/** `small` has a tenth of the entries. */
export type DemonstrationSize = (typeof DEMONSTRATION_SIZES)[number]

const DEMONSTRATION_SIZES = ['full', 'small'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const PROGRAM_ROOT = dirname(dirname(import.meta.dirname))

type Environment = Readonly<Record<string, string | undefined>>

/** Reads every setting once and reports all faults together. */
export function readSettings(environment: Environment = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
  const read = schema.safeParse(given)
  if (!read.success) throw new SettingsFault(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const {
    PORT,
    DATABASE_URL,
    LANTU_HOST,
    LANTU_HOME,
    LANTU_TIME_ZONE,
    LANTU_LOG,
    LANTU_DEMONSTRATION,
    LANTU_TAKE_BACK_MINUTES,
    LANTU_DRAFT_DAYS,
    LANTU_CHANNELS,
    ...assistant
  } = read.data
  return {
    root: PROGRAM_ROOT,
    home: LANTU_HOME === undefined ? join(PROGRAM_ROOT, '.lantu') : resolve(LANTU_HOME),
    host: LANTU_HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    timeZone: LANTU_TIME_ZONE,
    logLevel: LANTU_LOG,
    demonstration: LANTU_DEMONSTRATION,
    takeBackMinutes: LANTU_TAKE_BACK_MINUTES,
    draftDays: LANTU_DRAFT_DAYS,
    channelsFile: LANTU_CHANNELS === undefined ? undefined : resolve(LANTU_CHANNELS),
    assistant: assistantFrom(assistant),
  }
}

/** Settings that cannot be used; the message names each of them in Chinese and English. */
export class SettingsFault extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(
      `环境变量有误，请改正后重新启动。/ Environment variables are wrong; correct them and start again.\n${faults.map((f) => `  ${f}`).join('\n')}`,
    )
    this.name = 'SettingsFault'
    this.faults = faults
  }
}

/** What to open in a browser on this machine: 0.0.0.0 is no address a person can visit. */
export function localAddress({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

const schema = z.object({
  PORT: z
    .string()
    .default('8080')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, '应为 0 至 65535 的整数 / expected an integer from 0 to 65535')
    .transform(Number),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, '应以 postgresql:// 开头 / expected to begin with postgresql://')
    .optional(),
  LANTU_HOST: z.string().default('0.0.0.0'),
  LANTU_HOME: z.string().optional(),
  LANTU_CHANNELS: z.string().optional(),
  LANTU_ASSISTANT: z.enum(['on', 'off'], '应为 on 或 off / expected on or off').default('off'),
  LANTU_ASSISTANT_URL: z.url({ protocol: /^https?$/, error: '应为 http 或 https 地址 / expected an address of http or https' }).optional(),
  LANTU_ASSISTANT_MODEL: z.string().optional(),
  LANTU_ASSISTANT_KEY: z.string().optional(),
  LANTU_ASSISTANT_SECONDS: z
    .string()
    .default('60')
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1, '应为 1 至 999 的整数 / expected an integer from 1 to 999')
    .transform(Number),
  LANTU_TIME_ZONE: z
    .string()
    .default('Asia/Shanghai')
    .refine(isTimeZone, '应为时区名称，如 Asia/Shanghai / expected a time zone such as Asia/Shanghai'),
  LANTU_DEMONSTRATION: z.enum(DEMONSTRATION_SIZES, `应为其中之一 / expected one of: ${DEMONSTRATION_SIZES.join(', ')}`).default('full'),
  LANTU_TAKE_BACK_MINUTES: z
    .string()
    .default('10')
    .refine((text) => /^\d{1,4}$/.test(text) && Number(text) <= 1440, '应为 0 至 1440 的整数 / expected an integer from 0 to 1440')
    .transform(Number),
  LANTU_DRAFT_DAYS: z
    .string()
    .default('90')
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1, '应为 1 至 999 的整数 / expected an integer from 1 to 999')
    .transform(Number),
  LANTU_LOG: z.enum(LOG_LEVELS, `应为其中之一 / expected one of: ${LOG_LEVELS.join(', ')}`).default('warn'),
})

type AssistantRead = Pick<
  z.infer<typeof schema>,
  'LANTU_ASSISTANT' | 'LANTU_ASSISTANT_URL' | 'LANTU_ASSISTANT_MODEL' | 'LANTU_ASSISTANT_KEY' | 'LANTU_ASSISTANT_SECONDS'
>

/** Both the switch and an address: an address alone sends nothing. */
function assistantFrom(read: AssistantRead): AssistantSettings | undefined {
  const { LANTU_ASSISTANT_URL: url, LANTU_ASSISTANT_MODEL: model } = read
  if (read.LANTU_ASSISTANT === 'off') return undefined
  if (url === undefined || model === undefined)
    throw new SettingsFault([
      'LANTU_ASSISTANT: 启用须同时设置 LANTU_ASSISTANT_URL 和 LANTU_ASSISTANT_MODEL / needs LANTU_ASSISTANT_URL and LANTU_ASSISTANT_MODEL',
    ])
  return { url: url.replace(/\/+$/, ''), model, key: read.LANTU_ASSISTANT_KEY, timeoutMs: read.LANTU_ASSISTANT_SECONDS * 1000 }
}

function isTimeZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
