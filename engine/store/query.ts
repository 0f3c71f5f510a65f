import type { ZodType } from 'zod'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { invalid, mayGive } from './command.ts'
import type { Store } from './context.ts'

/** One question. It only reads, and answers under the right of who asks. */
export interface Query<Input, Answer> {
  readonly name: string
  readonly label: Words
  readonly input: ZodType<Input>
  readonly right: Expression
  run(question: Asked, input: Input): Promise<Answer | Refusal>
}

/** What a query is asked with: the data and who asks. */
export interface Asked {
  readonly store: Store
  readonly actor: Actor
}

/** Keeps the types of a query’s input and answer. */
export function query<Input, Answer>(definition: Query<Input, Answer>): Query<Input, Answer> {
  return definition
}

/** Answers a query after its right and its input were looked at; a refusal where either does not hold. */
export async function answer<Input, Answer>(definition: Query<Input, Answer>, asked: Asked, input: unknown): Promise<Answer | Refusal> {
  if (!mayGive(definition.right, asked.actor))
    return refuse('forbidden', 'query.no-right', '您的岗位无权查看此内容', 'your post may not see this')
  const { data, error } = definition.input.safeParse(input, { reportInput: true })
  if (error) return invalid(faultsFrom(error))
  return definition.run(asked, data)
}
