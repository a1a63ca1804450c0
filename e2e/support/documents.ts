import { expect, type Page } from './test'

/** Pastes a document and waits for its deck; returns the deck's id. */
export async function makeDocument(page: Page, title: string, text: string): Promise<string> {
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Text').fill(text)
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}/, { timeout: 60_000 })
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Makes a link to an own deck; the path of the link, which may name the machine as its network does. */
export async function shareDeck(page: Page, deckId: string): Promise<string> {
  await page.goto(`/decks/${deckId}`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const field = page.getByLabel('Link to this deck')
  await expect(field).toHaveValue(/\/shared\/[\w-]{22}$/)
  return new URL(await field.inputValue()).pathname
}
