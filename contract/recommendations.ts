import { z } from 'zod'
import { words } from './problem.ts'

/** POST /commands/selection.issue-recommendation — by the leader of a city; a letter that held any of the entries is superseded. */
export const issueRecommendationInput = z.object({
  register: z.string(),
  call: z.uuid().nullish(),
  entries: z.array(z.uuid()).min(1).max(500),
})
export const issueRecommendationAnswer = z.object({ recommendation: z.uuid(), checkCode: z.string(), superseded: z.int() })

/** POST /commands/selection.return-scan — the sealed paper, by the code on its foot. */
export const returnScanInput = z.object({
  recommendation: z.uuid(),
  checkCode: z.string().trim().min(1).max(40),
  file: z.object({ sha256: z.string(), name: z.string(), size: z.int(), type: z.string() }),
})
export const returnScanAnswer = z.object({ recommendation: z.uuid() })

/**
 * GET /queries/selection.recommendation?recommendation=…; the paper itself (.docx) is at
 * GET /documents/selection.recommendation-letter?recommendation=…
 */
export const recommendationView = z.object({
  recommendation: z.object({
    id: z.uuid(),
    state: z.string(),
    title: z.string(),
    register: z.string(),
    call: z.uuid().nullable(),
    callTitle: z.string().nullable(),
    areaTitle: z.string(),
    unitTitle: z.string(),
    checkCode: z.string(),
    issuedOn: z.string(),
    scan: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int(), type: z.string() })),
  }),
  entries: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      title: z.string(),
      areaTitle: z.string(),
      unitTitle: z.string(),
      version: z.int(),
      /** What has changed since it was printed. */
      changed: words.nullable(),
    }),
  ),
  may: z.array(z.enum(['returnScan', 'issueAgain'])),
})
export type RecommendationView = z.infer<typeof recommendationView>
