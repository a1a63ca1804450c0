import { check } from './support/check-screen'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { answerCard, evidence, rating } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

/** Pastes a document and waits for its deck; returns the deck's id. */
async function makeDocument(page: Page, title: string, text: string): Promise<string> {
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Text').fill(text)
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}/, { timeout: 60_000 })
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

test('a pasted document leads to its first card in three actions', async ({ page, someoneElse, complaints }) => {
  const deckId = await makeDocument(page, OWN_TITLE, OWN_TEXT)
  await expect(page.getByRole('heading', { name: OWN_TITLE, level: 1 })).toBeVisible()
  // Who was a stranger is a guest now.
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Decks' })).toBeVisible()

  await page.goto(`/decks/${deckId}`)
  await page.getByRole('link', { name: 'Study now' }).click()
  await page.getByRole('button', { name: 'Show answer' }).click()
  // The evidence is a sentence of the document itself.
  const sentence = (await evidence(page).locator('blockquote').innerText()).trim()
  expect(OWN_TEXT.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' ').slice(0, 30))
  await rating(page, 'Good').click()
  await answerCard(page, 'Good')

  const stranger = await someoneElse()
  const refused = await stranger.goto(`/decks/${deckId}`)
  expect(refused?.status()).toBe(404)
  forgive(complaints, /status of 404/)
})

test('a chosen file becomes a deck, and choosing the same file again opens that deck', async ({ page }) => {
  const file = { name: 'bees.md', mimeType: 'text/markdown', buffer: Buffer.from(OWN_TEXT) }
  const decks: string[] = []
  for (let time = 0; time < 2; time += 1) {
    await page.goto('/documents/new')
    await page.getByLabel('File').setInputFiles(file)
    // No page may scroll sideways for it.
    await page.getByLabel('Title').fill('Bees'.repeat(40))
    await page.getByRole('button', { name: 'Make items' }).click()
    await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}/, { timeout: 60_000 })
    decks.push(new URL(page.url()).pathname.split('/')[2] ?? '')
  }
  expect(decks[1]).toBe(decks[0])
  for (const path of ['/', '/decks', `/decks/${decks[0]}`, `/decks/${decks[0]}/items`, `/decks/${decks[0]}/print`]) {
    await page.goto(path)
    await check(page, `${path.replace(decks[0] ?? '', 'id')}, with a title of one long word`)
  }
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a text that is pasted again opens its deck, which says so and offers the new title', async ({
      page,
      seed,
    }) => {
      await seed.account(page, 'Again')
      const first = await makeDocument(page, 'Bees', OWN_TEXT)
      const said = page.getByRole('region', { name: 'Imported before' })
      await expect(said).toHaveCount(0)
      expect(await makeDocument(page, 'Bees, again', OWN_TEXT)).toBe(first)
      await expect(said).toContainText(/You imported this text on .*\d{4} already, so its deck was opened/)
      await expect(said).toContainText('“Bees, again” was not used')
      await said.getByRole('button', { name: 'Use the new title' }).click()
      await expect(page.getByRole('heading', { name: 'Bees, again', level: 1 })).toBeVisible()
      await expect(said.getByRole('button')).toHaveCount(0)
      if (javaScriptEnabled) await check(page, 'A deck whose text was imported again')
      await page.goto(`/decks/${first}/items`)
      await expect(said).toHaveCount(0)
    })
  })
}

test('an item that its author rejects is not asked until the decision is undone', async ({ page, seed }) => {
  const { deckId } = await seed.accountWithDeck(page)
  await page.goto(`/decks/${deckId}/items?show=all`)
  const item = page.getByRole('article', { name: /^Item 1,/ })
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByText(/Rejected “/).first()).toBeVisible()
  await expect(item).toHaveAccessibleName(/Rejected$/)
  await page.reload()
  await expect(item).toHaveAccessibleName(/Rejected/)
  await item.getByRole('button', { name: 'Accept' }).click()
  await expect(item).toHaveAccessibleName(/Accepted$/)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(item).toHaveAccessibleName(/Rejected/)
})
