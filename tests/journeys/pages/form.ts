import type { Locator, Page } from 'playwright-core'

/** A form of any register: fields by their names in the definition. */
export function formPage(page: Page) {
  const field = (name: string) => page.getByTestId(`field-${name}`)
  return {
    field,
    type: (name: string, text: string) => field(name).locator('input, textarea').first().fill(text),
    choose: (name: string, title: string) => choose(page, field(name), title),
    place: (name: string, title: string) => choosePlace(page, field(name), title),
    tick: (name: string) => field(name).locator('input[type=checkbox]').check(),
    addRow: (name: string) => page.getByTestId(`add-row-${name}`).click(),
    cell: (rows: string, at: number, column: string) => page.getByTestId(`cell-field-${rows}.${at}.${column}`),
    chooseCell: (rows: string, at: number, column: string, title: string) =>
      choose(page, page.getByTestId(`cell-field-${rows}.${at}.${column}`), title),
    attach: (where: Locator, name: string, content: string | Buffer, mimeType: string) =>
      where.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) }),
    async save() {
      await page.getByTestId('save').first().click()
    },
  }
}

/** Up to four codes lie open as radio buttons, more fold into a list. */
async function choose(page: Page, where: Locator, title: string): Promise<void> {
  const radio = where.getByRole('radio', { name: title, exact: true })
  if (await radio.count()) return radio.check()
  await where.locator('.ant-select').click()
  await where.locator('input').first().fill(title)
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: title }).first().click()
}

async function choosePlace(page: Page, where: Locator, title: string): Promise<void> {
  await where.locator('.ant-select').click()
  await where.locator('input').first().fill(title)
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-tree-title', { hasText: title }).last().click()
}
