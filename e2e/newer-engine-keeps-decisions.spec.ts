import { check } from './support/check-screen'
import { type Exported, exportOf } from './support/export'
import { answerCard } from './support/study'
import { expect, type Page, test } from './support/test'

const OWN_WORDS = 'How many eggs does the queen of a honey bee colony lay a day at most?'
const item = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })
const READ_AGAIN = { name: 'The document was read again.' }

/** How many items the tab counts. */
async function countItems(page: Page, deckId: string): Promise<number> {
  await page.goto(`/decks/${deckId}/items`)
  const all = page.getByRole('navigation', { name: 'Which items are listed' }).getByRole('link', { name: /^All \d/ })
  return Number(/\d+/.exec(await all.innerText())?.[0])
}

/** The author's decisions and the learner's reviews, without the statements of facts, which the engine may change. */
function decidedIn({ memories, reviews, decks }: Exported) {
  return { memories: memories.map(({ fact: _, ...memory }) => memory), reviews, choices: decks[0]?.choices }
}

test('regenerating a deck with a newer engine keeps decisions, edited words and schedules', async ({ page, seed }) => {
  const { deckId, documentId } = await seed.accountWithDeck(page, 'Begimai')
  await page.goto(`/study?deck=${deckId}`)
  await answerCard(page)
  await page.goto(`/decks/${deckId}/items?show=all`)
  await page
    .getByRole('article', { name: /Flashcard, Ready$/ })
    .last()
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Front').fill(OWN_WORDS)
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(item(page, OWN_WORDS)).toHaveAccessibleName(/Accepted, in focus$/)
  await page.goto(`/decks/${deckId}/items?show=all`)
  await page
    .getByRole('article', { name: /Choice, Ready$/ })
    .first()
    .getByRole('link')
    .click()
  const inFocus = page.getByRole('article', { name: /in focus$/ })
  await expect(inFocus).toHaveAccessibleName(/Choice/)
  // With the gap: `innerText` breaks the line at text for screen readers.
  const statement = (await inFocus.getByRole('heading').textContent()) ?? ''
  await inFocus.getByRole('button', { name: 'Reject' }).click()
  await expect(item(page, statement)).toHaveAccessibleName(/Rejected$/)
  // The toast says so after saving; the item shows it before.
  await expect(page.getByText(/^Rejected “/)).not.toHaveCount(0)
  const items = await countItems(page, deckId)
  const before = decidedIn(await exportOf(page))
  expect(before.memories).toHaveLength(1)

  const missing = await seed.olderEngine(documentId)
  expect(missing).toBeGreaterThan(2)
  await page.goto(`/decks/${deckId}`)
  await page.getByRole('link', { name: 'Renew its items' }).click()
  await expect(page.getByText('Bilim reads better now than when it made these items.')).toBeVisible()
  await check(page, 'items that can be renewed')
  await page.getByRole('button', { name: 'Renew' }).click()
  await expect(page.getByRole('heading', READ_AGAIN)).toBeVisible({ timeout: 60_000 })
  await check(page, 'renewed items')
  await expect(page.getByText(new RegExp(`Items: ${missing} new`))).toBeVisible()

  // All items of the present engine are there, and decisions, reviews and memories are unchanged.
  expect(await countItems(page, deckId)).toBe(items)
  expect(decidedIn(await exportOf(page))).toEqual(before)
  await page.goto(`/decks/${deckId}/items?show=all`)
  await expect(item(page, OWN_WORDS)).toHaveAccessibleName(/Accepted$/)
  await expect(item(page, statement)).toHaveAccessibleName(/Rejected$/)
  // A rejected item keeps its words, and its present wording was not added as another item.
  await expect(item(page, statement)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Renew' })).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a deck is regenerated, and a stranger’s request is refused', async ({ page, someoneElse, seed }) => {
    const { deckId, documentId } = await seed.accountWithDeck(page, 'Begimai')
    const items = await countItems(page, deckId)
    await seed.olderEngine(documentId)
    const stranger = await someoneElse()
    expect((await stranger.request.post(`/api/decks/${deckId}/regeneration`)).status()).toBe(404)
    await page.goto(`/decks/${deckId}/items`)
    await page.getByRole('button', { name: 'Renew' }).click()
    await expect(page.getByRole('heading', READ_AGAIN)).toBeVisible({ timeout: 60_000 })
    await page.getByRole('link', { name: /^Look at the new items/ }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
    expect(await countItems(page, deckId)).toBe(items)
  })
})
