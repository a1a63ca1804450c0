import { rateCard } from './study'
import { expect, type Page } from './test'

/** Opens the shipped deck and saves one rating, so that the server knows the guest. */
export async function begin(page: Page, origin = ''): Promise<void> {
  await page.goto(`${origin}/`)
  await page.getByRole('link', { name: 'Study this' }).click()
  await rateCard(page, 'Easy')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

/** Sends events like a device; `owner`: the learner to whom the device assigns them. */
export async function sendEvents(page: Page, owner: string, events: readonly object[]): Promise<void> {
  const response = await page.request.post('/api/study-events', { data: { sentAt: Date.now(), owner, events } })
  expect(response.status()).toBe(200)
}
