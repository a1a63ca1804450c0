import type { Page } from '@playwright/test'

/** The item in focus on the Items tab. */
export const inFocus = (page: Page) => page.getByRole('article', { name: /in focus$/ })

/** A tab of the Items tab, with its count: "To check 5". */
export const deskTab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Which items are listed' })
    .getByRole('link', { name: new RegExp(`^${name} \\d`) })

export async function countOf(page: Page, name: string): Promise<number> {
  return Number(/\d+/.exec(await deskTab(page, name).innerText())?.[0])
}
