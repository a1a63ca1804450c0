import { longText } from '../test/long-text'
import { check } from './support/check-screen'
import { startSeededServer } from './support/start-server'
import { answerCard } from './support/study'
import { expect, type Page, test } from './support/test'

/** Generating takes longer than answering a card. Both run on the same machine, so its speed makes no difference. */
const WORDS = 60_000
/** About the longest text that is allowed. */
const MOST_WORDS = 150_000
// A busy machine generates a few hundred words per second.
const TO_THE_END = { timeout: 240_000 }

let notes = 0
/** A different document each time, from fixed sentences with other names and numbers. */
const aLongText = (words = WORDS) => `${longText(words)}\n\nNote ${++notes} of this run.`

const line = (page: Page) => page.getByRole('region', { name: 'How far the text is read' })

/** Fills the field at once like a paste, because typing a million characters takes too long. */
async function paste(page: Page, title: string, text: string): Promise<void> {
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Text').evaluate((area: HTMLTextAreaElement, pasted) => {
    area.value = pasted
  }, text)
  await page.getByRole('button', { name: 'Make items' }).click()
}

async function upload(page: Page, title: string, text: string): Promise<void> {
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(title)
  const file = { name: 'reader.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }
  await page.getByLabel('File').setInputFiles(file)
  // Without scripts the response arrives with the first cards, and the click waits for it.
  await page.getByRole('button', { name: 'Make items' }).click({ timeout: 60_000 })
}

async function fetchGenerationState(page: Page, deckId: string) {
  const response = await page.request.get(`/api/decks/${deckId}/generation`)
  expect(response.ok()).toBe(true)
  return response.json()
}

for (const [words, tag] of [
  [WORDS, []],
  [MOST_WORDS, ['@long']],
] as const) {
  test(`the first cards of ${words} words are studied while the rest is generated, and stay after cancelling`, {
    tag: [...tag],
  }, async ({ page }) => {
    await paste(page, 'A long reader', aLongText(words))
    const study = page.getByRole('link', { name: /^Study the first \d+ cards$/ })
    await expect(study).toBeInViewport({ timeout: 60_000 })
    await study.click()
    await expect(page).toHaveURL(/\/study\?deck=/)
    const deckId = new URL(page.url()).searchParams.get('deck') ?? ''
    await answerCard(page, 'Good')
    // The rating is saved while the text is still being read: this order is the promise.
    expect(await fetchGenerationState(page, deckId)).toMatchObject({ kind: 'generating' })

    await page.goto(`/decks/${deckId}`)
    await expect(line(page)).toContainText(/Still reading: page [\d,]+ of [\d,]+\./)
    await line(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(line(page)).toContainText(/^Cancelled at page [\d,]+ of [\d,]+\. What was made is kept\./)
    await expect(line(page).getByText(/^Cancelled/)).toBeFocused()
    const stopped = await fetchGenerationState(page, deckId)
    expect(stopped).toMatchObject({ kind: 'stopped', reason: 'cancelled' })
    expect(stopped.page).toBeLessThan(stopped.pages)

    await page.reload()
    await expect(page.getByText('Last studied today.')).toBeVisible()
    expect(await fetchGenerationState(page, deckId)).toEqual(stopped)
    await check(page, 'Deck, made in part')
    await page.goto(`/study?deck=${deckId}`)
    await answerCard(page, 'Good')
  })
}

test('the screen of a document that is being generated has no accessibility violation', async ({ page }) => {
  await upload(page, 'A reader for everyone', aLongText(MOST_WORDS))
  await expect(page.getByRole('link', { name: /^Study the first/ })).toBeVisible({ timeout: 60_000 })
  await check(page, 'New document, in the making')
  await page.getByRole('link', { name: 'Open the deck' }).click()
  await line(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(line(page).getByRole('button', { name: 'Make the rest' })).toBeVisible()
})

test('a quiz asks the items that exist, the rest is generated on request, and memories are kept', {
  tag: '@long',
}, async ({ page }) => {
  test.slow()
  await upload(page, 'A longer reader', aLongText())
  await page.getByRole('link', { name: 'Open the deck' }).click({ timeout: 60_000 })
  await line(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(line(page)).toContainText(/^Cancelled/)
  const deckId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.getByRole('link', { name: 'Start a quiz' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByText('Question 1 of 10').first()).toBeVisible()
  await expect(page).toHaveURL(/\/attempts\//)
  const attempt = page.url()

  await page.goto(`/decks/${deckId}`)
  await line(page).getByRole('button', { name: 'Make the rest' }).click()
  await expect(line(page).getByRole('button', { name: 'Cancel' })).toBeVisible()
  // The page finds out without a reload and announces it.
  await expect(line(page)).toBeHidden(TO_THE_END)
  await expect(page.getByRole('status').filter({ hasText: 'The text is read to its end.' })).toBeAttached()
  expect(await fetchGenerationState(page, deckId)).toEqual({ kind: 'complete' })
  await page.goto(attempt)
  await expect(page.getByText('Question 1 of 10').first()).toBeVisible()
})

test('cancelling before the first cards leaves nothing but the typed text', async ({ page }) => {
  // The request is held back, so that generation cannot finish first.
  await page.route('**/api/documents', () => undefined)
  await paste(page, 'Never mind', 'The harbour of Oslo was opened in 1891 by a Danish engineer.')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Cancelled. Nothing was saved. What you typed is still here.')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('Never mind')
  await page.goto('/decks')
  await expect(page.getByText('Never mind')).toBeHidden()
})

test('a server that is killed during generation resumes it when it starts again', { tag: '@long' }, async () => {
  test.slow()
  const first = await startSeededServer()
  const { deckId, cookie } = await startGeneration(first.url)
  await first.stop('SIGKILL')
  const second = await startSeededServer(first.dataDir)
  try {
    const ask = async () =>
      (await fetch(`${second.url}/api/decks/${deckId}/generation`, { headers: { cookie } })).json()
    expect(['generating', 'complete']).toContain((await ask()).kind)
    await expect.poll(async () => (await ask()).kind, TO_THE_END).toBe('complete')
  } finally {
    await second.stop()
  }
})

/** Sends a long document as the page does and disconnects at its first cards. */
async function startGeneration(url: string): Promise<{ deckId: string; cookie: string }> {
  const body = new FormData()
  body.append('title', 'A reader that is broken off')
  // Long enough, because the server is killed at the first cards.
  body.append('text', aLongText())
  const response = await fetch(`${url}/api/documents`, { method: 'POST', body, headers: { origin: url } })
  const cookie = response.headers.getSetCookie().map((header) => header.split(';')[0])
  let heard = ''
  for await (const bytes of response.body ?? []) {
    heard += Buffer.from(bytes).toString('utf8')
    const deckId = /"kind":"started","deckId":"([^"]+)"/.exec(heard)?.[1]
    if (deckId) return { deckId, cookie: cookie.join('; ') }
  }
  throw new Error(`It came to its end before it had started:\n${heard}`)
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form opens the first cards of a long document, and the rest can be cancelled', async ({ page }) => {
    await upload(page, 'A reader without script', aLongText())
    await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}$/, { timeout: 60_000 })
    await expect(line(page)).toContainText(/^Still reading: page/)
    // "Reload the page to see how far it is now."
    await expect(line(page).locator('noscript')).toBeVisible()
    await line(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(line(page)).toContainText(/^Cancelled at page/)
    await page.getByRole('link', { name: 'Study now' }).click()
    await page
      .getByRole('button', { name: 'Show answer' })
      .or(page.getByRole('link', { name: 'Show answer' }))
      .click()
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
  })
})
