import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import type { PostsOfUnits } from '#contract/posts.ts'
import { ROOT } from '../support/test-jurisdiction.ts'
import type { Visitor } from './browser.ts'
import { formPage } from './pages/form.ts'
import { makeMove, stateIs } from './pages/task.ts'
import { site } from './site.ts'

const here = site()
let person: Visitor

async function as(loginName: string): Promise<Visitor> {
  person = await here.visitor()
  await person.signIn(loginName)
  return person
}

/** The version before is there, and the province has changed a headline that the shipped version changes too. */
async function versionBefore(): Promise<{ readonly code: string; readonly key: string; readonly low: string }> {
  const read = await readPack(join(ROOT, 'packs/jiangsu-5x100'))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const { pack } = read
  const { key, low } = pack.targets.find(({ relation }) => relation === 'headline')!
  const before = { ...pack, version: '1.0.0', targets: pack.targets.map((each) => (each.key === key ? { ...each, low: '7' } : each)) }
  const planner = await here.server.signIn('planner')
  const made = await planner.call('POST', '/commands/programmes.install-pack', { pack: before })
  if (!made.ok) throw new Error(await made.text())
  const { document } = (await made.json()) as { document: string }
  const programme = (await (await planner.call('GET', `/queries/programmes.programme?document=${document}`)).json()) as {
    targets: readonly { id: string; low: string | null }[]
  }
  const { id } = programme.targets.find((each) => Number(each.low) === 7)!
  const { entry } = (await (await planner.call('GET', `/registers/target/entries/${id}`)).json()) as { entry: { version: number } }
  const edited = await planner.call(
    'PATCH',
    `/registers/target/entries/${id}`,
    { values: { low: '9' } },
    { 'if-match': `"${entry.version}"` },
  )
  if (!edited.ok) throw new Error(await edited.text())
  return { code: pack.code, key, low: low! }
}

test('a planner sees what a pack would make, upgrades one, and decides what the province had changed', async () => {
  const { page } = await as('planner')
  await page.goto('/administration')
  await page.getByTestId('to-packs').click()
  await page.getByTestId('choose-pack-jiangsu-5x100').click()
  await page.getByTestId('preview-targets').waitFor()
  await person.picture('pack-install')
  await page.keyboard.press('Escape')

  const { code, key, low } = await versionBefore()
  await page.reload()
  expect(await page.getByTestId(`pack-installed-${code}`).innerText()).toContain('1.0.0')
  await page.getByTestId(`choose-pack-${code}`).click()
  const asked = page.getByTestId('pack-preview').getByTestId(`conflict-targets/${key}-low`)
  expect(await asked.innerText()).toMatch(new RegExp(`9[^]*${low}`))
  await person.picture('pack-upgrade')
  await page.getByTestId('confirm-pack').click()

  await page.getByTestId('pack-done').waitFor()
  const open = page.getByTestId(`conflict-targets/${key}-low`)
  await open.waitFor()
  await person.picture('packs')
  await page.getByTestId(`take-targets/${key}-low`).click()
  await open.waitFor({ state: 'detached' })
  await page.getByTestId(`pack-installed-${code}`).getByRole('link').first().click()
  await page.getByTestId('pack').waitFor()
  expect(person.complaints).toEqual([])
})

/** A task that waits to be given out, with the year in which the plan wants it done. */
async function plannedTask(): Promise<{ readonly address: string; readonly title: string }> {
  const planner = await here.server.signIn('planner')
  const read = async (path: string) => await (await planner.call('GET', path)).json()
  const { entries } = (await read('/registers/task/entries?state=planned')) as {
    entries: readonly { id: string; version: number; title: string; values: { lead: readonly { name: string }[] } }[]
  }
  const task = entries.find(({ values }) => values.lead.length > 0)!
  const lead = [{ ...task.values.lead[0], unit: null }]
  const edited = await planner.call(
    'PATCH',
    `/registers/task/entries/${task.id}`,
    { values: { dueYear: 2027, dueOn: null, lead } },
    { 'if-match': `"${task.version}"` },
  )
  if (!edited.ok) throw new Error(await edited.text())
  return { address: `/registers/task/${task.id}`, title: task.title }
}

