import type { FastifyReply } from 'fastify'
import { REFUSAL_STATUS, type Refusal } from '#engine/define/refusal.ts'
import { sendProblem } from '#platform/http/errors.ts'
import type { ProblemFacts } from '#platform/http/problem.ts'

/** A refusal as HTTP tells it. */
export function problemOf({ code, kind, words, faults, current }: Refusal): ProblemFacts {
  return {
    status: REFUSAL_STATUS[kind],
    code,
    words,
    ...(faults && { faults: faults.map(({ path, label, message }) => ({ path, message, ...(label && { label }) })) }),
    ...(current !== undefined && { current }),
  }
}

/** Answers with a refusal: `return sendRefusal(reply, refusal)`. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return sendProblem(reply.request, reply, problemOf(refusal))
}
