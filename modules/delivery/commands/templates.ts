import { setTemplateInput, templateInput } from '#contract/delivery.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command, invalid } from '#engine/store/command.ts'
import { type NoticeTemplate, noticeTemplate } from '../registers/notice-template.register.ts'
import { PLACEHOLDERS, unknownPlaceholders } from '../rules/fill-template.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'

/** What a message of a kind says from now on, by a kind of channel and in a language. */
export const setTemplate = command({
  name: 'delivery.set-template',
  label: { zh: '修改消息模板', en: 'Set a notice template' },
  input: setTemplateInput,
  right: ADMINISTRATOR,
  async run(call, { about, transport, language, subject, body }) {
    const unknown = unknownPlaceholders(about, { subject, body })
    if (unknown.length > 0) return invalid(unknown.map((name) => ({ path: 'body', message: noFact(name, PLACEHOLDERS[about]) })))
    const own = await templateOf(call, { about, transport, language })
    if (!own) call.create(noticeTemplate, [{ about, transport, language, subject, body }])
    else if (own.state === 'active') call.change(noticeTemplate, own, { subject, body })
    else call.move(noticeTemplate, [own], 'adopt', { subject, body })
    return { about, transport, language }
  },
})

function noFact(name: string, known: readonly string[]) {
  const there = known.map((each) => `{${each}}`).join(' ')
  return { zh: `此类消息没有占位符 {${name}}；可用：${there}`, en: `this kind of notice has no {${name}}; there are: ${there}` }
}

/** The words that came with the program again. */
export const restoreTemplate = command({
  name: 'delivery.restore-template',
  label: { zh: '恢复默认模板', en: 'Restore a notice template' },
  input: templateInput,
  right: ADMINISTRATOR,
  async run(call, asked) {
    const own = await templateOf(call, asked)
    if (own?.state !== 'active') return isDefault()
    call.move(noticeTemplate, [own], 'restore')
    return asked
  },
})

async function templateOf(call: Call, { about, transport, language }: Pick<NoticeTemplate, 'about' | 'transport' | 'language'>) {
  const [own] = await call.find(noticeTemplate, {
    all: [
      { field: 'about', is: about },
      { field: 'transport', is: transport },
      { field: 'language', is: language },
    ],
  })
  return own
}

function isDefault(): Refusal {
  return refuse('conflict', 'template.is-default', '此模板已是默认内容', 'this template has the words that came with the program')
}
