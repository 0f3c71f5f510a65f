/** A value of the API as text; nothing is an empty text. Objects have no text of their own and are shown as JSON. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`
}
