import { z } from 'zod'
import { MESSAGE_KINDS, type MessageKind, type SetTemplate, type TemplatesView, TRANSPORTS, type Transport } from '#contract/delivery.ts'
import type { Language } from '#engine/define/words.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { oneOf, text } from '#platform/db/columns.ts'
import { noticeTemplate } from '../registers/notice-template.register.ts'
import { defaultTemplate, type Template } from '../rules/default-templates.ts'
import { PLACEHOLDERS, type Placeholder } from '../rules/fill-template.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'

/** The words for a message: the administrator's, else those that came with the program. */
export type TemplateFor = (about: MessageKind, transport: Transport, language: Language) => Template

/** Reads what the administrator wrote. */
export async function templateFor(store: Store): Promise<TemplateFor> {
  const own = new Map((await written(store)).map((each) => [`${each.about} ${each.transport} ${each.language}`, each]))
  return (about, transport, language) => own.get(`${about} ${transport} ${language}`) ?? defaultTemplate(about, transport, language)
}

const LANGUAGES = ['zh', 'en'] as const
const TEMPLATE = {
  about: oneOf(MESSAGE_KINDS),
  transport: oneOf(TRANSPORTS),
  language: oneOf(LANGUAGES),
  subject: text,
  body: text,
}

async function written(store: Store): Promise<readonly SetTemplate[]> {
  const sql = `select about, transport, language, subject, body from ${tableOf(store, noticeTemplate)} where state = 'active'`
  return askFor(poolReader(store), TEMPLATE, sql, [])
}

/** Every template as it is used now; which are the administrator's is told. */
export const templates = query({
  name: 'delivery.templates',
  label: { zh: '消息模板', en: 'Notice templates' },
  input: z.object({}),
  right: ADMINISTRATOR,
  async run({ store }): Promise<TemplatesView> {
    const find = await templateFor(store)
    const all = MESSAGE_KINDS.flatMap((about) =>
      TRANSPORTS.flatMap((transport) => LANGUAGES.map((language) => ({ about, transport, language }))),
    )
    return {
      templates: all.map((key) => {
        const { subject, body } = find(key.about, key.transport, key.language)
        const shipped = defaultTemplate(key.about, key.transport, key.language)
        return { ...key, subject, body, isDefault: subject === shipped.subject && body === shipped.body }
      }),
      kinds: MESSAGE_KINDS.map((about) => ({ about, examples: { zh: examplesOf(about, 'zh'), en: examplesOf(about, 'en') } })),
    }
  },
})

const EXAMPLES: Readonly<Record<Placeholder, Readonly<Record<Language, string>>>> = {
  count: { zh: '3', en: '3' },
  register: { zh: '前沿技术突破', en: 'Frontier technologies' },
  act: { zh: '退回', en: 'Return' },
  matter: { zh: '1 件“前沿技术突破”', en: 'one of “Frontier technologies”' },
  link: { zh: 'https://lantu.example.cn/work', en: 'https://lantu.example.cn/work' },
  time: { zh: '2026-09-30 08:30', en: '2026-09-30 08:30' },
  lines: {
    zh: '· 等您办理：“前沿技术突破” 3 件\n· 到期提醒：2 件',
    en: '· Waits for you: “Frontier technologies”, 3\n· Due soon: 2',
  },
  channel: { zh: '单位邮箱', en: 'Office mail' },
}

function examplesOf(about: MessageKind, language: Language): Record<string, string> {
  return Object.fromEntries(PLACEHOLDERS[about].map((name) => [name, EXAMPLES[name][language]]))
}
