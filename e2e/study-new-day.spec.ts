import { check } from './support/check-screen'
import { makeDocument } from './support/documents'
import { expectRatings } from './support/exported'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { anAccount, signUp } from './support/people'
import { sendReviews } from './support/reviews'
import { answerCard, cardIsAlive, evidence, rating } from './support/study'
import { expect, type Page, test } from './support/test'

const HOUR_MS = 3_600_000
const SAID = 'A new study day has begun. These cards are chosen for it.'
const question = (page: Page) => page.getByRole('heading', { level: 1 })
const cardOf = (page: Page) => new URL(page.url()).searchParams.get('card')
const left = (page: Page) => page.getByText('Left in this session:').locator('..')

type Hour = { readonly timeZone: string; readonly hour: number }

/** The hour of the clock, where no hour turns while a test runs: one of two zones that are half an hour apart. Asked once a test. */
function quietHour(): Hour {
  const timeZone = new Date().getUTCMinutes() < 30 ? 'UTC' : 'Australia/Adelaide'
  const shape = { timeZone, hour: '2-digit', hourCycle: 'h23' } as const
  return { timeZone, hour: Number(new Intl.DateTimeFormat('en-GB', shape).format(new Date())) }
}

async function setDay(page: Page, { timeZone, hour }: Hour): Promise<void> {
  await page.goto('/account')
  await page.getByLabel('Time zone').selectOption(timeZone)
  await page.getByLabel('A new study day begins at').selectOption(String(hour % 24))
  await page.getByLabel('New cards a day').fill('0')
  await page.getByLabel('Reviews a day, at most').fill('5')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

/**
 * A deck with more to review than the five of a day, two of which were reviewed more than an hour ago, on a day that ends
 * with this hour: three are left. Returns the hour.
 */
async function beforeTheTurn(page: Page): Promise<Hour> {
  await signUp(page, anAccount('Midnight'))
  const deckId = await makeDocument(page, OWN_TITLE, OWN_TEXT)
  const hour = quietHour()
  await setDay(page, { ...hour, hour: hour.hour + 1 })
  const easy = (fact: number, daysAgo: number) => ({ fact, rating: 'easy' as const, daysAgo })
  await sendReviews(page, OWN_TITLE, [
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((fact) => easy(fact, 40)),
    easy(0, 0.05),
    easy(1, 0.05),
  ])
  await page.clock.install({ time: new Date() })
  await page.goto(`/study?deck=${deckId}`)
  await cardIsAlive(page)
  await expect(left(page)).toContainText('3 due')
  return hour
}

/** By the server the day that ended has begun with this hour; by this page's clock the next hour is there. */
async function turnTheDay(page: Page, hour: Hour): Promise<void> {
  const other = await page.context().newPage()
  await setDay(other, hour)
  await other.close()
  await page.clock.fastForward(HOUR_MS)
}

test('a session left open takes the cards of a new study day between two cards, and loses nothing of the old one', async ({
  page,
}) => {
  const hour = await beforeTheTurn(page)
  await answerCard(page, 'Easy')
  const asked = cardOf(page)
  const line = page.getByRole('textbox', { name: 'Write it, or just think it' })
  await line.fill('half an answ')
  await turnTheDay(page, hour)
  // The clock is looked at each minute: an answer that is written, or open, stays.
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
  await expect(left(page)).toContainText('3 due')
  await expect(line).toBeFocused()
  await check(page, 'Study on a new day')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => cardOf(page)).toBe(asked)
  await expect(evidence(page)).toBeVisible()
  await expectRatings(page, [...new Array(12).fill('easy'), 'good', 'good'])
})

test('a card that nobody has touched stays on top when the day turns', async ({ page }) => {
  const hour = await beforeTheTurn(page)
  await answerCard(page, 'Easy')
  const asked = await question(page).innerText()
  await turnTheDay(page, hour)
  await expect(left(page)).toContainText('4 due')
  await expect(question(page)).toHaveText(asked)
  await expect(page.getByText(SAID).first()).toBeVisible()
  await answerCard(page, 'Easy')
  await expect(page.getByText(SAID)).toHaveCount(0)
})

test('an answer that lies open when the day turns stays open, and its buttons lead where the new day does', async ({
  page,
}) => {
  const hour = await beforeTheTurn(page)
  const deckId = new URL(page.url()).searchParams.get('deck')
  await page.goto(`/study?deck=${deckId}&only=all`)
  await cardIsAlive(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  // The first of all was reviewed on this day: another rating would only be logged.
  await expect(page.getByText('Counted once today')).toBeVisible()
  const again = rating(page, 'Again').locator('[id=next-again]')
  await expect(again).not.toContainText('min')
  await turnTheDay(page, hour)
  await expect(again).toHaveText('10 min')
  await expect(evidence(page)).toBeVisible()
  await rating(page, 'Again').click()
  await expect(page.getByText(SAID).first()).toBeVisible()
})

test('what a finished session tells is left until its reader comes back to it', async ({ page }) => {
  const hour = await beforeTheTurn(page)
  for (let card = 0; card < 3; card += 1) await answerCard(page, 'Easy')
  await expect(question(page)).toHaveText('Session done')
  await turnTheDay(page, hour)
  await page.clock.fastForward(120_000)
  await expect(question(page)).toHaveText('Session done')
  // As a browser says when its window is looked at again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(left(page)).toContainText('2 due')
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
})
