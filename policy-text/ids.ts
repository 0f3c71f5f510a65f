/** A short, stable name for a text: the same words give the same id on every run and every machine (FNV-1a, 32 bits). */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0).toString(36).padStart(7, '0')
}

/** Gives ids that are never handed out twice: a second equal text gets “-2”. */
export function idGiver(prefix: string): (text: string) => string {
  const given = new Map<string, number>()
  return (text) => {
    const id = prefix + shortHash(text)
    const times = (given.get(id) ?? 0) + 1
    given.set(id, times)
    return times === 1 ? id : `${id}-${times}`
  }
}
