import type { Response } from '@playwright/test'
import { settled } from './page-ready'
import type { Seeder } from './seeder'
import { expect, type Page } from './test'

export type RatingName = 'Again' | 'Hard' | 'Good' | 'Easy'

export const question = (page: Page) => page.getByRole('heading', { level: 1 })
export const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })
export const rating = (page: Page, name: RatingName) => page.getByRole('button', { name: new RegExp(`^${name}\\b`) })
export const answerLine = (page: Page) => page.getByRole('textbox', { name: 'Write it, or just think it' })
/** The fact of the card on screen, as the address names it; null: the address does not name it. */
export const cardOf = (page: Page) => new URL(page.url()).searchParams.get('card')
/** How many cards are left, by due status. */
export const left = (page: Page) => page.getByText('Left in this session:').locator('..')

/** The card is on screen and its keys work. */
export async function cardIsReady(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await settled(page)
}

/** Turns the card on screen, sees its evidence, rates it, and waits until the save is confirmed. */
export async function answerCard(page: Page, name: RatingName = 'Good'): Promise<void> {
  await cardIsReady(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(evidence(page)).toBeVisible()
  const since = await page.evaluate(() => Date.now())
  const saved = page.waitForResponse((response) => savesRatingSince(response, since))
  await rating(page, name).click()
  await saved
}

/** Taken by the server with a rating of that moment or later, by the page's clock: one of before may still be on its way. */
function savesRatingSince(response: Response, since: number): boolean {
  if (!response.url().includes('/api/study-events') || !response.ok()) return false
  const { events } = response.request().postDataJSON() as { events: { kind: string; at: number }[] }
  return events.some(({ kind, at }) => kind === 'rating' && at >= since)
}

/** Turns the card on screen and rates it, without waiting for any save. */
export async function rateCard(page: Page, name: RatingName): Promise<void> {
  await cardIsReady(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await rating(page, name).click()
}

/** Presses a key that saves a rating or a flag, and waits until the server has it. */
export async function press(page: Page, key: string): Promise<void> {
  const saved = page.waitForResponse((response) => /api\/study-events/.test(response.url()) && response.ok())
  await page.keyboard.press(key)
  await saved
}

/** An account at the first card of a deck of its own; the deck's id. */
export async function studyOwnDeck(page: Page, seed: Seeder): Promise<string> {
  const { owner, deckId } = await seed.accountWithDeck(page)
  // A new deck opens with choices, which have no line for an answer.
  await seed.keepOnly(owner, deckId, ['flashcard', 'cloze', 'short-answer', 'numeric'])
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  return deckId
}
