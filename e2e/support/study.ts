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
