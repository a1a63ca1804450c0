import { check } from './support/check-screen'
import { OWN_TITLE } from './support/own-text'
import { expect, type Page, test } from './support/test'

const tags = (page: Page) => page.getByRole('region', { name: 'Your tags' })

test('a deck is found by its owner’s tag until the tag is removed', async ({ page, seed }) => {
  const { deckId } = await seed.accountWithDeck(page, 'Sorter')
  await page.goto(`/decks/${deckId}`)
  await tags(page).getByLabel('Tag', { exact: true }).fill(' Biology  exam ')
  await tags(page).getByRole('button', { name: 'Add tag' }).click()
  await tags(page).getByRole('link', { name: 'Biology exam' }).click()
  await expect(page).toHaveURL('/decks?tag=Biology+exam')
  const decks = page.getByRole('heading', { level: 3 })
  await expect(decks).toHaveText([OWN_TITLE])
  await page.getByRole('navigation', { name: 'Decks by tag' }).getByRole('link', { name: 'All decks' }).click()
  await expect(decks).not.toHaveCount(1)
  await page.goto(`/decks/${deckId}`)
  await tags(page).getByRole('button', { name: 'Take tag “Biology exam” off' }).click()
  await expect(tags(page).getByText('Your own words for this deck')).toBeVisible()
  await expect(tags(page).getByLabel('Tag', { exact: true })).toBeFocused()
  await page.goto('/decks?tag=Biology+exam')
  await expect(page.getByText('No deck is tagged “Biology exam”')).toBeVisible()
})

test('a fact is starred and tagged through the item in focus, and each can be removed', async ({ page, seed }) => {
  const { deckId } = await seed.accountWithDeck(page, 'Marks')
  await page.goto(`/decks/${deckId}/items`)
  const menu = page.getByLabel('More for this item')
  await menu.click()
  await page.getByRole('button', { name: 'Star', exact: true }).click()
  await menu.click()
  await page.getByRole('button', { name: 'Take the star off' }).click()
  await menu.click()
  await page.getByLabel('Tag', { exact: true }).fill('insects')
  await page.keyboard.press('Enter')
  await menu.click()
  await expect(page.getByRole('button', { name: 'Take tag “insects” off' })).toBeVisible()
  await check(page, 'Items, with the menu of an item')
  await page.goto('/decks?tag=insects')
  await expect(page.getByText(/under “insects”: tagged themselves/)).toBeVisible()
})
