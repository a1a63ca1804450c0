import { expect, type Page } from './test'

export const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })
export const rating = (page: Page, name: 'Again' | 'Hard' | 'Good' | 'Easy') =>
  page.getByRole('button', { name: new RegExp(`^${name}\\b`) })

/** Turns the card on screen, sees its proof, rates it, and waits until the save is confirmed. */
export async function answerCard(page: Page, name: 'Again' | 'Hard' | 'Good' | 'Easy' = 'Good'): Promise<void> {
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(evidence(page)).toBeVisible()
  const saved = page.waitForResponse((response) => response.url().includes('/api/reviews') && response.ok())
  await rating(page, name).click()
  await saved
}

/** The card is on screen and its keys work: before React has taken over the page they go nowhere. */
export async function cardIsAlive(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await page.waitForFunction(() => {
    const form = document.querySelector('#show-answer')
    return form !== null && Object.keys(form).some((name) => name.startsWith('__reactProps'))
  })
  // Effects follow the first paint.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
