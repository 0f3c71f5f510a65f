import { z } from 'zod'
import { words } from './problem.ts'

export const signInInput = z.object({ loginName: z.string().trim().min(1).max(64), password: z.string().min(1).max(200) })

export const heldPost = z.object({
  id: z.uuid(),
  title: z.string(),
  /** Code of the post's role, as in GLOSSARY: planner, city_clerk … */
  role: z.string(),
  roleTitle: words,
  unit: z.uuid(),
  unitTitle: z.string(),
  area: z.string(),
  areaTitle: z.string(),
})

export const session = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), loginName: z.string() }),
  jurisdiction: z.object({ code: z.string(), title: z.string(), demonstration: z.boolean(), timeZone: z.string(), today: z.iso.date() }),
  posts: z.array(heldPost),
  /** The post the person acts as now. */
  post: z.uuid(),
  /** Sent back with every write in the header X-CSRF-Token. */
  csrf: z.string(),
  mustChangePassword: z.boolean(),
  /** The person's own key, 32 bytes in base64url: seals what their browser keeps until the server has it. Never kept there itself. */
  draftKey: z.string(),
})

export const choosePostInput = z.object({ post: z.uuid() })
export const changePasswordInput = z.object({ current: z.string().min(1), next: z.string().min(1).max(200) })

export const openSession = z.object({
  id: z.string(),
  current: z.boolean(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  browser: z.string(),
  address: z.string(),
})

export type Session = z.infer<typeof session>
export type OpenSession = z.infer<typeof openSession>
export type SignInInput = z.infer<typeof signInInput>
