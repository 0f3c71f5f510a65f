import { z } from 'zod'
import { words } from './problem.ts'

/** POST /files (multipart, one part named "file") — kept until a command binds it; unbound files go after 30 days. */
export const uploadedFile = z.object({ sha256: z.string(), name: z.string(), size: z.int(), type: z.string() })

/** The answer to an upload: `notLookedInto` is there when the file could not be looked through for secrecy marks; its sender answers for it. */
export const uploadAnswer = uploadedFile.extend({ notLookedInto: words.optional() })

/** The largest file, in bytes; a larger one is answered 413 with a sentence. */
export const LARGEST_FILE = 20 * 1024 * 1024
export const FILE_TYPES = ['pdf', 'png', 'jpg', 'jpeg', 'docx', 'xlsx', 'ofd', 'txt'] as const
/** What plans are read from, found out by content; the ending only helps to choose. */
export const PLAN_FILE_TYPES = ['docx', 'pdf', 'txt', 'html', 'htm'] as const

export type UploadedFile = z.infer<typeof uploadedFile>
export type UploadAnswer = z.infer<typeof uploadAnswer>
