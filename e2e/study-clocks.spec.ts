import { exported } from './support/exported'
import { anAccount, signUp } from './support/people'
import { aStudiedFact, begin } from './support/studied-fact'
import { expect, test } from './support/test'

const HOUR_MS = 3_600_000

for (const [device, years] of [
  ['two years ahead', 2],
  ['one year behind', -1],
] as const) {
  test(`a device whose clock is ${device} has its ratings at the time of the server`, async ({ page }) => {
    await page.clock.install({ time: new Date(Date.now() + years * 365 * 24 * HOUR_MS) })
    const since = Date.now()
    await begin(page)
    const { reviews, memories } = await exported(page.request)
    const at = Date.parse(reviews[0]?.at ?? '')
    expect(at).toBeGreaterThan(since - 1_000)
    expect(at).toBeLessThanOrEqual(Date.now())
    expect(Date.parse(memories[0]?.due ?? '')).toBeGreaterThan(Date.now())
  })
}

test('a clock that was put between rating and sending is held within a month and not after now', async ({ page }) => {
  const { rate, send } = await aStudiedFact(page)
  await send([rate('good', 700 * 24 * HOUR_MS), rate('good', -24 * HOUR_MS)])
  const { reviews } = await exported(page.request)
  const ages = reviews.map(({ at, receivedAt }) => Date.parse(receivedAt) - Date.parse(at))
  expect(ages).toEqual([30 * 24 * HOUR_MS, 0])
})

for (const timeZone of ['Asia/Bishkek', 'America/New_York']) {
  test.describe(`in ${timeZone}`, () => {
    test.use({ timezoneId: timeZone })

    for (const [hours, isReview] of [
      [0, true],
      [3, false],
    ] as const) {
      test(`a second rating is ${isReview ? 'a review' : 'practice'} where the study day ${isReview ? 'ended' : 'did not end'} since the first`, async ({
        page,
      }) => {
        await signUp(page, anAccount('Zone'))
        // The hour that is running there has begun within the last two and a half; the one after the next two has not.
        await page.goto('/account')
        await page.getByLabel('A new study day begins at').selectOption(`${(hourIn(timeZone) + hours) % 24}`)
        await page.getByRole('button', { name: 'Save', exact: true }).first().click()
        await expect(page.getByText('Saved.')).toBeVisible()
        const { rate, send } = await aStudiedFact(page)
        await send([rate('easy', 2.5 * HOUR_MS), rate('good', 0)])
        const { reviews } = await exported(page.request)
        expect(reviews.map(({ scheduled }) => scheduled)).toEqual([true, isReview])
        expect(reviews[0]?.parameters).toContain(timeZone)
      })
    }
  })
}

/** What the clock on the wall shows there. */
function hourIn(timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(new Date()))
}