test('a task is given out, acknowledged, reported on, reported done, returned once and closed, each by who may', async () => {
  const { address, title } = await plannedTask()
  const { page: office } = await as('planner')
  await office.goto(`${address}/edit`)
  const form = formPage(office)
  await form.field('lead').waitFor()
  await form.chooseCell('lead', 0, 'unit', '省教育厅')
  await office.locator('[data-testid=save-state][data-state=saved]').first().waitFor()
  await makeMove(office, address, 'assign', {
    async fill(page) {
      expect(await page.locator('#field-dueOn').inputValue()).toBe('2027-12-31')
      await form.choose('cadence', '每季度')
      await person.picture('task-assign')
    },
  })
  await stateIs(office, '已交办')
  await office.goto('/registers/task?sort=-changedAt')
  await office.getByText(title).first().waitFor()
  const listed = await office.getByRole('row').filter({ hasText: title }).first().innerText()
  expect(listed).toContain('2027')
  expect(listed).not.toMatch(/2,027|责任标注|默认/)
  await person.picture('task-list')
  await person.close()

  const { page: unit } = await as('education')
  await makeMove(unit, address, 'acknowledge')
  await stateIs(unit, '推进中')
  await unit.goto('/work?register=task_report')
  await unit.getByTestId('work-items').locator('.work-item-title').first().click()
  await unit.waitForURL(/\/task_report\//)
  const report = new URL(unit.url()).pathname
  await unit.goto(`${report}/edit`)
  const own = formPage(unit)
  await own.field('status').waitFor()
  await own.choose('status', '序时推进')
  await own.type('percent', '60')
  await own.type('progress', '按计划推进。')
  await unit.locator('[data-testid=save-state][data-state=saved]').first().waitFor()
  await makeMove(unit, report, 'submit')
  await stateIs(unit, '待审核')
  const done = {
    fill: async () => {
      await own.type('doneNote', '已完成并印发。')
      await own.attach(own.field('evidence'), '佐证.txt', '完成', 'text/plain')
      await unit.getByLabel('移除“佐证.txt”').waitFor()
    },
  }
  await makeMove(unit, address, 'reportDone', done)
  await stateIs(unit, '已完成（待销号）')

  const head = await here.visitor('head')
  await makeMove(head.page, address, 'return', { reason: '缺少印发文件' })
  await stateIs(head.page, '推进中')
  await makeMove(unit, address, 'reportDone', done)
  await makeMove(head.page, address, 'close')
  await stateIs(head.page, '已销号')
  await head.picture('task-closed')
  expect(await head.page.getByTestId('move-return').count()).toBe(0)
  expect([...person.complaints, ...head.complaints]).toEqual([])
})

test('who may not install packs finds no way to them, and the address says so', async () => {
  const { page } = await as('admin')
  await page.goto('/administration')
  await page.getByTestId('to-calendar').waitFor()
  expect(await page.getByTestId('to-packs').count()).toBe(0)
  await page.goto('/packs')
  expect(await page.getByRole('alert').innerText()).toContain('无权')
})

test('a planner lays a sheet out: moved, renamed, left out; a doubled title is told at its column, and the default comes back', async () => {
  const { page } = await as('planner')
  await page.goto('/administration')
  await page.getByTestId('to-sheets').click()
  await page.getByTestId('sheet-scenario').getByRole('link').click()
  await page.getByTestId('title-area').fill('场景名称')
  await page.getByTestId('save-layout').click()
  await page.getByTestId('column-area').getByText('两列不能同名').waitFor()
  await page.getByTestId('title-area').fill('建设地')
  for (let place = Number(await page.getByTestId('column-area').locator('.sheet-column-place').innerText()); place > 1; place--)
    await page.getByTestId('column-area').getByRole('button', { name: '上移' }).click()
  expect(await page.getByTestId('sheet-preview').locator('thead').innerText()).toMatch(/行号\s+建设地/)
  await person.picture('sheet-layout')
  await page.getByTestId('save-layout').click()
  await page.getByTestId('restore-layout').waitFor()

  await page.reload()
  expect(await page.getByTestId('title-area').inputValue()).toBe('建设地')
  await page.getByTestId('restore-layout').click()
  await page.getByTestId('confirm-restore').click()
  await page.getByTestId('restore-layout').waitFor({ state: 'detached' })
  expect(await page.getByTestId('sheet-history').innerText()).toMatch(/第 2 版[^]*恢复默认[^]*第 1 版/)
  await page.goto('/sheets')
  await page.getByTestId('sheet-scenario').waitFor()
  await person.picture('sheet-layouts')
  expect(person.complaints).toEqual([])
})

test('a leader hands the post of a clerk to somebody new, who signs in with the password shown once', async () => {
  const leader = await here.server.signIn('kunshan-leader')
  const { units } = (await (await leader.call('GET', '/queries/directory.posts-of-unit')).json()) as PostsOfUnits
  const { post, holder } = units
    .flatMap(({ posts }) => posts)
    .find(({ mayHandOver, duty, holder: held }) => mayHandOver && duty !== 'leader' && held !== null)!
  const { page } = await as('kunshan-leader')
  await page.goto('/posts')
  await page.getByTestId(`hand-over-${post}`).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  if ((await dialog.getByText('新人', { exact: true }).count()) > 0) await dialog.getByText('新人', { exact: true }).click()
  await page.getByTestId('confirm-hand-over').click()
  expect(await dialog.innerText()).toContain('请填写姓名')
  await page.getByTestId('hand-over-name').fill('接任经办')
  await page.getByTestId('hand-over-phone').fill('13900002222')
  await page.getByTestId('hand-over-loginName').fill('kunshan-successor')
  await page.getByTestId('hand-over-reason').fill('轮岗')
  // People who want less motion see the dialog too.
  await expect.poll(() => dialog.evaluate((box) => getComputedStyle(box).opacity), { timeout: 20_000 }).toBe('1')
  await person.picture('hand-over')
  await page.getByTestId('confirm-hand-over').click()
  const once = await page.getByTestId('one-time-password').innerText()
  await page.getByTestId('password-noted').click()
  await page.getByTestId(`post-${post}`).getByText('接任经办').waitFor()
  expect(await page.getByTestId(`post-${post}`).innerText()).not.toContain(holder!.name)
  await person.picture('posts')
  expect(await page.getByTestId('one-time-password').count()).toBe(0)
  expect(person.complaints).toEqual([])
  await person.close()

  person = await here.visitor()
  await person.open('/')
  await person.page.getByTestId('login-name').fill('kunshan-successor')
  await person.page.getByTestId('password').fill(once)
  await person.page.getByTestId('sign-in').click()
  await person.page.waitForURL(/\/account\/password/)
  await person.page.getByTestId('password-current').waitFor()
})
