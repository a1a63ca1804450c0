import { check } from './support/check-screen'
import { OWN_TITLE } from './support/own-text'
import { settled } from './support/page-ready'
import { answerSomehow } from './support/quiz'
import type { Seeder } from './support/seeder'
import { cardIsReady, evidence, press, question, rating } from './support/study'
import { expect, type Page, test } from './support/test'

/** Opens a deck with fixed items in Study. */
async function open(page: Page, seed: Seeder, more = ''): Promise<void> {
  const { deckId } = await seed.knownDeck(await seed.account(page))
  await page.goto(`/study?deck=${deckId}${more}`)
  await cardIsReady(page)
}

test('a new fact is asked as a choice, then as a cloze, then as a card, and a choice cannot be rated Easy', async ({
  page,
  seed,
}) => {
  await open(page, seed)
  await expect(question(page)).toHaveText('How many castes has a honey bee colony?')
  const options = page.getByRole('group', { name: /^Choose one/ }).getByRole('button')
  await expect(options).toHaveCount(3)
  await check(page, 'Study, choice')
  const places = await options.allInnerTexts()
  const keyOf = (text: string) => String(places.findIndex((place) => place.startsWith(text)) + 1)

  await page.keyboard.press(keyOf('two'))
  await expect(evidence(page)).toBeVisible()
  await expect(page.getByText('The drones are a caste of their own.')).toBeVisible()
  for (const name of ['Hard', 'Good', 'Easy'] as const) await expect(rating(page, name)).toBeDisabled()
  await check(page, 'Study, wrong choice')
  await page.keyboard.press('3')
  await expect(evidence(page)).toBeVisible()
  await page.reload()
  await expect(page.getByText('Your choice, wrong')).toBeVisible()
  await settled(page)
  await press(page, '1')

  await expect(question(page)).toHaveText('How many eggs does the queen lay?')
  await page.keyboard.press('Space')
  await press(page, '4')
  await expect(question(page)).toHaveText('How many castes has a honey bee colony?')
  await page.keyboard.press(keyOf('three'))
  await expect(rating(page, 'Easy')).toBeDisabled()
  // By the pointer: where the option had the key of Good, this would be a double press.
  const saved = page.waitForResponse((response) => response.url().includes('/api/study-events') && response.ok())
  await rating(page, 'Good').click()
  await saved
  await expect(question(page)).toHaveText(/^A honey bee colony has gap/)
  await page.keyboard.press('Space')
  await press(page, '3')
  await expect(page.getByRole('heading', { name: 'Session done' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(question(page)).toHaveText('A honey bee colony has three castes.')
  await page.keyboard.press('u')
  await expect(page.getByText('Your choice, right')).toBeVisible()
})

test('a learner who knows the answer without the options shows it and may rate it Easy', async ({ page, seed }) => {
  await open(page, seed, '&only=all&cram=1')
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(evidence(page)).toBeVisible()
  await expect(rating(page, 'Easy')).toBeEnabled()
})

test('in a quiz and in Study the label is shown once above a question, without the title in the header', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.knownDeck(await seed.account(page))
  await page.goto(`/decks/${deckId}/quiz`)
  await page.getByRole('button', { name: 'Start' }).click()
  const eggs = page.getByRole('heading', { level: 1, name: 'How many eggs does the queen lay?', exact: true })
  const place = (number: number) => page.getByRole('main').getByText(`Question ${number} of 2`)
  await expect(place(1)).toBeVisible()
  if (!(await eggs.isVisible())) {
    await answerSomehow(page)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(evidence(page)).toBeVisible()
    await page.getByRole('link', { name: 'Next' }).click()
    await expect(place(2)).toBeVisible()
  }
  await expect(eggs).toHaveAccessibleDescription('The colony')
  await expect(page.getByRole('main').getByText('The colony')).toHaveCount(1)
  await expect(page.getByText(`${OWN_TITLE}, The colony`)).toHaveCount(0)
  await check(page, 'Quiz, what a question is about')
})
