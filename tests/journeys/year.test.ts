import { beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '../processes/server-process.ts'
import type { Visitor } from './browser.ts'
import { daysAgo, figure, fillDay, move, signInAs } from './pages/steps.ts'
import { site } from './site.ts'

/** The year in a province on the demonstration's own entries: from the notice to what is published, one register of each kind. */
const here = site()
let person: Visitor
let planner: Caller

beforeAll(async () => {
  person = await here.visitor()
  planner = await here.server.signIn('planner')
})

interface Listed {
  readonly id: string
  readonly title: string
}

async function entriesIn(caller: Caller, register: string, state: string): Promise<readonly Listed[]> {
  const answer = await caller.call('GET', `/registers/${register}/entries?state=${state}&limit=5`)
  return ((await answer.json()) as { entries: Listed[] }).entries
}

async function startBatch(register: string, decision: string, title: string): Promise<string> {
  const answer = await planner.call('POST', '/commands/selection.start-batch', { title, register, decision })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { batch: string }).batch
}

/** By the pages: the first that wait are put in, the notice is posted where there is one. */
async function fill(batch: string, entries: readonly Listed[]): Promise<void> {
  const { page } = person
  await person.open(`/batches/${batch}`)
  for (const { id } of entries) await page.getByTestId(`choose-${id}`).click()
  await page.getByTestId('add-to-batch').click()
  await page.getByTestId(`in-batch-${entries[0]!.id}`).waitFor()
}

async function postNotice(until: number): Promise<void> {
  const { page } = person
  await page.getByTestId('open-notice').click()
  await fillDay(page, 'ask-from', daysAgo(25))
  await fillDay(page, 'ask-to', daysAgo(until))
  await page.getByTestId('confirm-command').click()
  await page.getByTestId('close-notice').waitFor()
}

async function publish(documentNo: string): Promise<void> {
  const { page } = person
  if (await page.getByTestId('close-notice').count()) {
    await page.getByTestId('close-notice').click()
    await page.getByTestId('confirm-command').click()
  }
  await page.getByTestId('publish-batch').click()
  await page.getByTestId('ask-documentNo').fill(documentNo)
  await page.getByTestId('ask-documentTitle').fill('关于公布名单的通知（全程测试）')
  await fillDay(page, 'ask-documentDate', daysAgo(1))
  await page.getByTestId('confirm-command').click()
  await page.getByTestId('publish-batch').waitFor({ state: 'detached' })
}

async function counted(indicator: string): Promise<number> {
  await person.open(`/figures/${indicator}`)
  return figure(person.page, 'published')
}

