import { createHash } from 'node:crypto'
import type { ZodType } from 'zod'
import { holds } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { today } from '#platform/clock/clock.ts'
import { newId } from '#platform/clock/id.ts'
import type { PgClient } from '#platform/db/database.ts'
import { Call } from './call.ts'
import { refuseUnknownCodes } from './codes-check.ts'
import { engineTable, type Store, statementName } from './context.ts'
import { refuseForeignFiles } from './foreign-files.ts'
import { Refused } from './refused.ts'
import { save } from './save.ts'
import { MarkFound, refuseMarks } from './secrecy-gate.ts'

/** One verb. `execute` has opened the transaction; the body reads, decides, records, and returns an answer or a refusal. */
export interface Command<Input, Answer, Prepared = unknown> {
  readonly name: string
  /** What the same name is about besides its input: the register of `entry.create`. */
  readonly about?: string
  readonly label: Words
  readonly input: ZodType<Input>
  /** About the person only; rights on entries are looked at when they are read, changed or moved. */
  readonly right: Expression
  run(call: Call, input: Input, prepared: Prepared): Promise<Answer | Refusal>
  /**
   * Long work on what is committed, such as setting a document, done before the transaction opens so that this stays short. The body looks
   * again at what it rested on. It decides nothing: a repeated request is prepared too, and then gets its first answer.
   */
  prepare?(asked: Preparing, input: Input): Promise<Prepared>
  /** Everything it reads is of one instant (repeatable read): for a command that keeps what many questions answered. */
  readonly snapshot?: true
  /** What of the answer a repeated request gets, when something in it may be told only once. */
  readonly keeps?: (answer: Answer) => unknown
}

/** Keeps the types of a command’s input, answer and preparation. */
export function command<Input, Answer, Prepared = unknown>(definition: Command<Input, Answer, Prepared>): Command<Input, Answer, Prepared> {
  return definition
}

/** Who prepares, and where. */
export interface Preparing {
  readonly store: Store
  readonly actor: Actor
}

/** Who gives the command and how the request is known. */
export interface Given {
  readonly actor: Actor
  readonly request: string
  /** Repeats of a request with the same key get the first answer. */
  readonly idempotencyKey?: string | undefined
}

/** What a command ends with. */
export type Outcome<Answer> = { readonly ok: true; readonly answer: Answer } | Refusal

/** What a body is given: its input as read, and what was prepared before the transaction opened. */
interface Work<Input> {
  readonly input: Input
  readonly prepared: unknown
}

/** The only way to write. Everything a command does is kept together or not at all; a refusal is answered and recorded. */
export async function execute<Input, Answer>(
  store: Store,
  definition: Command<Input, Answer>,
  given: Given,
  input: unknown,
): Promise<Outcome<Answer>> {
  const read = beforeWork(definition, given, input)
  if (!read.ok) return recorded(store, definition.name, given, read)
  try {
    const prepared = await definition.prepare?.({ store, actor: given.actor }, read.answer)
    const work = { input: read.answer, prepared }
    const answer = await store.database.transaction((client) => inTransaction(store, client, definition, given, work), {
      isolation: definition.snapshot ? 'repeatable read' : 'read committed',
      closing: (client, answered) => keepAnswer(store, client, given, definition.keeps?.(answered) ?? answered),
    })
    return { ok: true, answer }
  } catch (error) {
    if (error instanceof Repeated) return earlierAnswer(store, definition, given, read.answer)
    if (error instanceof MarkFound) await store.noteMark?.(given, error.mark)
    if (error instanceof Refused) return recorded(store, definition.name, given, error.refusal)
    throw error
  }
}

function beforeWork<Input, Answer>({ input: schema, right }: Command<Input, Answer>, { actor }: Given, input: unknown): Outcome<Input> {
  if (!mayGive(right, actor)) return refuse('forbidden', 'command.no-right', '您的岗位无权办理此事项', 'your post may not do this')
  const { data, error } = schema.safeParse(input, { reportInput: true })
  return error ? invalid(faultsFrom(error)) : { ok: true, answer: data }
}

/** Whether a person may give commands or ask queries with this right; it speaks of the person only. */
export function mayGive(right: Expression, actor: Actor): boolean {
  return holds(right, NO_REGISTER, {}, actor)
}

/** A refusal that tells every fault of an input at once. */
export function invalid(faults: Refusal['faults'] & object): Refusal {
  const list = (language: 'zh' | 'en') =>
    faults.map(({ path, label, message }) => `${label?.[language] ?? path}${language === 'zh' ? ':' : ': '}${message[language]}`)
  return refuse('invalid', 'input.invalid', `填写有误：${list('zh').join('；')}`, `the input has faults: ${list('en').join('; ')}`, {
    faults,
  })
}

const NO_REGISTER = { name: '', title: { zh: '', en: '' }, basis: '', fields: {}, states: {}, moves: {}, access: {}, initial: '' }

