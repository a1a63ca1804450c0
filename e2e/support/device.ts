import { expect, type Page } from './test'

/** Opens the shipped deck while online and waits until it can be studied offline. */
export async function openDeckOnce(page: Page): Promise<string> {
  await page.goto('/decks')
  await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}$/)
  const deckId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await expect.poll(() => isReady(page, deckId), { timeout: 60_000 }).toBe(true)
  return deckId
}

/** The pack is in the device's database, and the offline page is in the cache of the service worker. */
async function isReady(page: Page, deckId: string): Promise<boolean> {
  if (!(await page.evaluate(isOfflinePageCached))) return false
  const packs = await rowsOnDevice<{ deckId: string }>(page, 'packs')
  return packs.some((pack) => pack.deckId === deckId)
}

async function isOfflinePageCached(): Promise<boolean> {
  const [name] = (await caches.keys()).filter((key) => key.startsWith('bilim-'))
  if (!name || !navigator.serviceWorker.controller) return false
  // The page is stored last, after everything that it needs.
  return (await (await caches.open(name)).match('/offline')) !== undefined
}

/** The rows of a store of the device's database; none if the page has not created the database yet. */
export function rowsOnDevice<Row>(page: Page, store: 'packs' | 'events'): Promise<Row[]> {
  return page.evaluate(readStore, store) as Promise<Row[]>
}

async function readStore(store: string): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase | null>((done, fail) => {
    const opening = indexedDB.open('bilim-study')
    // Does not create the database, because the page would find it without its stores.
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
