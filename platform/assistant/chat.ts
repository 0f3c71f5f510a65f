import { z } from 'zod'
import { ForbiddenAddress, openLine } from '#platform/delivery/outward-request.ts'
import type { AssistantSettings } from '#platform/settings/settings.ts'

/** What a model answered, or why there is no answer. */
export type ChatAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'timeout' | 'unreachable' | 'refused' | 'too_large' | 'unreadable'; readonly status?: number }

/** What is asked: how to answer, and what about. */
export interface ChatQuestion {
  readonly system: string
  readonly user: string
}

/** An answer of some hundred quotes has some 50 KB. */
const MOST_BYTES = 512 * 1024

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/**
 * Asks a model at an OpenAI-compatible address once. Whatever comes back, or does not, is an answer; only when `gone` fires is the call
 * broken off, and its reason thrown.
 */
export async function askModel(
  { url, model, key, timeoutMs }: AssistantSettings,
  { system, user }: ChatQuestion,
  gone: AbortSignal,
): Promise<ChatAnswer> {
  gone.throwIfAborted()
  const line = openLine({ deadlineMs: timeoutMs, mostBytes: MOST_BYTES })
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
  try {
    const { status, body, isCut } = await line.ask({
      url: new URL(`${url}/chat/completions`),
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0 }),
      signal: gone,
    })
    if (isCut) return { ok: false, problem: 'too_large' }
    if (status !== 200) return { ok: false, problem: 'refused', status }
    return textIn(body)
  } catch (error) {
    gone.throwIfAborted()
    const isLate = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    return { ok: false, problem: isLate && !(error instanceof ForbiddenAddress) ? 'timeout' : 'unreachable' }
  } finally {
    line.close()
  }
}

function textIn(body: string): ChatAnswer {
  const { data } = completion.safeParse(jsonIn(body))
  return data ? { ok: true, text: data.choices[0]!.message.content } : { ok: false, problem: 'unreadable' }
}

/** A text as JSON; undefined when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
