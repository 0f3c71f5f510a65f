import { z } from 'zod'
import { words } from './problem.ts'

export const postHolder = z.object({ person: z.uuid(), name: z.string(), fromOn: z.string() })

/** GET /queries/directory.posts-of-unit[?unit=…] — the units this post may see, each with its posts and the parts nobody has. */
export const postsOfUnits = z.object({
  units: z.array(
    z.object({
      unit: z.uuid(),
      title: z.string(),
      area: z.string(),
      posts: z.array(
        z.object({
          post: z.uuid(),
          title: z.string(),
          duty: z.string().nullable(),
          dutyTitle: words.nullable(),
          holder: postHolder.nullable(),
          /** Who takes the post on a day to come. */
          next: postHolder.nullable(),
          mayHandOver: z.boolean(),
        }),
      ),
      /** Which of leader, liaison and filler nobody is today. */
      missing: z.array(z.object({ duty: z.string(), title: words })),
      /** Who works or worked in the unit: a post may pass to them without a new account. */
      people: z.array(z.object({ person: z.uuid(), name: z.string() })),
    }),
  ),
})

/** POST /commands/directory.hand-over — `password` is told this once, for a person who is new. */
export const handOverAnswer = z.object({
  tenure: z.uuid(),
  person: z.uuid(),
  loginName: z.string().optional(),
  password: z.string().optional(),
})

/** POST /commands/directory.reset-password — `password` is told this once. */
export const resetPasswordAnswer = z.object({ person: z.uuid(), loginName: z.string(), password: z.string().optional() })

export type PostsOfUnits = z.infer<typeof postsOfUnits>
export type HandOverAnswer = z.infer<typeof handOverAnswer>
export type ResetPasswordAnswer = z.infer<typeof resetPasswordAnswer>
