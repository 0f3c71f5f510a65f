import { z } from 'zod'

/**
 * POST /commands/programmes.confirm-plan — the draft becomes a running plan: one `target` for each target item that is not removed,
 * tied to its clause and, where an indicator is chosen, counting from now on. Confirming twice is refused (plan.already-confirmed).
 */
export const confirmPlanInput = z.object({
  document: z.uuid(),
  /** Item id → indicator code; items not named here keep the proposed indicator, null unties. */
  indicators: z.record(z.uuid(), z.string().nullable()).optional(),
})
export const confirmPlanAnswer = z.object({ plan: z.uuid(), targets: z.int(), counted: z.int() })
