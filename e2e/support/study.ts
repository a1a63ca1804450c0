import type { Response } from '@playwright/test'
import { settled } from './alive'
import { makeDocument } from './documents'
import { OWN_TEXT, OWN_TITLE } from './own-text'
import { anAccount, signUp } from './people'
import { expect, type Page } from './test'

export const question = (page: Page) => page.getByRole('heading', { level: 1 })
export const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })
export const rating = (page: Page, name: 'Again' | 'Hard' | 'Good' | 'Easy') =>
  page.getByRole('button', { name: new RegExp(`^${name}\\b`) })

/** Turns the card on screen, sees its proof, rates it, and waits until the save is confirmed. */
export async function answerCard(page: Page, name: 'Again' | 'Hard' | 'Good' | 'Easy' = 'Good'): Promise<void> {
  await cardIsAlive(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(evidence(page)).toBeVisible()
  const since = await page.evaluate(() => Date.now())
  const saved = page.waitForResponse((response) => isAnswerTo(response, since))
  await rating(page, name).click()
  await saved
}

/** Taken by the server with a rating of that moment or later, by the page's clock: one of before may still be on its way. */
function isAnswerTo(response: Response, since: number): boolean {
  if (!response.url().includes('/api/reviews') || !response.ok()) return false
  const { reviews } = response.request().postDataJSON() as { reviews: { at: number }[] }
  return reviews.some(({ at }) => at >= since)
}

/** The card is on screen and its keys work. */
export async function cardIsAlive(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await settled(page)
}

/** Signs up, makes a deck of one's own and opens its first card; returns the deck's id. */
export async function studyOwnDeck(page: Page): Promise<string> {
  await signUp(page, anAccount('Keys'))
  const deckId = await makeDocument(page, OWN_TITLE, OWN_TEXT)
  await page.goto(`/study?deck=${deckId}`)
  await cardIsAlive(page)
  return deckId
}
