import { check } from './support/check-screen'
import { exportOf } from './support/export'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { settled } from './support/page-ready'
import { expect, type Page, test } from './support/test'

const items = (page: Page) => page.getByRole('region', { name: 'Items' }).getByRole('article')
const texts = (page: Page) => page.getByRole('region', { name: 'In the texts' })

async function find(page: Page, words: string): Promise<void> {
  await page.goto(`/search?${new URLSearchParams({ q: words })}`)
  await expect(page.getByRole('searchbox')).toHaveValue(words.slice(0, 200))
}

test('a passage is found by one of its words, search opens from any page by one key, and a result links to its sentence', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page, 'Finder')
  await page.goto('/')
  await page.keyboard.press('/')
  await expect(page).toHaveURL('/search')
  await settled(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('patents by bingham')
  await page.keyboard.press('Enter')
  await expect(texts(page)).toContainText('Tracy Bingham patented')
  await expect(texts(page).locator('mark')).toHaveText(['Bingham', 'patented'])
  await texts(page).getByRole('link').first().click()
  const at = OWN_TEXT.indexOf('Tracy')
  await expect(page).toHaveURL(`/decks/${deckId}/text?at=${at}#at-${at}`)
  await expect(page.locator(`#at-${at}`)).toContainText('Tracy Bingham')
  await expect(page.locator(`#at-${at}`)).toBeInViewport()
})

test('a misspelt word finds the intended one and says so, and an empty result says what to do', async ({
  page,
  seed,
}) => {
  await seed.accountWithDeck(page, 'Speller')
  await find(page, 'bingam smoker')
  await expect(page.getByText('Nothing for “bingam smoker”. Showing “bingham smoker”.')).toBeVisible()
  await expect(texts(page)).toContainText('Tracy Bingham')
  await find(page, 'xylophone')
  await expect(page.getByRole('heading', { name: 'Nothing for “xylophone”' })).toBeVisible()
})

test('a found item links to its place in its deck and to studying its fact', async ({ page, seed }) => {
  await seed.accountWithDeck(page, 'Reader')
  await find(page, 'notes bees')
  await expect(page.getByRole('region', { name: 'Decks' }).getByRole('link')).toHaveText(OWN_TITLE)
  const first = items(page).first()
  const href = await first.getByRole('heading').getByRole('link').getAttribute('href')
  await first.getByRole('heading').getByRole('link').click()
  await expect(page.locator(`#${href?.split('#')[1]}`)).toBeFocused()
  await page.goBack()
  await items(page)
    .getByRole('link', { name: /Study this fact/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
})

test('a learner never finds a question by its key, and no response contains a key', async ({
  page,
  someoneElse,
  seed,
}) => {
  const { owner, deckId } = await seed.accountWithDeck(page, 'Teacher')
  const { id: classId, code } = await seed.schoolClass(owner, 'Bees')
  await seed.assignment(owner, { classId, deckId, kind: 'study' })
  const learner = await someoneElse()
  await seed.classmate(learner, code, 'Learner')
  const { keys, stem } = await wordsOfQuestions(page)
  let [seen, keysOfTeacher] = [0, 0]
  for (const word of [...keys, stem]) {
    await find(learner, word)
    const questions = items(learner).filter({ hasNotText: 'Flashcard' })
    const count = await questions.count()
    seen += count
    await expect(questions.filter({ has: learner.locator('h1, h2, h3, h4').locator('mark') }), word).toHaveCount(count)
    await expect(questions.getByText('Answer:')).toHaveCount(0)
    await find(page, word)
    keysOfTeacher += await items(page).getByText('Answer:').locator('mark').count()
  }
  expect(seen).toBeGreaterThan(0)
  expect(keysOfTeacher).toBeGreaterThan(0)
})

/** Addresses that are requested by the learner and by the teacher. */
const MOST_KEYS = 4

/** Keys of the teacher’s questions and one word of a stem, from the teacher's export. */
async function wordsOfQuestions(page: Page): Promise<{ keys: readonly string[]; stem: string }> {
  const { documents } = await exportOf(page)
  const questions = documents.flatMap(({ items }) => items).filter(({ type }) => type !== 'flashcard')
  const keys = questions.flatMap(({ revisions }) => revisions.map(({ keyText }) => keyText))
  const shown = questions.find(({ tier }) => tier === 'A')?.revisions[0]
  return {
    keys: [...new Set(keys.join(' ').match(/[A-Za-z]{5,}|\d{4}/g) ?? [])].slice(0, MOST_KEYS),
    stem: shown?.stem.match(/[A-Za-z]{5,}/g)?.at(-1) ?? '',
  }
}

test('any input gets a response', async ({ page }) => {
  for (const words of [
    `'"<script>alert(1)</script>`,
    '((( & | ! <-> :*',
    '\\',
    '%_%',
    'a'.repeat(5000),
    '🧵🧵',
    '-',
    '"',
  ]) {
    const answer = await page.request.get(`/search?${new URLSearchParams({ q: words })}`)
    expect(answer.status(), words).toBe(200)
    expect(await answer.text(), words).not.toContain('<script>alert')
  }
  await page.goto('/search?q=memory&in=nonsense&page=-3')
  await expect(texts(page)).toBeVisible()
})

test('search has no accessibility violation in light and dark, narrow and wide', async ({ page }) => {
  await page.goto('/search')
  await check(page, 'Search')
  await find(page, 'memory')
  await check(page, 'Search, found')
  await page.goto('/search?q=memory&in=passages')
  await check(page, 'Search, a page of texts')
  await find(page, 'memmory')
  await check(page, 'Search, mended')
  await find(page, 'xylophone')
  await check(page, 'Search, nothing')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('search works', async ({ page }) => {
    await page.goto('/decks')
    await page.getByRole('searchbox').fill('memory')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL('/search?q=memory')
    await expect(texts(page)).toBeVisible()
    await page.getByRole('link', { name: 'More places in the texts' }).click()
    await expect(page).toHaveURL(/in=passages/)
    await expect(texts(page)).toBeVisible()
  })
})
