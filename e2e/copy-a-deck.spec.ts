import { OWN_TITLE } from './support/own-text'
import { answerCard } from './support/study'
import { expect, test } from './support/test'

test('copying the shipped deck keeps the learner’s memories of its facts', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  await answerCard(page, 'Good')
  const shippedId = new URL(page.url()).searchParams.get('deck')
  await page.goto(`/decks/${shippedId}`)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('button', { name: 'Make it mine' }).click()
  await expect(page.getByText('This deck is yours now')).toBeVisible()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expect(page.getByText('Last studied today.')).toBeVisible()
  const copy = new URL(page.url()).pathname
  expect(copy).not.toBe(`/decks/${shippedId}`)

  // The copy belongs to the learner, so its items may be changed.
  await page.goto(`${copy}/items?show=all`)
  await page.getByRole('article').first().getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByRole('article').first()).toHaveAccessibleName(/Rejected$/)

  // Importing the same text again opens the existing copy.
  await page.goto(`/decks/${shippedId}`)
  await expect(page.getByText('Not studied yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Make it mine' }).click()
  await expect(page.getByText('You have this very text already')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(copy)
})

test('a duplicate of an own deck has its own decisions, shares the memories, and is deleted separately', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page)
  await page.goto(`/decks/${deckId}`)
  await page.getByRole('button', { name: 'Duplicate' }).click()
  await expect(page.getByRole('heading', { name: `${OWN_TITLE} (copy)`, level: 1 })).toBeVisible()
  const twin = new URL(page.url()).pathname
  await page.goto(`/study?deck=${deckId}`)
  await answerCard(page, 'Good')
  await page.goto(twin)
  await expect(page.getByText('Last studied today.')).toBeVisible()
  await page.goto(`${twin}/items?show=all`)
  await page.getByRole('article').first().getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByRole('article').first()).toHaveAccessibleName(/Rejected$/)
  await page.goto(`/decks/${deckId}/items?show=all`)
  await expect(page.getByRole('article').first()).not.toHaveAccessibleName(/Rejected$/)

  await page.goto(`${twin}/items`)
  await page.getByText('Rename or delete').click()
  await page.getByLabel('Yes, delete this deck').check()
  await page.getByRole('button', { name: 'Delete the deck' }).click()
  await expect(page).toHaveURL(/\/decks$/)
  await page.goto(`/decks/${deckId}`)
  await expect(page.getByText('Last studied today.')).toBeVisible()
})