describe('the call and the letter', () => {
  test('a call shows its days and how much of each city’s quota is used', async () => {
    const { page } = person
    await person.signIn('planner')
    await person.open('/calls')
    await page.getByText('2026年度前沿技术突破申报').first().click()
    await page.getByTestId('quota-320500').waitFor()
    await person.picture('year-call')
  })

  test('the city’s letter is printed with a code, and its sealed scan is taken against that code only', async () => {
    const { page } = person
    await signInAs(person, 'suzhou-leader')
    await person.open('/calls')
    await page
      .getByRole('link', { name: /关于推荐前沿技术突破的函/ })
      .first()
      .click()
    const code = (await page.getByTestId('check-code').innerText()).trim()
    await person.picture('year-letter')
    const [letter] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download-letter').click()])
    expect(letter.suggestedFilename()).toMatch(/\.docx$/)

    const scan = {
      name: '盖章件.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    }
    await page
      .getByTestId('scan-file')
      .locator('input[type=file]')
      .or(page.locator('input[type=file][data-testid=scan-file]'))
      .first()
      .setInputFiles(scan)
    await page.getByText('盖章件.pdf', { exact: true }).waitFor()
    await page.getByTestId('scan-code').fill('AAAA-BBBB-CCCC')
    await page.getByTestId('return-scan').click()
    await page.getByTestId('refusal').waitFor()
    await page.getByTestId('scan-code').fill(code)
    await page.getByTestId('return-scan').click()
    await page.getByTestId('return-scan').waitFor({ state: 'detached' })
    await person.picture('year-letter-sealed')
  })
})

describe('what is decided by batches', () => {
  test('a scenario is objected to while on notice; until that is settled the notice is not closed', async () => {
    const { page } = person
    await signInAs(person, 'planner')
    const before = await counted('scenarios_built')
    const waiting = (await entriesIn(planner, 'scenario', 'reviewed')).slice(0, 2)
    await fill(await startBatch('scenario', 'publish', '2026年第二批应用场景'), waiting)
    await postNotice(2)
    const { noticeUntilOn } = { noticeUntilOn: daysAgo(2) }

    await planner.call('POST', '/commands/selection.raise-objection', {
      batch: page.url().split('/').at(-1),
      entry: waiting[0]!.id,
      from: '某企业',
      content: '认为成效数据有误',
      receivedOn: noticeUntilOn,
    })
    await page.reload()
    await page.getByTestId('objections').getByText('某企业').waitFor()
    await person.picture('year-objection')
    expect(await page.getByTestId('close-notice').isDisabled()).toBe(true)
    await page.getByTestId('dismiss').click()
    await page.getByTestId('ask-conclusion').fill('经核实，异议不成立')
    await page.getByTestId('confirm-settle').click()
    await page.getByTestId('dismiss').waitFor({ state: 'detached' })

    await publish('苏科演发〔2026〕41号')
    await person.picture('year-scenarios-published')
    expect(await counted('scenarios_built')).toBeGreaterThan(before)
    await person.picture('year-scenarios-figure')
  })

  test('enterprises enter the library without notice, and some of it become demonstrations with one', async () => {
    const before = await counted('enterprise_demonstrations')
    await fill(
      await startBatch('enterprise', 'library', '2026年入库企业'),
      (await entriesIn(planner, 'enterprise', 'reviewed')).slice(0, 2),
    )
    await publish('苏科演发〔2026〕42号')

    await fill(
      await startBatch('enterprise', 'demonstration', '2026年第二批示范企业'),
      (await entriesIn(planner, 'enterprise', 'published')).slice(0, 2),
    )
    await postNotice(3)
    await publish('苏科演发〔2026〕43号')
    expect(await counted('enterprise_demonstrations')).toBe(before + 2)
    await person.picture('year-enterprises-figure')
  })

  test('a park needs the report of its site visit before it is proposed; a title given on false papers is withdrawn by a document', async () => {
    const [park] = await entriesIn(planner, 'park', 'reviewed')
    await person.open(`/registers/park/${park!.id}`)
    await person.page.getByText('现场考察表（演示）.txt').first().waitFor()
    await person.picture('year-park')
    await fill(await startBatch('park', 'publish', '2026年第二批科创园区'), [park!])
    await postNotice(3)
    await publish('苏科演发〔2026〕44号')
    const before = await counted('benchmark_incubators')
    await person.open(`/registers/park/${park!.id}`)
    await person.page.getByTestId('history-publish').waitFor()

    await person.page.getByTestId('withdraw-by-document').click()
    await person.page.getByTestId('ask-documentNo').fill('苏科演发〔2026〕45号')
    await person.page.getByTestId('ask-documentTitle').fill('关于撤销称号的通知（全程测试）')
    await fillDay(person.page, 'ask-documentDate', daysAgo(0))
    await person.page.getByTestId('ask-reason').fill('申报材料不实')
    await person.picture('year-withdrawal')
    await person.page.getByTestId('confirm-withdrawal').click()
    await person.page.getByTestId('history-revoke').waitFor()
    expect(await counted('benchmark_incubators')).toBeLessThanOrEqual(before)
  })
})

test('a standard is verified and enrolled by one act, without batch or notice', async () => {
  const before = await counted('standards_made')
  const waiting = await entriesIn(planner, 'standard', 'inReview')
  await person.open(`/registers/standard/${waiting[0]!.id}`)
  await person.page.getByTestId('move-enrol').waitFor()
  await person.picture('year-standard')
  await move(person.page, 'enrol')
  await person.page.getByTestId('history-enrol').waitFor()
  expect(await counted('standards_made')).toBeGreaterThanOrEqual(before)
  await person.picture('year-standards-figure')
})

test('nothing was complained about in the browser', () => {
  expect(person.complaints).toEqual([])
})
