import { takeBackWindowInput } from '#contract/take-back.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { engineTable } from '#engine/store/context.ts'
import { ask, clientReader } from '#engine/store/read.ts'
import { type TakeBackWindow, takeBackWindow } from '../registers/take-back-window.register.ts'
import { WINDOW_KEEPER } from '../rules/rights.ts'

/** What is done from now on can be taken back for so many minutes. */
export const setTakeBackWindow = command({
  name: 'collaboration.set-take-back-window',
  label: { zh: '设定取回时限', en: 'Set the take-back window' },
  input: takeBackWindowInput,
  right: WINDOW_KEEPER,
  async run(call, { minutes, reason, seen }) {
    const own = await heldWindow(call)
    if ((own?.version ?? 0) !== seen) return changedSince()
    if (own) call.change(takeBackWindow, own, { minutes, reason })
    else call.create(takeBackWindow, [{ minutes, reason }])
    return { minutes }
  },
})

/** Held, so that two who set the first one do not make two. */
async function heldWindow(call: Call): Promise<TakeBackWindow | undefined> {
  const { store, client } = call.facts
  await ask(clientReader(client), 'select pg_advisory_xact_lock(hashtextextended($1, 4))', [engineTable(store, takeBackWindow.name)])
  const [own] = await call.find(takeBackWindow, { always: true })
  return own
}

function changedSince(): Refusal {
  return refuse(
    'conflict',
    'take-back.window-changed',
    '取回时限在您打开之后已被他人修改，请刷新后再改',
    'somebody else has changed the window since you opened it; reload and change it again',
  )
}
