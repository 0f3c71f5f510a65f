import { DatabaseUnavailable } from '#platform/db/database.ts'

/**
 * Gives up waiting for a database that accepts connections but does not answer (a frozen server or network), so that
 * the person gets 503 within two seconds. The statement itself ends by its own time-out.
 */
export async function withinDeadline<T>(answer: Promise<T>, millis: number = ANSWER_WITHIN_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnavailable(new Error(`no answer within ${millis} ms`))), millis)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

const ANSWER_WITHIN_MS = 1_800