/**
 * The claim and the first statements of the body travel together: a create waits for PostgreSQL twice where it waited six times. What a body found or could
 * not do under a key that was taken is nobody's business: all of it is rolled back, and the first answer given.
 */
async function inTransaction<Input, Answer>(
  store: Store,
  client: PgClient,
  definition: Command<Input, Answer>,
  given: Given,
  work: Work<Input>,
): Promise<Answer> {
  const [claimed, done] = await Promise.allSettled([
    claim(store, client, definition, given, work.input),
    carriedOut(store, client, definition, given, work),
  ])
  if (claimed.status === 'rejected') throw claimed.reason
  if (claimed.value === 'taken') throw new Repeated()
  if (done.status === 'rejected') throw done.reason
  return done.value
}

async function carriedOut<Input, Answer>(
  store: Store,
  client: PgClient,
  definition: Command<Input, Answer>,
  given: Given,
  { input, prepared }: Work<Input>,
): Promise<Answer> {
  const [now, event] = [store.clock.now(), newId(store.clock)]
  const call = new Call({
    store,
    client,
    actor: given.actor,
    command: definition.name,
    now,
    today: today(store.clock, store.timeZone),
    event,
    request: given.request,
  })
  const answer = await definition.run(call, input, prepared)
  if (isRefusal(answer)) throw new Refused(answer)
  refuseMarks(call)
  await call.refuseGuarded()
  // They travel together; what stands against the command is said first, whatever became of writing it.
  const [refused, saved] = await Promise.allSettled([
    Promise.all([refuseForeignFiles(call), refuseUnknownCodes(call)]),
    keepTouched(call, now, event),
  ])
  for (const each of [refused, saved]) if (each.status === 'rejected') throw each.reason
  return answer
}

async function keepTouched(call: Call, at: Date, id: string): Promise<void> {
  const { store, client, actor, command, request } = call.facts
  if (call.touched.length === 0 && !call.isNoted) return
  const { person, post } = actor
  await save(client, store, { id, at, person, post, command, reason: call.reason, request }, call.touched)
}

type Named = Pick<Command<never, unknown>, 'name' | 'about'>

/** Thrown when the key of a request was used before: nothing of the repetition is kept. */
class Repeated extends Error {}

/** A repeated key waits for the first request to end, and is taken when that one was kept. */
async function claim(
  store: Store,
  client: PgClient,
  definition: Named,
  { actor, idempotencyKey }: Given,
  input: unknown,
): Promise<'fresh' | 'taken'> {
  if (!idempotencyKey) return 'fresh'
  const text = `insert into ${engineTable(store, 'idempotency')} (key, person, request_hash, at) values ($1, $2, $3, $4) on conflict do nothing returning key`
  const values = [idempotencyKey, actor.person, hashOf(definition, input), store.clock.now()]
  const { rows } = await client.query({ text, values, name: statementName(text) })
  return rows.length > 0 ? 'fresh' : 'taken'
}

/** What the first request with this key was answered; the same key with another body is refused. */
async function earlierAnswer<Answer>(store: Store, definition: Named, given: Given, input: unknown): Promise<Outcome<Answer>> {
  const text = `select request_hash, answer from ${engineTable(store, 'idempotency')} where person = $1 and key = $2`
  const { rows } = await store.database.query<{ request_hash: string; answer: Answer }>(
    text,
    [given.actor.person, given.idempotencyKey],
    statementName(text),
  )
  if (rows[0]?.request_hash === hashOf(definition, input)) return { ok: true, answer: rows[0].answer }
  const refusal = refuse(
    'conflict',
    'idempotency.other-body',
    '同一请求编号已用于不同内容，请刷新页面后重试',
    'this Idempotency-Key was used with another body; reload and try again',
  )
  return recorded(store, definition.name, given, refusal)
}

function hashOf({ name, about }: Named, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([name, about, input]))
    .digest('hex')
}

async function keepAnswer(store: Store, client: PgClient, { actor, idempotencyKey }: Given, answer: unknown): Promise<void> {
  if (!idempotencyKey) return
  const text = `update ${engineTable(store, 'idempotency')} set answer = $3 where person = $1 and key = $2`
  await client.query({ text, values: [actor.person, idempotencyKey, JSON.stringify(answer ?? null)], name: statementName(text) })
}

/** After the roll-back, in a statement of its own: an auditor sees what was tried. */
async function recorded(store: Store, name: string, { actor, request }: Given, refusal: Refusal): Promise<Refusal> {
  const text = `insert into ${engineTable(store, 'refusal')} (id, at, person, post, command, code, words, request) values ($1, $2, $3, $4, $5, $6, $7, $8)`
  await store.database.query(
    text,
    [newId(store.clock), store.clock.now(), actor.person, actor.post, name, refusal.code, JSON.stringify(refusal.words), request],
    statementName(text),
  )
  return refusal
}
