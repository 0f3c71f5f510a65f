import type { GatewayChannelSettings } from '#contract/delivery.ts'
import type { FieldFault } from '#engine/define/refusal.ts'

const IN_URL = ['id', 'to', 'subject', 'text', 'token', 'timestamp', 'signature']
const IN_SIGNED = ['id', 'to', 'subject', 'text', 'token', 'timestamp', 'body', 'signKey']

/** Names in braces that nothing stands for: a typing mistake would go out as it stands. */
export function gatewayFaults({ url, headers, body, signature }: GatewayChannelSettings): readonly FieldFault[] {
  const signsBody = signature?.signs.includes('{body}') === true
  // What is signed cannot hold the signature.
  const inBody = signsBody ? IN_URL.filter((name) => name !== 'signature') : IN_URL
  return [
    ...unknownIn('settings.url', url, IN_URL),
    ...unknownIn('settings.headers', Object.values(headers).join('\n'), IN_URL),
    ...unknownIn('settings.body', textsIn(body).join('\n'), inBody),
    ...unknownIn('settings.signature.signs', signature?.signs ?? '', IN_SIGNED),
  ]
}

function unknownIn(path: string, text: string, known: readonly string[]): readonly FieldFault[] {
  const names = new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))
  return [...names]
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path,
      message: {
        zh: `没有名为 {${name}} 的占位符；可用：${braced(known)}`,
        en: `nothing stands for {${name}}; there are: ${braced(known)}`,
      },
    }))
}

const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(' ')

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
