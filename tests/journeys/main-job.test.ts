import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../support/test-jurisdiction.ts'
import type { Visitor } from './browser.ts'
import { choosePlanFile, daysAgo, enterTechnology, figure, fillDay, move, moveAs, planItem, signInAs, uploadPlan } from './pages/steps.ts'
import { PLAN_TEXT, PLAN_TITLE } from './plan-text.ts'
import { site } from './site.ts'

const FIGURE = '/figures/technology_breakthroughs'
const TITLE = '超导量子比特长时相干控制技术'

const here = site()
let person: Visitor

beforeAll(async () => {
  person = await here.visitor()
})

describe('the main job, from a plan to a figure that counts', () => {
  let technology = ''
  let before = 0

  test('the planner reads a plan, corrects it and confirms it; its target stands in the programme, tied to its words', async () => {
    const { page } = person
    await person.signInByForm('planner')
    await uploadPlan(person, '三年行动计划.txt', PLAN_TEXT)
    expect(await page.getByTestId('source-text').innerText()).toContain('突破100项前沿技术')
    await person.picture('plan-reading')

    const other = await planItem(page, 'target', '新建省重点实验室')
    await other.getByTestId('item-remove').click()
    const corrected = await planItem(page, 'target', '应用场景')
    await corrected.getByTestId('item-edit').click()
    await page.getByTestId('field-label').locator('input').fill('应用场景建成数量')
    await page.getByTestId('item-save').click()
    await page.getByTestId('item-save').waitFor({ state: 'detached' })

    await page.getByTestId('confirm').click()
    await page.getByTestId('confirm-plan').click()
    await page.waitForURL(/\/programme/)

    await page.getByTestId('programme-targets').getByText('应用场景建成数量').first().waitFor()
    expect(await page.getByText('突破100项前沿技术').count()).toBeGreaterThan(0)
    expect(await page.getByText('新建省重点实验室8家').count()).toBe(0)
    await person.picture('targets')

    await person.open(FIGURE)
    await page.getByTestId('target-clause').waitFor()
    await page.getByText('突破100项前沿技术').first().waitFor()
    before = await figure(page, 'published')
    await person.picture('figure-before')
    await page.getByTestId('target-clause').click()
    await page.getByTestId('source-text').waitFor()
    expect(await page.getByText(PLAN_TITLE).count()).toBeGreaterThan(0)
  })

  test('a city clerk enters a technology with evidence; the draft says what is missing until it is there', async () => {
    await signInAs(person, 'suzhou')
    technology = await enterTechnology(person, TITLE)
    await person.page.getByTestId('move-submit').waitFor()
    await person.picture('technology-draft')
    await move(person.page, 'submit')
    expect(await person.page.getByTestId('move-submit').count()).toBe(0)
  })

  test('county clerk, county leader, city clerk and city leader pass it on; the province returns it once with a reason, then accepts', async () => {
    await signInAs(person, 'kunshan')
    await person.open('/')
    await person.page.getByText(TITLE).first().waitFor()
    await person.picture('work-list')
    await moveAs(person, 'kunshan', technology, 'checkCounty')
    await moveAs(person, 'kunshan-leader', technology, 'approveCounty')
    await moveAs(person, 'suzhou', technology, 'checkCity')
    await moveAs(person, 'suzhou-leader', technology, 'recommend')
    await moveAs(person, 'planner', technology, 'return', '请补充查新报告编号')
    await moveAs(person, 'suzhou', technology, 'submit')
    await moveAs(person, 'kunshan', technology, 'checkCounty')
    await moveAs(person, 'kunshan-leader', technology, 'approveCounty')
    await moveAs(person, 'suzhou', technology, 'checkCity')
    await moveAs(person, 'suzhou-leader', technology, 'recommend')
    await moveAs(person, 'planner', technology, 'accept')
    await move(person.page, 'passForm')
    await move(person.page, 'passReview')
    await person.picture('technology-accepted')
    await person.page.getByTestId('history').getByText('请补充查新报告编号').first().waitFor()

    await person.open(FIGURE)
    expect(await figure(person.page, 'published')).toBe(before)
  })

  test('the batch goes from proposed list to public notice to document; only then does the figure move', async () => {
    const { page } = person
    await signInAs(person, 'planner')
    await person.open('/batches')
    await page.getByTestId('start-batch').click()
    await page.getByTestId('ask-title').fill('2026年第二批前沿技术突破')
    await page.getByTestId('start-batch-confirm').click()
    await page.waitForURL(/\/batches\/[0-9a-f-]{36}/)
    const id = technology.split('/').at(-1)!
    await page.getByTestId(`choose-${id}`).click()
    await page.getByTestId('add-to-batch').click()
    await page.getByTestId(`in-batch-${id}`).waitFor()

    await page.getByTestId('open-notice').click()
    await fillDay(page, 'ask-from', daysAgo(20))
    await fillDay(page, 'ask-to', daysAgo(8))
    await page.getByTestId('confirm-command').click()
    await page.getByTestId('close-notice').waitFor()
    await person.picture('batch-on-notice')
    await page.getByTestId('close-notice').click()
    await page.getByTestId('confirm-command').click()
    await page.getByTestId('publish-batch').waitFor()
    expect(await publishedNow()).toBe(before)

    await page.goBack()
    await page.getByTestId('publish-batch').click()
    await page.getByTestId('ask-documentNo').fill('苏科试发〔2026〕21号')
    await page.getByTestId('ask-documentTitle').fill('关于公布2026年第二批前沿技术突破名单的通知')
    await fillDay(page, 'ask-documentDate', daysAgo(3))
    await page.getByTestId('confirm-command').click()
    await page.getByTestId('publish-batch').waitFor({ state: 'detached' })
    await person.picture('batch-published')
    expect(await publishedNow()).toBe(before + 1)
  })

  test('every figure opens its entries, each entry its history and evidence; an earlier day shows what was known then', async () => {
    const { page } = person
    await person.open(FIGURE)
    await page.getByTestId('month-chart').waitFor()
    await person.picture('figure-after')
    await page
      .getByTestId('city-320500')
      .getByRole('button')
      .last()
      .or(page.getByTestId('city-320500').getByRole('link').last())
      .first()
      .click()
    await page.getByTestId('figure-entries').waitFor()
    await page.getByTestId('figure-entries').getByText(TITLE).click()
    await page.getByTestId('history-publish').waitFor()
    await page.getByText('检测报告.pdf').first().waitFor()
    await person.picture('technology-published')

    await person.open(`${FIGURE}?asOf=${daysAgo(1)}`)
    await page.getByTestId('as-of-band').waitFor()
    expect(await figure(page, 'published')).toBe(before)
    await person.picture('figure-as-of')
    const month = `${FIGURE}?period=${daysAgo(3).slice(0, 7)}`
    await person.open(`${month}&asOf=${daysAgo(1)}`)
    const known = await figure(page, 'published')
    await person.open(month)
    expect(await figure(page, 'published')).toBe(known + 1)
  })

  test('a new version of the plan is compared with it and adopted change by change; earlier days keep their target', async () => {
    const { page } = person
    const plan = await person.page.evaluate(async (title) => {
      const answer = await fetch('/api/v1/registers/policy_document/entries?state=confirmed')
      const { entries } = (await answer.json()) as { entries: { id: string; title: string }[] }
      return entries.find((entry) => entry.title.includes(title))?.id
    }, '前沿技术攻坚')
    await person.open(`/plans/${plan}/programme`)
    await page.getByTestId('new-version').click()
    await choosePlanFile(
      page,
      '新版本.txt',
      PLAN_TEXT.replace('突破100项', '突破130项').replace('(省科技厅牵头,省财政厅配合)', '(省财政厅牵头)'),
    )
    await page.getByTestId('confirm').click()
    const effects = page.getByTestId('version-effects')
    await effects.getByText('130项').waitFor()
    await page.getByTestId('version-clauses').locator('ins', { hasText: '130' }).waitFor()
    expect(await page.getByTestId('adopt-version').isEnabled()).toBe(false)
    await person.picture('plan-version')

    const other = effects.locator('tr', { hasText: '新建省重点实验室' }) // taken out when the plan was confirmed
    await other.getByText('不采用').click()
    await page.getByTestId('apply-rest').click()
    await page.getByTestId('adopt-version').click()
    await page.waitForURL(/\/programme/)
    await page.getByTestId('programme-targets').getByText('突破130项前沿技术').waitFor()
    expect(await page.getByText('新建省重点实验室8家').count()).toBe(0)

    await person.open(`${FIGURE}?asOf=${daysAgo(1)}`)
    await page.getByTestId('as-of-band').waitFor()
    expect(await page.getByText('突破130项前沿技术').count()).toBe(0)
  })

  test('nothing was complained about in the browser', () => {
    expect(person.complaints).toEqual([])
  })

  async function publishedNow() {
    await person.open(FIGURE)
    return figure(person.page, 'published')
  }
})

const SEEDS = join(ROOT, '..', 'shared', 'seeds')

describe.skipIf(!existsSync(SEEDS))('the source documents, where they are at hand', () => {
  test('each is read and shown beside what was found in it', async () => {
    await signInAs(person, 'planner')
    for (const name of readdirSync(SEEDS).filter((file) => file.endsWith('.txt'))) {
      await uploadPlan(person, name, readFileSync(join(SEEDS, name)))
      await person.page.getByTestId('kind-heading').click()
      await person.page.getByTestId('plan-item').first().waitFor()
      expect(await person.page.getByTestId('plan-item').count(), name).toBeGreaterThan(15)
    }
    await person.picture('plan-reading-source-document')
  })
})
