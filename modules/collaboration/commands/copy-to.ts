import { copyToInput } from '#contract/work-list.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import { titleOf } from '#engine/store/call-refusals.ts'
import { command } from '#engine/store/command.ts'
import { unknownRegister } from '#engine/store/entries.ts'
import { post } from '#modules/directory/index.ts'
import { holdersOf } from '../queries/holders.ts'
import { copy } from '../registers/copy.register.ts'

/** Copies the holders of posts on an entry that both they and who copies them may read; who has an unread copy gets no second one. */
export const copyTo = command({
  name: 'collaboration.copy-to',
  label: { zh: '抄送', en: 'Copy to' },
  input: copyToInput,
  right: { always: true },
  async run(call, { register: name, entry, posts, note }) {
    const { store } = call.facts
    const register = store.catalogue.get(name)
    if (!register) return unknownRegister(name)
    const row: Row = await call.read(register, entry)
    const named = await call.readAll(post, posts)
    const holders = await holdersOf(store, posts)
    const nobody = named.filter(({ id }) => !holders.some((holder) => holder.post === id))
    if (nobody.length > 0) {
      const titles = nobody.map(({ title }) => title).join('、')
      return refuse(
        'invalid',
        'copy.no-holder',
        `以下岗位目前无人任职，无法抄送：${titles}`,
        `nobody holds these posts now, so nobody can be copied: ${titles}`,
      )
    }
    const outside = named.filter(
      ({ id }) => !holders.some((holder) => holder.post === id && holds(register.access['read']!, register, row, holder)),
    )
    if (outside.length > 0) {
      const titles = outside.map(({ title }) => title).join('、')
      return refuse(
        'invalid',
        'copy.may-not-read',
        `以下岗位无权查看“${titleOf(register, row)}”，不能抄送：${titles}。请改选有权查看的岗位`,
        `these posts may not read “${titleOf(register, row)}” and cannot be copied on it: ${titles}; choose posts that may`,
      )
    }
    const standing = await call.find(copy, {
      all: [
        { field: 'entry', is: entry },
        { field: 'state', is: 'unread' },
      ],
    })
    const fresh = holders.filter((holder) => !standing.some(({ person }) => person === holder.person))
    const people = [...new Map(fresh.map((holder) => [holder.person, holder])).values()]
    call.because(note)
    call.create(
      copy,
      people.map((holder) => ({
        person: holder.person,
        post: holder.post,
        register: name,
        entry,
        from: call.actor.post,
        note: note || null,
      })),
    )
    return { copied: people.length, already: holders.length - fresh.length }
  },
})
