import { cardIsAlive, rating } from './study'
import { expect, type Page } from './test'

/** Opens the shipped deck while online and waits until the device could go on without a connection. */
export async function openDeckOnce(page: Page): Promise<string> {
  await page.goto('/decks')
  await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}$/)
  const deckId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await expect.poll(() => page.evaluate(isReady, deckId), { timeout: 60_000 }).toBe(true)
  return deckId
}

/** The pack is in the database of the device, and the page that stands in is in the store of the service worker. */
async function isReady(deckId: string): Promise<boolean> {
  const [name] = (await caches.keys()).filter((key) => key.startsWith('bilim-'))
  if (!name || !navigator.serviceWorker.controller) return false
  // Stored last, after all that it needs.
  if (!(await (await caches.open(name)).match('/offline'))) return false
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('bilim')
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  const packs = await new Promise<{ deckId: string }[]>((done) => {
    const reading = database.transaction('packs').objectStore('packs').getAll()
    reading.onsuccess = () => done(reading.result)
  })
  database.close()
  return packs.some((pack) => pack.deckId === deckId)
}

/** Turns the card on screen and rates it, without waiting for any save. */
export async function rateCard(page: Page, name: 'Again' | 'Hard' | 'Good' | 'Easy'): Promise<void> {
  await cardIsAlive(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await rating(page, name).click()
}
