import type { DeckId } from '../lib/core/ids'
import { HOUR_MS } from '../lib/core/shared/time'
import { check } from './support/check-screen'
import { expectRatings } from './support/export'
import type { Seeder } from './support/seeder'
import { answerCard, answerLine, cardIsReady, cardOf, evidence, left, question, rating } from './support/study'
import { expect, type Page, test } from './support/test'

const SAID = 'A new study day has begun. These cards are chosen for it.'

const BEFORE = '2026-12-02T09:20:00Z'
const DAY_STARTS_AT = 10

/**
 * A deck with more to review than the five of a day, two of which were reviewed more than an hour ago, on a day that ends
 * with this hour: three are left.
 */
async function beforeTheTurn(page: Page, seed: Seeder): Promise<DeckId> {
  await seed.clock(BEFORE)
  const owner = await seed.account(page, 'Midnight')
  const { deckId, factIds } = await seed.deckOfFlashcards(owner)
  await seed.settings(owner, { dayStartHour: DAY_STARTS_AT, newPerDay: 0, duePerDay: 5 })
  const easy = (fact: number, daysAgo: number) => ({ fact, rating: 'easy' as const, daysAgo })
  await seed.reviews(owner, factIds, [
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((fact) => easy(fact, 40)),
    easy(0, 0.05),
    easy(1, 0.05),
  ])
  await page.clock.install({ time: new Date(BEFORE) })
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  await expect(left(page)).toContainText('3 due')
  return deckId
}

async function turnTheDay(page: Page, seed: Seeder): Promise<void> {
  await seed.clock(new Date(Date.parse(BEFORE) + HOUR_MS))
  await page.clock.fastForward(HOUR_MS)
}

test('an open session loads the cards of a new study day between two cards and loses nothing', async ({
  page,
  seed,
}) => {
  await beforeTheTurn(page, seed)
  await answerCard(page, 'Easy')
  const asked = cardOf(page)
  const line = answerLine(page)
  await line.fill('half an answ')
  await turnTheDay(page, seed)
  // The clock is checked each minute; a typed or open answer stays.
  await page.clock.fastForward(120_000)
  await expect(line).toHaveValue('half an answ')
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.clock.fastForward(120_000)
  await expect(evidence(page)).toBeVisible()
  await expect(page.getByText('You wrote')).toBeVisible()
  await expect(left(page)).toContainText('2 due')

  await rating(page, 'Good').click()
  await expect(page.getByText(SAID).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: SAID })).toHaveCount(1)
  await expect(left(page)).toContainText('4 due')
  await expect(line).toBeFocused()
  await check(page, 'Study on a new day')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => cardOf(page)).toBe(asked)
  await expect(evidence(page)).toBeVisible()
  await expectRatings(page, [...new Array(12).fill('easy'), 'good', 'good'])
})

test('an untouched card stays first when a new study day begins', async ({ page, seed }) => {
  await beforeTheTurn(page, seed)
  await answerCard(page, 'Easy')
  const asked = await question(page).innerText()
  await turnTheDay(page, seed)
  await expect(left(page)).toContainText('5 due')
  await expect(question(page)).toHaveText(asked)
  await expect(page.getByText(SAID).first()).toBeVisible()
  await answerCard(page, 'Easy')
  await expect(page.getByText(SAID)).toHaveCount(0)
})

test('an open answer stays open when a new study day begins, and its buttons show the new intervals', async ({
  page,
  seed,
}) => {
  const deckId = await beforeTheTurn(page, seed)
  await page.goto(`/study?deck=${deckId}&only=all`)
  await cardIsReady(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  // The first card was already reviewed on this day, so another rating would only be logged.
  await expect(page.getByText('Counted once today')).toBeVisible()
  const again = rating(page, 'Again').locator('[id=next-again]')
  await expect(again).not.toContainText('min')
  await turnTheDay(page, seed)
  await expect(again).toHaveText('10 min')
  await expect(evidence(page)).toBeVisible()
  await rating(page, 'Again').click()
  await expect(page.getByText(SAID).first()).toBeVisible()
})

test('the end screen of a session stays until the learner comes back to the page', async ({ page, seed }) => {
  await beforeTheTurn(page, seed)
  for (let card = 0; card < 3; card += 1) await answerCard(page, 'Easy')
  await expect(question(page)).toHaveText('Session done')
  await turnTheDay(page, seed)
  await page.clock.fastForward(120_000)
  await expect(question(page)).toHaveText('Session done')
  // The event that a browser sends when its window becomes visible again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(left(page)).toContainText('4 due')
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
})
