import { rateCard } from './study'
import { expect, type Page } from './test'

/** Begins with the shipped deck and has one rating saved, so that the guest is known to the server. */
export async function begin(page: Page, origin = ''): Promise<void> {
  await page.goto(`${origin}/`)
  await page.getByRole('link', { name: 'Study this' }).click()
  await rateCard(page, 'Easy')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

/** As a device sends them; `owner`: whose they are by the device's account. */
export async function sendEvents(page: Page, owner: string, events: readonly object[]): Promise<void> {
  const response = await page.request.post('/api/study-events', { data: { sentAt: Date.now(), owner, events } })
  expect(response.status()).toBe(200)
}
