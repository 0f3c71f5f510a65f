import { z } from 'zod'

/** POST /documents:read?format=… — a file (multipart, part "file") or this; answers the reading itself. Nothing is kept. */
export const readDocumentInput = z.strictObject({ text: z.string().min(1).max(1_000_000) })
export const readDocumentQuery = z.object({ format: z.enum(['json', 'md', 'xlsx', 'html']).default('json') })
