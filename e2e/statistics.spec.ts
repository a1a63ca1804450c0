import { randomUUID } from 'node:crypto'
import { check } from './support/check-screen'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { openAccountMenu } from './support/people'
import { sendEvents } from './support/reviews'
import { cardIsReady } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const row = (page: Page, name: string, first: string | RegExp) =>
  part(page, name)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: first }) })
const openTable = (page: Page, name: string) => part(page, name).getByText('The same as a table').click()

test('after known reviews the statistics are right, in total and by deck, and other people do not see them', async ({
  page,
  someoneElse,
  complaints,
  seed,
}) => {
  const learner = await seed.account(page, 'Nurlan')
  await page.goto('/statistics')
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible()
  await check(page, 'Statistics, empty')
  const { deckId, factIds } = await seed.deck(learner)
  const other = await seed.deck(learner, 'Another text', OWN_TEXT.replace('six weeks', 'seven weeks'))
  const sent = await seed.reviews(learner, factIds, [
    { fact: 0, rating: 'easy', daysAgo: 20 },
    { fact: 1, rating: 'easy', daysAgo: 20 },
    { fact: 2, rating: 'easy', daysAgo: 20 },
    { fact: 0, rating: 'good', daysAgo: 10 },
    { fact: 1, rating: 'again', daysAgo: 10 },
    { fact: 2, rating: 'good', daysAgo: 0 },
    { fact: 3, rating: 'easy', daysAgo: 0 },
  ])
  await sendEvents(page, learner.learnerId, [{ kind: 'undo', id: randomUUID(), reversesId: sent[6], at: Date.now() }])

  await page.goto('/statistics')
  const glance = part(page, 'At a glance')
  await expect(glance).toContainText('1 of the last 7')
  await expect(glance).toContainText('3 of the last 30')
  await expect(glance).toContainText('6 in 30 days')
  await expect(part(page, 'A year of reviews')).toContainText(
    'On 3 days of the last year you studied: 6 reviews in all',
  )
  await expect(part(page, 'Time')).toContainText('on 3 days')
  await expect(part(page, 'Time')).toContainText('less than a minute on each of them.')
  // No mature fact was reviewed.
  await expect(glance).toContainText('none yet')

  await openTable(page, 'True retention')
  const cells = (name: string) => row(page, 'True retention', name).getByRole('cell')
  await expect(cells('Young, 30 days')).toHaveText(['3', 'Too early to tell', '–'])
  await expect(cells('Young, 7 days')).toHaveText(['1', 'Too early to tell', '–'])
  await expect(cells('Mature, a year')).toHaveText(['0', '–', '–'])

  // The fact rated Again is overdue on its learning step; the other two are due later.
  await openTable(page, 'What falls due')
  await expect(part(page, 'What falls due')).toContainText('1 fact is left over from before.')
  await expect(row(page, 'What falls due', 'Left over')).toContainText('1')

  await openTable(page, 'Facts by mastery')
  await expect(row(page, 'Facts by mastery', 'Attempted')).toContainText('1')
  await check(page, 'Statistics')

  await page.getByLabel('Deck').selectOption({ label: 'Another text' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(new RegExp(`/statistics\\?deck=${other.deckId}`))
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible()

  const stranger = await someoneElse()
  await seed.account(stranger, 'Curious')
  expect((await stranger.goto(`/statistics?deck=${deckId}`))?.status()).toBe(404)
  await stranger.goto('/statistics')
  await expect(stranger.getByText(OWN_TITLE)).toHaveCount(0)
  forgive(complaints, /status of 404/)
})

test('on a phone the account menu links to the statistics', async ({ page, seed }) => {
  await seed.account(page, 'Gulnara')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/')
  await openAccountMenu(page)
  await page.getByRole('menuitem', { name: 'Statistics' }).click()
  await expect(page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible()
})

test('a fact that was just failed is not shown as recalled on the deck, in the text, for an exam or in Info', async ({
  page,
  seed,
}) => {
  const { owner, deckId, factIds } = await seed.accountWithDeck(page, 'Jyldyz')
  await seed.reviews(owner, factIds, [
    { fact: 0, rating: 'easy', daysAgo: 5 },
    { fact: 0, rating: 'again', daysAgo: 0 },
    { fact: 1, rating: 'again', daysAgo: 0 },
  ])
  await page.goto(`/decks/${deckId}/text`)
  await expect(page.getByRole('complementary', { name: 'Recall' })).toContainText('0 %of this text')
  await expect(page.getByRole('link', { name: /0 percent: not recalled last time/ }).first()).toBeVisible()

  await page.goto(`/decks/${deckId}`)
  await expect(page.getByRole('region', { name: 'Facts', exact: true })).toContainText('you would recall today0 %')
  await page.getByText('Set an exam date').click()
  await page.getByLabel('Day of the exam').fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Set date' }).click()
  await expect(page.getByRole('region', { name: /^Exam/ })).toContainText('Ready today0 %')

  await page.getByRole('link', { name: 'Study these 2' }).click()
  await cardIsReady(page)
  // The answer of this card can be typed, so the key would type a letter.
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /^Info/ }).click()
  const info = page.getByRole('dialog', { name: 'Info' })
  await expect(info).toContainText('You did not recall it last time. It comes back')
  await expect(info).not.toContainText('100 %')
})
