import { expect, test } from 'vitest'
import { writesDraft, writtenNow } from './drafts-written.ts'

test('a draft is being written for as long as its form is open, and whoever looks in between is told', async () => {
  const [one, other] = [writesDraft('one'), writesDraft('other')]
  expect(await writtenNow(['one', 'other', 'left behind'])).toEqual(new Set(['one', 'other']))

  one()
  await expect.poll(async () => [...(await writtenNow(['one']))]).toEqual(['other'])
  other()
})

test('what another window holds is waited for a moment: a page that is reloaded lets go late', async () => {
  let letGo = () => {}
  const written = new Promise<void>((resolve) => {
    letGo = resolve
  })
  void navigator.locks.request('lantu-draft:reloading', { mode: 'shared' }, () => written)
  await expect.poll(async () => (await navigator.locks.query()).held?.length).toBe(1)

  const looked = writtenNow(['reloading'])
  letGo()
  expect(await looked).toEqual(new Set())
})
