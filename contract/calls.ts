import { z } from 'zod'
import { words } from './problem.ts'

/** Commands on the register `call` (states: draft → open → closed; cancelled). A call closes by its last day; `close` is for closing it earlier. */
const call = z.uuid()
const reason = z.string().trim().min(1).max(2000)

/** POST /commands/selection.start-call — a draft; its fields are filled in as those of any entry. */
export const startCallInput = z.object({
  title: z.string().trim().min(1).max(200),
  register: z.string(),
  /** Which decision of the register the call leads to, where it has several. */
  decision: z.string().max(40).default('publish'),
})
/** POST /commands/selection.open-call */
export const openCallInput = z.object({ call })
/** POST /commands/selection.extend-call — a new last day, also after it has closed. */
export const extendCallInput = z.object({ call, closesOn: z.iso.date(), reason })
/** POST /commands/selection.close-call */
export const closeCallInput = z.object({ call, reason: reason.optional() })
/** POST /commands/selection.apply — puts an entry that is still being written under the call. */
export const applyInput = z.object({ call, entry: z.uuid() })
export const callAnswer = z.object({ call: z.uuid() })

const listed = z.object({
  id: z.uuid(),
  no: z.int(),
  title: z.string(),
  state: z.string(),
  area: z.string(),
  areaTitle: z.string(),
  unitTitle: z.string(),
  /** The letter that holds it and still stands. */
  letter: z.uuid().nullable(),
})

/** GET /queries/selection.call?call=… */
export const callView = z.object({
  call: z.object({
    id: z.uuid(),
    version: z.int(),
    state: z.string(),
    title: z.string(),
    register: z.string(),
    issuer: z.string().nullable(),
    noticeNo: z.string().nullable(),
    noticeDate: z.string().nullable(),
    opensOn: z.string().nullable(),
    closesOn: z.string().nullable(),
    note: z.string().nullable(),
  }),
  /** Whether something can be handed in today. */
  open: z.boolean(),
  /** Why not. */
  against: z.array(words),
  /** By city in the order of GB/T 2260: those the person's post covers. `most` is null where no quota is set. */
  quotas: z.array(z.object({ area: z.string(), areaTitle: z.string(), most: z.int().nullable(), recommended: z.int(), underway: z.int() })),
  /** Entries under the call that the person may read. */
  entries: z.array(listed),
  /** The states in which a city has recommended an entry. */
  recommendedStates: z.array(z.string()),
  letters: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      state: z.string(),
      area: z.string(),
      entries: z.int(),
      checkCode: z.string(),
      issuedOn: z.string(),
    }),
  ),
})
export type CallView = z.infer<typeof callView>
