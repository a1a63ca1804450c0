// @ts-check
/// <reference lib="webworker" />
// What a device needs to open Bilim without a connection: one page that belongs to nobody, and the files of this build.
// It stores no answer of the API, no page of a learner, no question, and nothing that was sent (docs/decisions/0021).

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self)

// The page registers this file under the build that it came from, so a new build is a new worker with a store of its own.
const STORE = `bilim-${new URL(worker.location.href).searchParams.get('build')}`
const OFFLINE = '/offline'
const ICON = '/icon.svg'
const BUILT = '/_next/static/'
// In a page, in a script that fetches another when it is needed, and in a style sheet, which names its fonts.
const NAMED = /(?:\/_next\/)?static\/[^\s"'()\\]+?\.(?:js|css)|url\(["']?([^"')]+\.woff2)["']?\)/g

worker.addEventListener('install', (event) => {
  worker.skipWaiting()
  event.waitUntil(storeOffline())
})

worker.addEventListener('activate', (event) => {
  // A page is asked for while the worker wakes up, not after.
  const ahead = worker.registration.navigationPreload?.enable()
  event.waitUntil(Promise.all([ahead, dropOtherStores(), worker.clients.claim()]))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname.startsWith(BUILT)) event.respondWith(storedOrFetched(request))
  else if (request.mode === 'navigate') event.respondWith(fetchedOrOffline(event))
  else if (pathname === ICON) event.respondWith(fetchedOrStored(request))
})

/** Asked for without a cookie, the page is the same for everybody. It comes last: where it is, all that it needs is. */
async function storeOffline() {
  const cache = await caches.open(STORE)
  const page = await fetch(OFFLINE, { credentials: 'omit', cache: 'no-store' })
  if (!page.ok) throw new Error(`${OFFLINE} answered ${page.status}.`)
  const stored = new Set([ICON])
  await cache.add(ICON)
  await storeNamed(cache, await page.clone().text(), worker.location.href, stored)
  await cache.put(OFFLINE, page)
}

/**
 * The files that a text names, and those that they name in turn: also what a page would fetch only when it is needed.
 * @param {Cache} cache
 * @param {string} text
 * @param {string} from
 * @param {Set<string>} stored
 * @returns {Promise<void>}
 */
async function storeNamed(cache, text, from, stored) {
  for (const [name, font] of text.matchAll(NAMED)) {
    const { pathname } = font ? new URL(font, from) : new URL(`/_next/${name.replace('/_next/', '')}`, from)
    if (stored.has(pathname)) continue
    stored.add(pathname)
    const file = await fetch(pathname)
    if (!file.ok) continue
    await cache.put(pathname, file.clone())
    if (!font) await storeNamed(cache, await file.text(), new URL(pathname, from).href, stored)
  }
}

/** Files of a build never change. @param {Request} request */
async function storedOrFetched(request) {
  return (await caches.match(request)) ?? fetch(request)
}

/** @param {FetchEvent} event */
async function fetchedOrOffline({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request))
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error()
  }
}

/** @param {Request} request */
async function fetchedOrStored(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(ICON)) ?? Response.error()
  }
}

async function dropOtherStores() {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('bilim-') && name !== STORE).map((name) => caches.delete(name)),
  )
}
