import { DAY_MS } from '../lib/core/shared/time'
import { exportOf } from './support/export'
import { begin } from './support/reviews'
import { expect, test } from './support/test'

for (const [device, years] of [
  ['two years ahead', 2],
  ['one year behind', -1],
] as const) {
  test(`ratings of a device whose clock is ${device} are saved with the server’s time`, async ({ page }) => {
    await page.clock.install({ time: new Date(Date.now() + years * 365 * DAY_MS) })
    const since = Date.now()
    await begin(page)
    const { reviews, memories } = await exportOf(page)
    const at = Date.parse(reviews[0]?.at ?? '')
    expect(at).toBeGreaterThan(since - 1_000)
    expect(at).toBeLessThanOrEqual(Date.now())
    expect(Date.parse(memories[0]?.due ?? '')).toBeGreaterThan(Date.now())
  })
}
