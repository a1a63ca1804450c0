import { execFileSync } from 'node:child_process'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { waitForLife } from './support/alive'
import { check } from './support/check-screen'
import { makeDocument } from './support/documents'
import { ownServers } from './support/own-servers'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { anAccount, signUp } from './support/people'
import { environment, root, type Server } from './support/start-server'
import { answerCard } from './support/study'

// Servers of its own, because their data are changed while they are stopped.
const start = ownServers()

const OWN_WORDS = 'How many eggs does the queen of a honey bee colony lay a day at most?'
const item = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })

/** An author who has edited one item, rejected another and studied a card. */
async function aDecidedDeck(browser: Browser) {
  const server = await start()
  const context = await browser.newContext({ baseURL: server.url })
  await waitForLife(context)
  const page = await context.newPage()
  await signUp(page, anAccount('Begimai'))
  const deckId = await makeDocument(page, OWN_TITLE, OWN_TEXT)
  await page.goto(`/decks/${deckId}`)
  await page.getByRole('link', { name: 'Study now' }).click()
  await answerCard(page)
  await page.goto(`/decks/${deckId}/items?type=flashcard`)
  await page
    .getByRole('article')
    .last()
    .getByRole('link', { name: /^Edit item/ })
    .click()
  await page.getByLabel('Front').fill(OWN_WORDS)
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(item(page, OWN_WORDS)).toHaveAccessibleName(/Accepted$/)
  await page.goto(`/decks/${deckId}/items?type=choice`)
  // As the page has it, gap and all: `innerText` breaks the line at what is only said.
  const statement = (await page.getByRole('article').first().getByRole('paragraph').nth(1).textContent()) ?? ''
  await page
    .getByRole('button', { name: /^Reject item/ })
    .first()
    .click()
  await expect(item(page, statement)).toHaveAccessibleName(/Rejected$/)
  // Said when it is saved, and shown before.
  await expect(page.getByText(/^Rejected “/)).not.toHaveCount(0)
  return { server, context, page, deckId, statement, made: await itemsOf(page, deckId), before: await exported(page) }
}

/** How many items the tab counts. */
async function itemsOf(page: Page, deckId: string): Promise<number> {
  await page.goto(`/decks/${deckId}/items`)
  const all = page.getByRole('navigation', { name: 'Which items are listed' }).getByRole('link', { name: /^All \d/ })
  return Number(/\d+/.exec(await all.innerText())?.[0])
}

async function exported(page: Page) {
  const everything = await (await page.request.get('/api/export')).json()
  const memories = everything.memories.map(({ fact, ...memory }: { fact: unknown }) => memory)
  return { memories, reviews: everything.reviews, choices: everything.decks[0].choices }
}

/** Stops the server, lets its documents be an older engine's, and starts it again on the same data. */
async function withOlderData(server: Server, browser: Browser, page: Page, javaScriptEnabled = true) {
  const storageState = await page.context().storageState()
  await page.context().close()
  await server.stop()
  const env = environment({ BILIM_DATA_DIR: server.dataDir })
  const output = execFileSync(process.execPath, ['scripts/run.mjs', 'e2e/support/make-older.ts'], { cwd: root, env })
  const again = await start(server.dataDir)
  const context = await browser.newContext({ baseURL: again.url, storageState, javaScriptEnabled })
  if (javaScriptEnabled) await waitForLife(context)
  return { older: JSON.parse(output.toString()), page: await context.newPage() }
}

test('a better engine joins a deck with one press, and takes no decision, no schedule and no word away', async ({
  browser,
}) => {
  const { server, page: first, deckId, statement, made, before } = await aDecidedDeck(browser)
  expect(before.memories).toHaveLength(1)
  const { older, page } = await withOlderData(server, browser, first)
  expect(older).toMatchObject({ documents: 1, remembered: 1, decided: 2 })
  expect(older.unmade).toBeGreaterThan(2)

  await page.goto(`/decks/${deckId}`)
  await page.getByRole('link', { name: 'Renew its items' }).click()
  await expect(page.getByText('Bilim reads better now than when it made these items.')).toBeVisible()
  await check(page, 'items that can be renewed')
  await page.getByRole('button', { name: 'Renew' }).click()
  await expect(page.getByRole('heading', { name: 'The document was read again.' })).toBeVisible({ timeout: 60_000 })
  await check(page, 'renewed items')
  await expect(page.getByText(new RegExp(`Items: ${older.unmade} new`))).toBeVisible()

  // Everything that the present engine makes is there, and what the author and the learner did is as it was.
  expect(await itemsOf(page, deckId)).toBe(made)
  expect(await exported(page)).toEqual(before)
  await expect(item(page, OWN_WORDS)).toHaveAccessibleName(/Accepted$/)
  await expect(item(page, statement)).toHaveAccessibleName(/Rejected$/)
  // A rejected item shows the words that were rejected; what the engine says now has not joined beside it.
  await expect(item(page, statement)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Renew' })).toHaveCount(0)
})

test('without JavaScript a deck is renewed as well, and a stranger’s request is refused', async ({ browser }) => {
  const { server, page: first, deckId, made } = await aDecidedDeck(browser)
  const { page } = await withOlderData(server, browser, first, false)
  const stranger = await browser.newContext()
  await page.goto(`/decks/${deckId}/items`)
  const url = new URL(`/api/decks/${deckId}/renewal`, page.url()).href
  expect((await stranger.request.post(url)).status()).toBe(404)
  await page.getByRole('button', { name: 'Renew' }).click()
  await expect(page.getByRole('heading', { name: 'The document was read again.' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: /^Look at the new items/ }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(await itemsOf(page, deckId)).toBe(made)
})
