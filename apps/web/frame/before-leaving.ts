type Save = () => Promise<unknown>

const saves = new Set<Save>()
/** Who signs out does not wait longer than this for a network that does not answer; what was typed lies on the computer by then. */
const LONGEST_WAIT = 4000

/** What a form has to do before its person signs out; answers how to take that back. */
export function beforeLeaving(save: Save): () => void {
  saves.add(save)
  return () => void saves.delete(save)
}

/** Resolves when every open form has sent what it can. */
export async function saveBeforeLeaving(): Promise<void> {
  const all = Promise.allSettled([...saves].map((save) => save()))
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))])
}
