import { type AssistAnswer, assistAnswer, assistantView, assistInput } from '#contract/assistant.ts'
import { problem } from '#contract/problem.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { answer } from '#engine/store/query.ts'
import { mayAskAssistant, planDocument } from '#modules/plans/index.ts'
import { askModel, type ChatAnswer } from '#platform/assistant/chat.ts'
import { secrecyMarks } from '#platform/secrecy/marks.ts'
import type { AssistantSettings } from '#platform/settings/settings.ts'
import { INSTRUCTIONS, itemsIn, LONGEST_ASSISTED, piecesOf, proposalsIn } from './assisting/proposals.ts'
import { bodyOf } from './body.ts'
import { places, readings } from './given-texts.ts'
import { inThread } from './in-thread.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'
import { typed } from './typed.ts'

type Document = Exclude<Awaited<ReturnType<typeof planDocument.run>>, Refusal>

const ASSIST = {
  tags: ['plans'],
  summary: '由大模型补充建议条目，不保存 / Ask a language model for more items, and keep nothing',
  description:
    '管理员启用后可用；标注内部、密级或不予公开的文件不发送。每条建议的原文都逐字在文中，由人采纳后才成为条目。\n' +
    'Where it is switched on. Nothing of a document marked internal or secret is sent. Each proposal stands word for word in the text and becomes an item only by a person.',
  response: { 200: assistAnswer, default: problem },
}

/** GET /assistant and POST /documents:assist: more items of a plan, proposed by a language model where one is switched on. */
export function assistantRoutes(installation: Installation): RoutePlugin {
  // Of its own: it waits for the model and takes no core meanwhile.
  const { beside } = places()
  const { hold } = readings(installation)
  return (app, { settings: { assistant } }) => {
    const allowed = assistant ? { host: new URL(assistant.url).host, model: assistant.model, seconds: assistant.timeoutMs / 1000 } : null
    typed(app).get('/assistant', { schema: { tags: ['plans'], response: { 200: assistantView } } }, async (request) => {
      const store = installation.storeOf(signedIn(request).jurisdiction.schema)
      return { host: allowed && (await mayAskAssistant(store)) ? allowed.host : null, allowed }
    })
    // A colon begins a parameter; two are one that stands for itself.
    typed(app).post('/documents::assist', { schema: ASSIST }, async (request, reply) =>
      beside(reply, async (gone) => {
        const { actor, jurisdiction } = signedIn(request)
        const body = bodyOf(assistInput, request)
        if (isRefusal(body)) return sendRefusal(reply, body)
        const store = installation.storeOf(jurisdiction.schema)
        if (!assistant || !(await mayAskAssistant(store))) return sendRefusal(reply, OFF)
        const found = await answer(planDocument, { actor, store }, body)
        if (isRefusal(found)) return sendRefusal(reply, found)
        const against = againstSending(found) ?? (await againstDisclosure(found, hold, gone))
        const proposed = against ?? (await askedFor(assistant, found, gone))
        return isRefusal(proposed) ? sendRefusal(reply, proposed) : reply.send(proposed)
      }),
    )
  }
}

const OFF = refuse('state', 'assistant.off', '没有启用大模型助手，请联系管理员', 'no language model is switched on; ask the administrator')

/** Only who may change the items may have the text sent, and never one that is marked. */
function againstSending({ text, mayEdit, document }: Document): Refusal | undefined {
  if (!mayEdit)
    return refuse(
      'forbidden',
      'entry.no-right',
      '只有可以修改条目的岗位才能请助手补充',
      'only a post that may change the items may ask the assistant',
    )
  if (text.length > LONGEST_ASSISTED)
    return refuse(
      'too_large',
      'assistant.too-long',
      `《${document.title}》有 ${text.length} 字，助手最多读 ${LONGEST_ASSISTED} 字，没有发送`,
      `“${document.title}” has ${text.length} characters, the assistant reads at most ${LONGEST_ASSISTED}; nothing was sent`,
    )
  return secrecyMarks(text, { header: true }).length > 0 ? marked(document) : undefined
}

/** What a text says of its own disclosure is read in a thread, in a place for readings as any other text. */
async function againstDisclosure({ text, document }: Document, hold: Hold, gone: AbortSignal): Promise<Refusal | undefined> {
  const disclosed = await hold(() => inThread(new URL('assisting/disclosure-thread.ts', import.meta.url), { text }, gone))
  if (isRefusal(disclosed)) return disclosed
  return disclosed === 'withheld' ? marked(document) : undefined
}

type Hold = ReturnType<typeof readings>['hold']

function marked({ title }: Document['document']): Refusal {
  return refuse(
    'state',
    'assistant.marked',
    `《${title}》标有内部、密级或不予公开，没有发送任何文字；请人工核对`,
    `“${title}” is marked as internal, secret or not public; nothing was sent; check it by hand`,
  )
}

/** Piece by piece; the first that fails ends it, for half an answer would look like a whole one. */
async function askedFor(assistant: AssistantSettings, { text, items }: Document, gone: AbortSignal): Promise<AssistAnswer | Refusal> {
  const whole = { proposals: [] as AssistAnswer['proposals'], notVerbatim: 0, known: 0 }
  for (const piece of piecesOf(text)) {
    const answered = await askModel(assistant, { system: INSTRUCTIONS, user: piece.text }, gone)
    if (!answered.ok) return failed(answered)
    const given = itemsIn(answered.text)
    if (!given) return failed({ ok: false, problem: 'unreadable' })
    const { proposals, notVerbatim, known } = proposalsIn(given, piece, items)
    whole.proposals.push(...proposals)
    whole.notVerbatim += notVerbatim
    whole.known += known
  }
  return whole
}

function failed({ problem: why, status }: Extract<ChatAnswer, { readonly ok: false }>): Refusal {
  switch (why) {
    case 'timeout':
      return refuse(
        'state',
        'assistant.timeout',
        '助手没有在规定时间内答复，请稍后再试',
        'the assistant did not answer in time; try again later',
      )
    case 'unreachable':
      return refuse(
        'state',
        'assistant.unreachable',
        '连不上助手的地址，请管理员核对地址和网络',
        'the assistant cannot be reached; its address and the network must be checked',
      )
    case 'refused':
      return refuse(
        'state',
        'assistant.refused',
        `助手的服务答复出错（状态 ${status}），请管理员核对密钥和模型名`,
        `the assistant's service answered with status ${status}; key and model must be checked`,
      )
    case 'too_large':
      return refuse(
        'state',
        'assistant.answer-too-large',
        '助手的答复过长，没有采用；请再试或更换模型',
        'the assistant answered at too great length; try again or another model',
      )
    case 'unreadable':
      return refuse(
        'state',
        'assistant.unreadable',
        '助手的答复不是约定的格式，没有采用；请再试或更换模型',
        'the assistant did not answer in the form asked for; try again or another model',
      )
  }
}
