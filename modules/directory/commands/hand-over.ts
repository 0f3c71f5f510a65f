import { z } from 'zod'
import type { Id } from '#engine/define/id.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { phone as phoneKind } from '#engine/kinds/phone.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { Refused } from '#engine/store/refused.ts'
import { person } from '../registers/person.register.ts'
import { post } from '../registers/post.register.ts'
import { tenure } from '../registers/tenure.register.ts'
import { planHandOver } from '../rules/hand-over.ts'
import { OFFICERS } from '../rules/roles.ts'
import { createAccount } from './accounts.ts'
import { inTransaction, jurisdictionOf, oneTimePassword } from './one-time-password.ts'

const newPerson = z.strictObject({
  name: z.string().trim().min(1).max(40),
  phone: phoneKind.schema({}).optional(),
  /** What the person signs in with. */
  loginName: z.string().trim().min(1).max(64),
})

/** A post passes to another person: one tenure ends, the other begins, and what waits for the post is the successor's. */
export const handOver = command({
  name: 'directory.hand-over',
  label: { zh: '岗位交接', en: 'Hand a post over' },
  input: z.strictObject({
    post: z.uuid(),
    /** Somebody of the unit, or somebody new. */
    person: z.union([z.uuid(), newPerson]),
    fromOn: z.iso.date(),
    reason: z.string().trim().min(1).max(2000),
  }),
  right: { any: [{ role: 'administrator' }, ...OFFICERS] },
  async run(call, input) {
    call.because(input.reason)
    const own = await call.read(post, input.post)
    const tenures = await call.find(tenure, { field: 'post', is: own.id })
    const plan = planHandOver(tenures, typeof input.person === 'string' ? input.person : undefined, input.fromOn, call.today)
    if (isRefusal(plan)) return plan

    call.move(post, [own], 'handOver')
    const ends = tenures.find(({ id }) => id === plan.ends?.id)
    if (ends) call.move(tenure, [ends], 'handOver', { untilOn: plan.lastDay })
    const taker = typeof input.person === 'string' ? await knownPerson(call, own.unit, input.person) : await made(call, input.person)
    if (isRefusal(taker)) return taker
    const [begun] = call.create(tenure, [{ person: taker.person, post: own.id, fromOn: input.fromOn, note: input.reason.slice(0, 200) }])
    return { tenure: begun!, ...taker }
  },
  // The one-time password is told once and kept nowhere.
  keeps: ({ password: _password, ...rest }) => rest,
})

interface Taker {
  readonly person: Id<'person'>
  readonly loginName?: string
  /** To be changed at the first sign-in. */
  readonly password?: string
}

/** Officers choose among those who hold or held a post of the unit; the administrator among all. */
async function knownPerson(call: Call, unit: Id<'org_unit'>, id: string): Promise<Taker | Refusal> {
  const [found] = await call.find(person, { field: 'id', is: id })
  const colleague = found !== undefined && (call.actor.roles.has('administrator') || (await workedIn(call, unit, id)))
  if (found && colleague && found.state === 'active') return { person: found.id }
  return refuse(
    'not_found',
    'post.unknown-person',
    '没有这名人员，或其不在本单位任职；新人请填写姓名和手机',
    'no such person in this unit; enter name and phone of a new one',
  )
}

async function workedIn(call: Call, unit: Id<'org_unit'>, id: string): Promise<boolean> {
  const posts = await call.find(post, { field: 'unit', is: unit })
  const held = await call.find(tenure, {
    all: [
      { field: 'person', is: id },
      { field: 'post', oneOf: posts.map((each) => each.id) },
    ],
  })
  return held.length > 0
}

async function made(call: Call, { name, phone, loginName }: z.infer<typeof newPerson>): Promise<Taker> {
  const [id] = call.create(person, [{ name, phone: (phone as string | undefined) ?? null }])
  const password = oneTimePassword()
  const account = await createAccount(inTransaction(call), call.facts.store.clock, {
    loginName,
    password,
    jurisdiction: await jurisdictionOf(call),
    person: id!,
    mustChangePassword: true,
  })
  if (isRefusal(account)) throw new Refused(account)
  return { person: id!, loginName, password }
}
