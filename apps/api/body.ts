import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Refusal } from '#engine/define/refusal.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { invalid } from '#engine/store/command.ts'

/** What a request carries, in the shape of its route; faults of the values in it are told by the command, with their labels. */
export function bodyOf<Shape>(schema: z.ZodType<Shape>, { body }: FastifyRequest): Shape | Refusal {
  const { data, error } = schema.safeParse(body ?? {}, { reportInput: true })
  return error ? invalid(faultsFrom(error)) : data
}
