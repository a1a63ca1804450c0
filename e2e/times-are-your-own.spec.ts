import { startQuiz } from './support/quiz'
import { expect, test } from './support/test'

test.use({ timezoneId: 'Asia/Bishkek' })

test('a quiz shows the date in the learner’s own time zone', async ({ page, seed }) => {
  // In Bishkek it is two in the night of the next day.
  await seed.clock('2026-12-02T20:00:00Z')
  // The browser says its zone once its script has run.
  await page.goto('/')
  await expect
    .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'bilim-time-zone')?.value)
    .toBe('Asia/Bishkek')
  await startQuiz(page)
  await page.getByRole('link', { name: 'Leave' }).click()
  const results = page.getByRole('region', { name: 'Earlier results' }).getByRole('listitem')
  await expect(results).toHaveCount(1)
  await expect(results).toContainText('3 Dec 2026')
})
