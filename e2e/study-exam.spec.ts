import { DAY_MS } from '../lib/core/shared/time'
import { check } from './support/check-screen'
import { OWN_TITLE } from './support/own-text'
import { answerCard } from './support/study'
import { expect, type Page, test } from './support/test'

/** A shipped deck with matching and ordering. */
const WITH_FACTS_OF_QUIZZES = 'The honey bee'

/** The calendar date that many days from now, in UTC, the default time zone of a new learner. */
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const exam = (page: Page) => page.getByRole('region', { name: /^Exam/ })

async function setDate(page: Page, date: string, target = '90 %'): Promise<void> {
  const day = page.getByLabel('Day of the exam')
  if (!(await day.isVisible())) await page.getByText(/^(Set an exam date|Change the date)$/).click()
  await day.fill(date)
  await page.getByLabel('Aim: recall on that day').selectOption({ label: target })
  await page.getByRole('button', { name: 'Set date' }).click()
}

test('a deck with an exam date shows readiness and the daily plan, also on Today, until the date is removed', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page, 'Aida')
  await page.goto(`/decks/${deckId}`)
  await setDate(page, inDays(-2))
  await expect(page.getByText('That day is over.')).toBeVisible()
  await setDate(page, inDays(20))
  await expect(page.getByText('The date is set.')).toBeVisible()
  await expect(exam(page)).toContainText('Ready today0 %')
  await expect(exam(page)).toContainText(/To reach 90 %, each day: \d+ new facts? and about \d+ reviews?/)
  await check(page, 'Deck with an exam')

  await page.goto('/')
  const countdown = page.getByRole('region', { name: 'Exams' })
  await expect(countdown).toContainText(/in (19|20|21) days/)
  await expect(countdown).toContainText('aim 90 %')
  await check(page, 'Today with an exam')

  // All facts of the text would have to be studied in one day; the plan says that this is too much.
  await countdown.getByRole('link', { name: OWN_TITLE }).click()
  await setDate(page, inDays(3), '97 %')
  await expect(page.getByText('The date is set.')).toBeVisible()
  await expect(exam(page)).toContainText('97 %')
  await page.getByRole('button', { name: 'Take the date off' }).click()
  await expect(page.getByText('The date is taken off.')).toBeVisible()
  await page.goto('/')
  await expect(countdown).toHaveCount(0)
})

test('studying for the exam raises the readiness on its day, and fewer cards are left for today', async ({
  page,
  seed,
}) => {
  const { owner, deckId, factIds } = await seed.accountWithDeck(page, 'Bolot')
  await seed.reviews(
    owner,
    factIds,
    [0, 1, 2].map((fact) => ({ fact, rating: 'easy', daysAgo: 5 })),
  )
  await page.goto(`/decks/${deckId}`)
  await setDate(page, inDays(2), '97 %')
  const link = exam(page).getByRole('link', { name: /^Study for the exam: \d+ cards?$/ })
  const cards = Number(/\d+/.exec(await link.innerText())?.[0])
  const before = await readiness(page)
  await expect(link).toHaveAttribute('href', `/study?deck=${deckId}&only=exam`)
  await link.click()
  // The plan's cards of one day are three to six: the order of new facts differs from learner to learner.
  for (let card = 0; card < cards; card += 1) await answerCard(page, 'Easy')
  await page.goto(`/decks/${deckId}`)
  expect(await readiness(page)).toBeGreaterThan(before)
  const told = /(?:Study for the exam: (\d+) cards?|Nothing more for the exam today)/.exec(await exam(page).innerText())
  expect(told).not.toBeNull()
  expect(Number(told?.[1] ?? 0)).toBeLessThan(cards)
})

test('facts that only quizzes ask are not in the plan, and one click starts a quiz on them', async ({ page, seed }) => {
  await seed.account(page, 'Elmira')
  await page.goto(`/decks/${await seed.shippedDeck(WITH_FACTS_OF_QUIZZES)}`)
  await setDate(page, inDays(10))
  const told = exam(page).getByText(/^\d+ more facts are asked in quizzes only/)
  const count = Number(/\d+/.exec(await told.innerText())?.[0])
  const start = exam(page).getByRole('button', { name: /^Take a quiz on them: \d+ questions$/ })
  const questions = Number(/\d+/.exec(await start.innerText())?.[0])
  expect(questions).toBeLessThanOrEqual(count)
  await start.click()
  await expect(page.getByText(new RegExp(`^Question 1 of ${questions}\\b`))).toBeVisible()
})

async function readiness(page: Page): Promise<number> {
  const term = exam(page)
    .locator('div', { has: page.getByRole('term').filter({ hasText: 'If you stop now' }) })
    .last()
  return Number(/(\d+) %/.exec(await term.innerText())?.[1])
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an exam date is set and removed', async ({ page, seed }) => {
    const { deckId } = await seed.accountWithDeck(page, 'Dastan')
    await page.goto(`/decks/${deckId}`)
    await setDate(page, inDays(5))
    await expect(exam(page)).toContainText('If you stop now')
    await page.goto('/')
    await expect(page.getByRole('region', { name: 'Exams' })).toContainText(OWN_TITLE)
    await page.goto(`/decks/${deckId}`)
    await page.getByText('Change the date').click()
    await page.getByRole('button', { name: 'Take the date off' }).click()
    await expect(page.getByText('Set an exam date')).toBeVisible()
  })
})
