import { chooseViewInput, type SaveViewInput, saveViewInput } from '#contract/views.ts'
import { mayInGeneral } from '#engine/access/may-in-general.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { command, invalid } from '#engine/store/command.ts'
import { unknownRegister } from '#engine/store/entries.ts'
import { keepOpeningView } from '../queries/opening-view.ts'
import { savedView } from '../registers/saved-view.register.ts'
import { checkedLook } from '../rules/view-faults.ts'

/** Keeps how a list looks, as a new view or as the new content of one's own. */
export const saveView = command({
  name: 'collaboration.save-view',
  label: { zh: '保存视图', en: 'Save a view' },
  input: saveViewInput,
  right: { always: true },
  async run(call, { view, version, register: name, title, share, list }) {
    const register = call.facts.store.catalogue.get(name)
    if (!register || !mayInGeneral(register, call.actor, 'read')) return unknownRegister(name)
    const { faults } = checkedLook(register, list)
    if (faults.length > 0) return invalid(faults.map((message) => ({ path: 'list', message })))
    if (view === undefined) {
      const [made] = call.create(savedView, [{ title, register: name, share, unit: call.actor.unit, list }])
      return { view: String(made) }
    }
    const own = await call.read(savedView, view)
    if (version !== own.version) return stale()
    call.change(savedView, own, { title, share, unit: call.actor.unit, list: list satisfies SaveViewInput['list'] })
    return { view }
  },
})

/** With which view a register opens is the person's own and no entry: choosing it leaves no event. */
export const chooseView = command({
  name: 'collaboration.choose-view',
  label: { zh: '设为默认视图', en: 'Open with a view' },
  input: chooseViewInput,
  right: { always: true },
  async run(call, { register, view }) {
    await keepOpeningView(call, register, view)
    return { register, view }
  },
})

function stale(): Refusal {
  return refuse('stale', 'view.stale', '视图已在别处改过，请刷新后再保存', 'the view was changed elsewhere; reload and save again')
}
