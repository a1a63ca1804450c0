import { check } from './support/check-screen'
import { exportOf } from './support/export'
import { answerCard, cardIsReady, evidence } from './support/study'
import { expect, type Page, test } from './support/test'

/** The learner's memories with their dates, and the reviews that they are computed from. */
async function memoriesOf(page: Page): Promise<{ memories: unknown; reviews: unknown }> {
  const { memories, reviews } = await exportOf(page)
  return { memories, reviews }
}

test('practice of everything changes no schedule and sends nothing', async ({ page, seed }) => {
  const { deckId } = await seed.accountWithDeck(page, 'Cram')
  await page.goto(`/study?deck=${deckId}`)
  for (let card = 0; card < 2; card += 1) await answerCard(page, 'Good')
  const before = await memoriesOf(page)

  await page.goto(`/decks/${deckId}`)
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Everything' })
  await page.getByLabel('Practice only, change no dates').check()
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await page.getByRole('button', { name: 'Study these' }).click()
  await expect(page.getByText('Practice: changes no date.')).toBeVisible()
  await cardIsReady(page)
  const done = page.getByRole('heading', { name: 'Practice done' })
  await page.keyboard.press('Space')
  await expect(evidence(page)).toBeVisible()
  await page.keyboard.press('1')
  await expect(evidence(page)).toHaveCount(0)
  await page.reload()
  await cardIsReady(page)
  for (let card = 0; card < 40 && !(await done.isVisible()); card += 1) {
    await page.keyboard.press('Space')
    await expect(evidence(page)).toBeVisible()
    await page.keyboard.press('3')
    await expect(evidence(page)).toHaveCount(0)
  }
  await expect(done).toBeVisible()
  await expect(page.getByText('This was practice: no date was changed.')).toBeVisible()
  expect(posts).toEqual([])
  expect(await memoriesOf(page)).toEqual(before)
})

test('starred facts are studied separately, and the form for it has no accessibility violation', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page, 'Star')
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  const asked = await page.getByRole('heading', { level: 1 }).innerText()
  const flagged = page.waitForResponse((response) => response.url().includes('/api/study-events') && response.ok())
  await page.keyboard.press('Space')
  await page.keyboard.press('*')
  await flagged
  await page.goto(`/decks/${deckId}`)
  await check(page, 'Deck, custom study and flags')
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Starred' })
  await page.getByRole('button', { name: 'Study these' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked)
  await answerCard(page, 'Easy')
  await expect(page.getByRole('heading', { name: 'Session done' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('practice shows its cards and saves nothing', async ({ page, seed }) => {
    const { deckId } = await seed.accountWithDeck(page, 'Plain')
    await page.goto(`/study?deck=${deckId}&only=all&cram=1`)
    const asked = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('button', { name: 'Show answer' }).click()
    await page.getByRole('button', { name: /^Good/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(asked)
    await expect(page.getByText('Practice: changes no date.')).toBeVisible()
    expect((await memoriesOf(page)).reviews).toEqual([])
  })
})
