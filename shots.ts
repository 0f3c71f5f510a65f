import { readFileSync } from 'node:fs'
import { planText } from './bench/plan-text.ts'
import { openBrowser, visitor } from './tests/journeys/browser.ts'
import { uploadPlan } from './tests/journeys/pages/steps.ts'

const which = process.argv[2]!
const browser = await openBrowser()
const person = await visitor(browser, 'http://127.0.0.1:8155')
const { page } = person
page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()))
await person.signIn('planner')
const text = which === 'bench' ? planText(35000) : readFileSync(`/work/shared/seeds/${which}`)
await uploadPlan(person, 'plan.txt', text as never)
await page.waitForTimeout(500)
const shot = async (n: string) => {
  await page.screenshot({ path: `/tmp/w/shots-E/${n}.png` })
}
await shot(`${which.slice(0, 3)}-1-open`)
await page.getByTestId('kind-heading').click()
await page.waitForTimeout(400)
await shot(`${which.slice(0, 3)}-2-tree`)
await page.getByTestId('kind-target').click()
await page.waitForTimeout(300)
await page.getByTestId('plan-item').nth(1).locator('.item-open').click()
await page.waitForTimeout(400)
await shot(`${which.slice(0, 3)}-3-target`)
await page.getByTestId('plan-item').nth(1).getByTestId('item-edit').click()
await page.waitForTimeout(600)
await shot(`${which.slice(0, 3)}-4-edit`)
await page.keyboard.press('Escape')
await page.getByTestId('plan-item').nth(1).getByTestId('item-split').click()
await page.waitForTimeout(800)
await shot(`${which.slice(0, 3)}-5-split`)
await page.keyboard.press('Escape')
await page.waitForTimeout(300)
await page.setViewportSize({ width: 390, height: 844 })
await page.waitForTimeout(400)
await shot(`${which.slice(0, 3)}-6-phone-text`)
await page.locator('.reading-sides').getByText('条目').click()
await page.waitForTimeout(300)
await shot(`${which.slice(0, 3)}-7-phone-items`)
console.log(person.complaints, page.url())
await browser.close()
