import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { ROOT } from '../../support/test-jurisdiction.ts'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const SOURCE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8')
/** WCAG 2.1, levels A and AA, and what axe holds to be good practice: order of headings, landmarks, heads of tables. */
const RULES: string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** What a change of colours alone can break. */
const OF_COLOURS: string[] = ['color-contrast', 'link-in-text-block']

const RUNS = { all: { type: 'tag', values: RULES }, 'of colours': { type: 'rule', values: OF_COLOURS } } as const

/** What axe finds on the page as it stands, however small, one line a finding: the rule, where, and why. */
export async function findingsOfAxe(page: Page, rules: 'all' | 'of colours' = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  const violations = await page.evaluate(async (runOnly) => {
    const found = await window.axe.run(document, { runOnly, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => ({
      id,
      places: nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.replaceAll(/\s+/g, ' ')})`),
    }))
  }, RUNS[rules])
  return violations.flatMap(({ id, places }) => places.map((place) => `${id}: ${place}`))
}
