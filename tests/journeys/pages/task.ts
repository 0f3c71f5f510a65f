import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a move's dialog is given before it is confirmed. */
export interface MoveGiven {
  readonly reason?: string
  readonly fill?: (page: Page) => Promise<void>
}

/** Opens an entry and makes one of its moves by the dialog. */
export async function makeMove(page: Page, address: string, move: string, { reason, fill }: MoveGiven = {}): Promise<void> {
  await page.goto(address)
  await page.getByTestId(`move-${move}`).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  if (fill) await fill(page)
  if (reason !== undefined) await page.getByTestId('move-reason').fill(reason)
  await page.getByTestId('confirm-move').click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The state that the head of an entry's page tells. */
export async function stateIs(page: Page, state: string): Promise<void> {
  await expect.poll(() => page.locator('.entry-note').innerText(), { timeout: 10_000 }).toContain(state)
}
