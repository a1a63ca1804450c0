import { startQuiz } from './support/quiz'
import { expect, test } from './support/test'

// Far east and far west of Greenwich: at any hour in one of them it is another day than in UTC. In Bishkek it is from 18:00 UTC on.
for (const timeZone of ['Asia/Bishkek', 'Pacific/Kiritimati', 'Pacific/Niue']) {
  test.describe(`in ${timeZone}`, () => {
    test.use({ timezoneId: timeZone })
    test('a quiz taken now bears the date that the learner’s own calendar shows', async ({ page }) => {
      const today = () => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(new Date())
      // The browser says its zone once its script has run.
      await page.goto('/')
      await expect
        .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'bilim-time-zone')?.value)
        .toBeTruthy()
      const before = today()
      await startQuiz(page)
      const after = today()
      await page.getByRole('link', { name: 'Leave' }).click()
      const row = page.getByRole('region', { name: 'Earlier results' }).getByRole('listitem')
      await expect(row).toHaveCount(1)
      const shown = await row.innerText()
      expect(
        [before, after].some((date) => shown.includes(date)),
        `“${shown}” has neither ${before} nor ${after}`,
      ).toBe(true)
    })
  })
}
