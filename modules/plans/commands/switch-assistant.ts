import { switchAssistantInput } from '#contract/assistant.ts'
import { refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { engineTable } from '#engine/store/context.ts'
import { ask, clientReader } from '#engine/store/read.ts'
import { assistantSwitch } from '../registers/assistant-switch.register.ts'
import { ASSISTANT_KEEPER } from '../rules/rights.ts'

/** From now on the assistant is asked here, or is not; only where the configuration allows it does `on` change anything. */
export const switchAssistant = command({
  name: 'plans.switch-assistant',
  label: { zh: '启用或停用助手', en: 'Switch the assistant' },
  input: switchAssistantInput,
  right: ASSISTANT_KEEPER,
  async run(call, { use, reason, seen }) {
    const { store, client } = call.facts
    // Held, so that two who set the first one do not make two.
    await ask(clientReader(client), 'select pg_advisory_xact_lock(hashtextextended($1, 5))', [engineTable(store, assistantSwitch.name)])
    const [own] = await call.find(assistantSwitch, { always: true })
    if ((own?.version ?? 0) !== seen)
      return refuse(
        'conflict',
        'assistant.switched-since',
        '助手开关在您打开之后已被他人修改，请刷新后再改',
        'somebody else has switched the assistant since you opened this; reload and switch it again',
      )
    if (own) call.change(assistantSwitch, own, { use, reason })
    else call.create(assistantSwitch, [{ use, reason }])
    return { use }
  },
})
