import { extractText, getDocumentProxy } from 'unpdf'
import { check } from './support/check-screen'
import { OWN_TITLE } from './support/own-text'
import { expect, type Page, test } from './support/test'

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

async function readPdf(bytes: Uint8Array) {
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  return { pages: text.map(tidy), totalPages, all: tidy(text.join(' ')) }
}

/** The PDF that the button of the page returns. */
async function downloadPdf(page: Page) {
  const downloading = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Download PDF' }).click()
  const download = await downloading
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return { name: download.suggestedFilename(), ...(await readPdf(Buffer.concat(chunks))) }
}

test('the PDF has every front and back, and the page prints the same sheets', async ({ page, seed }) => {
  const { deckId } = await seed.accountWithDeck(page)
  await page.goto(`/decks/${deckId}`)
  await page.getByRole('link', { name: 'Print' }).click()
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeVisible()
  const cells = await page.locator('.sheet-cell p').allInnerTexts()
  expect(cells.length).toBeGreaterThan(4)
  expect(cells.length % 2).toBe(0)

  const fold = await downloadPdf(page)
  expect(fold.name).toBe(`${OWN_TITLE}.pdf`)
  for (const text of cells) expect(fold.all).toContain(tidy(text))

  await page.getByLabel('Front and back', { exact: true }).selectOption({ label: 'On both sides of the paper' })
  await page.getByLabel('Paper', { exact: true }).selectOption({ label: 'Letter' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/layout=duplex.*paper=letter/)
  // The address changes before the sheets are rendered.
  await page.waitForLoadState()
  const sides = await page.locator('.sheet').count()
  const duplex = await downloadPdf(page)
  expect(duplex.totalPages).toBe(sides)
  for (const text of cells) expect(duplex.all).toContain(tidy(text))

  // The browser prints only the sheets.
  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  expect(printed.totalPages).toBe(sides)
  expect(printed.all).not.toMatch(/Download PDF|Study now|Sign in/)
  for (const text of cells) expect(printed.all).toContain(tidy(text))
})

test('a printed quiz has its answers on a separate sheet, and printed facts have their evidence', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page)
  await page.goto(`/decks/${deckId}/print`)
  await page.getByRole('radio', { name: /A quiz with answers/ }).check()
  await expect(page.getByLabel('Front and back', { exact: true })).toBeHidden()
  await page.getByLabel('Number of questions').selectOption('5')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const answers = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /^Answers/ }) })
  await expect(answers).toBeVisible()
  await check(page, 'Print, quiz')
  const quiz = await downloadPdf(page)
  const keyPage = quiz.pages.findIndex((text) => text.includes('Answers:'))
  expect(keyPage).toBeGreaterThan(0)
  for (const sentence of await answers.locator('li p:last-child').allInnerTexts()) {
    expect(quiz.pages.slice(keyPage).join(' ')).toContain(tidy(sentence))
    expect(quiz.pages.slice(0, keyPage).join(' ')).not.toContain(tidy(sentence))
  }

  await page.getByRole('radio', { name: /A list of facts/ }).check()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Making honey' })).toBeVisible()
  await check(page, 'Print, facts')
  const facts = await downloadPdf(page)
  for (const text of await page.locator('.keep p').allInnerTexts()) expect(facts.all).toContain(tidy(text))
})

test('a reader may print cards but not the quiz, and a stranger may print nothing', async ({
  page,
  someoneElse,
  seed,
}) => {
  const { owner, deckId } = await seed.accountWithDeck(page, 'Owner')
  const link = await seed.share(owner, deckId)
  const pdf = `/decks/${deckId}/print/pdf`

  const stranger = await someoneElse()
  for (const what of ['cards', 'quiz', 'facts']) {
    expect((await stranger.request.get(`${pdf}?what=${what}`)).status()).toBe(404)
  }
  await stranger.goto(link)
  await stranger.getByRole('button', { name: 'Look at it first' }).click()
  await stranger.getByRole('link', { name: 'Print' }).click()
  await expect(stranger.getByRole('heading', { name: 'Preview' })).toBeVisible()
  await check(stranger, 'Print, cards')
  await expect(stranger.getByRole('radio', { name: /quiz/ })).toHaveCount(0)
  expect((await stranger.request.get(`${pdf}?what=cards`)).status()).toBe(200)
  expect((await stranger.request.get(`${pdf}?what=quiz`)).status()).toBe(404)
  const page404 = await stranger.request.get(`/decks/${deckId}/print?what=quiz`)
  expect(await page404.text()).not.toMatch(/Answers:/)
  expect((await page.request.get(`${pdf}?what=quiz`)).status()).toBe(200)
})
