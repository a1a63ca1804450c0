import { expect, type Page } from './test'

/** Opens the shipped deck while online and waits until the device could go on without a connection. */
export async function openDeckOnce(page: Page): Promise<string> {
  await page.goto('/decks')
  await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}$/)
  const deckId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await expect.poll(() => isReady(page, deckId), { timeout: 60_000 }).toBe(true)
  return deckId
}

/** The pack is in the database of the device, and the page that stands in is in the store of the service worker. */
async function isReady(page: Page, deckId: string): Promise<boolean> {
  if (!(await page.evaluate(standsIn))) return false
  const packs = await rowsOnDevice<{ deckId: string }>(page, 'packs')
  return packs.some((pack) => pack.deckId === deckId)
}

async function standsIn(): Promise<boolean> {
  const [name] = (await caches.keys()).filter((key) => key.startsWith('bilim-'))
  if (!name || !navigator.serviceWorker.controller) return false
  // Stored last, after all that it needs.
  return (await (await caches.open(name)).match('/offline')) !== undefined
}

/** What a store of the device's database holds; nothing as long as the page has not made the database. */
export function rowsOnDevice<Row>(page: Page, store: 'packs' | 'events'): Promise<Row[]> {
  return page.evaluate(readStore, store) as Promise<Row[]>
}

async function readStore(store: string): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase | null>((done, fail) => {
    const opening = indexedDB.open('bilim-study')
    // Whoever reads must not make it: the page would find a database without its stores.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => (opening.error?.name === 'AbortError' ? done(null) : fail(opening.error))
  })
  if (!database) return []
  try {
    return await new Promise((done, fail) => {
      const reading = database.transaction(store).objectStore(store).getAll()
      reading.onsuccess = () => done(reading.result)
      reading.onerror = () => fail(reading.error)
    })
  } finally {
    database.close()
  }
}
