import { randomUUID } from 'node:crypto'
import { rateCard } from './offline'
import { expect, type Page } from './test'

/** Begins with the shipped deck and has one rating saved, so that the guest is known to the server. */
export async function begin(page: Page, url = ''): Promise<void> {
  await page.goto(`${url}/`)
  await page.getByRole('link', { name: 'Study this' }).click()
  await rateCard(page, 'Easy')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

/** The id of the shipped deck, as the list of decks links to it. */
export async function shippedDeck(page: Page): Promise<string> {
  await page.goto('/decks')
  const link = page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first()
  return (await link.getAttribute('href'))?.split('/')[2] ?? ''
}

/** A fact of the shipped deck, and ratings of it as a device sends them. */
export async function aStudiedFact(page: Page) {
  const pack = await (await page.request.get(`/api/decks/${await shippedDeck(page)}/pack`)).json()
  const { factId, itemId, revisionId } = pack.facts[0].card as Record<string, string>
  const rate = (rating: string, agoMs: number) => {
    return { id: randomUUID(), factId, itemId, revisionId, rating, at: Date.now() - agoMs, durationMs: 1_000 }
  }
  const send = async (reviews: readonly object[]) => {
    const response = await page.request.post('/api/reviews', { data: { sentAt: Date.now(), owner: null, reviews } })
    expect(response.status()).toBe(200)
  }
  return { factId, rate, send }
}
