import type { BrowserContext, Page } from '@playwright/test'

const LONGEST_MS = 30_000
/** A page that is still busy after this time counts as idle. */
const BUSY_MS = 2_000

const NAVIGATIONS = ['goto', 'reload', 'goBack', 'goForward'] as const

/**
 * Navigating in this context waits until the page handles keys: React has hydrated it and its effects have
 * run. Before that, keys do nothing and buttons submit forms without scripts.
 */
export async function waitForKeysOnOpening(context: BrowserContext): Promise<void> {
  await context.addInitScript(keepIdleCallback, BUSY_MS)
  context.on('page', (page) => {
    for (const navigation of NAVIGATIONS) waitAfter(page, navigation)
  })
}

async function waitForKeys(page: Page): Promise<void> {
  await page.waitForSelector('html[data-keys=ready]', { state: 'attached', timeout: LONGEST_MS })
}

/** Waits until the page handles keys and is idle, with all effects run. */
export async function settled(page: Page): Promise<void> {
  await waitForKeys(page)
  await page.evaluate(() => new Promise((done) => (window as unknown as WithIdle).whenIdle(done)))
}

/** Added to each page by `waitForKeysOnOpening`. */
export type WithIdle = { whenIdle: (done: (value: unknown) => void) => void }

/** Keeps the browser's own function, because a test may install a clock that stops timers. */
function keepIdleCallback(busyMs: number): void {
  const idle = window.requestIdleCallback.bind(window)
  const whenIdle = (done: () => void) => idle(done, { timeout: busyMs })
  Object.assign(window, { whenIdle })
}

function waitAfter(page: Page, navigation: (typeof NAVIGATIONS)[number]): void {
  const open = page[navigation].bind(page) as (...args: unknown[]) => ReturnType<Page['goto']>
  page[navigation] = async (...args: unknown[]) => {
    const response = await open(...args)
    await waitForKeys(page)
    return response
  }
}
