import type { UploadAnswer } from '#contract/files.ts'
import type { Problem } from '#contract/problem.ts'
import { requestTexts } from '../texts/texts-request.ts'
import { ProblemError, unreachable } from './problem-error.ts'
import { randomId } from './random-id.ts'
import { API } from './request.ts'
import { currentSession, signedInAgain } from './session-gate.ts'

/** Is told how much of a file has gone (0…1). */
export type OnProgress = (share: number) => void

/** Sends one file to POST /files. */
export const uploadFile = (file: File, onProgress: OnProgress) => sendFile<UploadAnswer>('/files', file, onProgress)

/** Sends one file to a route that takes files. */
export async function sendFile<Answer>(path: string, file: File, onProgress: OnProgress): Promise<Answer> {
  const form = new FormData()
  form.append('file', file, file.name)
  return await sendForm(path, { form, answers: 'json', onProgress })
}

interface Sent {
  readonly form: FormData
  readonly answers: 'json' | 'blob'
  readonly onProgress?: OnProgress
}

/** Sends a form to a route that takes files. XMLHttpRequest, because fetch tells no progress. */
export async function sendForm<Answer>(path: string, sent: Sent): Promise<Answer> {
  try {
    return await send(path, sent)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    await signedInAgain()
    return await send(path, sent)
  }
}

function send<Answer>(path: string, { form, answers, onProgress }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', API + path)
    sending.responseType = answers
    sending.setRequestHeader('X-CSRF-Token', currentSession()?.csrf ?? '')
    sending.setRequestHeader('Idempotency-Key', randomId())
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    sending.onerror = () => reject(unreachable())
    sending.onload = () => (sending.status < 300 ? resolve(sending.response as Answer) : void refusalIn(sending).then(reject)) // the contract's tests hold the shape on the server's side
    sending.send(form)
  })
}

/** A refusal comes as JSON, also where a file was asked for. */
async function refusalIn({ status, response }: XMLHttpRequest): Promise<ProblemError> {
  const given: unknown = response instanceof Blob ? await new Response(response).json().catch(() => null) : response
  return refusalOf({ status, response: given as Problem | null })
}

function refusalOf({ status, response: problem }: { readonly status: number; readonly response: Problem | null }): ProblemError {
  return problem?.words === undefined
    ? new ProblemError({ status, words: requestTexts.unreadable })
    : new ProblemError({ ...problem, status })
}
