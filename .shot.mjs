import { chromium } from 'playwright-core'
const [,, who, path, name, ...acts] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const width of [1440, 390]) {
  const p = await b.newPage({ viewport: { width, height: 900 } })
  p.setDefaultTimeout(60000)
  p.on('pageerror', (e) => console.log('ERR', e.message))
  await p.goto('http://localhost:8105/sign-in?next=' + encodeURIComponent(path))
  await p.fill('input[autocomplete=username], input[type=text]', who)
  await p.fill('input[type=password]', 'Lantu-demo-2026')
  await p.keyboard.press('Enter')
  await p.waitForSelector('[data-testid=total], .list-main', { timeout: 60000 })
  await p.waitForTimeout(4000)
  for (const a of acts) { if (a.startsWith('w390:')) { if (width === 390) await p.click(a.slice(5)) } else await p.click(a); await p.waitForTimeout(2000) }
  await p.screenshot({ path: `/tmp/w/E-${name}-${width}.png` })
  await p.close()
}
await b.close()
