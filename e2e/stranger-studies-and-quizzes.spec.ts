import { answerSomehow, startQuiz } from './support/quiz'
import { evidence, rating } from './support/study'
import { expect, type Page, test } from './support/test'

/** The budget: two clicks to the first answered card, without typing. */
async function countActions(page: Page): Promise<() => Promise<{ clicks: number; keys: number }>> {
  await page.addInitScript(() => {
    const count = (name: string) => () =>
      sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? 0) + 1))
    addEventListener('click', count('clicks'), true)
    addEventListener('keydown', count('keys'), true)
  })
  return () =>
    page.evaluate(() => ({
      clicks: Number(sessionStorage.getItem('clicks') ?? 0),
      keys: Number(sessionStorage.getItem('keys') ?? 0),
    }))
}

test('a stranger sees the answer of a first card and its evidence after two clicks', async ({ page }) => {
  const actions = await countActions(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(evidence(page)).toBeVisible()
  expect(await actions()).toEqual({ clicks: 2, keys: 0 })
  await expect(evidence(page)).toContainText(/\w+/)
  for (const name of ['Again', 'Hard', 'Good', 'Easy'] as const) await expect(rating(page, name)).toBeVisible()
})

test('a stranger gets a first question after two clicks', async ({ page }) => {
  const actions = await countActions(page)
  await startQuiz(page)
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
  expect(await actions()).toEqual({ clicks: 2, keys: 0 })
  await answerSomehow(page)
})

test('no other host is requested, and no cookie is set for a visitor who only looks', async ({ page, context }) => {
  await page.goto('/')
  await page.getByText('Show answer').click()
  await page.getByRole('link', { name: 'Study this' }).click()
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  expect((await context.cookies()).filter(({ name }) => name.includes('session-token'))).toEqual([])
})
