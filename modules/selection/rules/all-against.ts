import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'

/** All that stands against a step in one refusal, each sentence a fault of its own. */
export function allAgainst(code: string, words: readonly Words[], about?: Words): Refusal {
  return refuse(
    'invalid',
    code,
    `${about ? `${about.zh}：` : ''}${words.map(({ zh }) => zh).join('；')}`,
    `${about ? `${about.en}: ` : ''}${words.map(({ en }) => en).join('; ')}`,
    { faults: words.map((message) => ({ path: '', message })) },
  )
}
