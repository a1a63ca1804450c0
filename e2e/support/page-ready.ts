import type { BrowserContext, Page } from '@playwright/test'

const LONGEST_MS = 30_000
/** A page that always has something to do is as idle as it gets. */
const BUSY_MS = 2_000

const NAVIGATIONS = ['goto', 'reload', 'goBack', 'goForward'] as const

/**
 * Opening a page in this context waits until it hears keys: React has hydrated what the server sent and its effects have
 * run. Before that a key goes nowhere, and a button is one of a page without scripts.
 */
export async function waitForKeysOnOpening(context: BrowserContext): Promise<void> {
  await context.addInitScript(keepIdleCallback, BUSY_MS)
  context.on('page', (page) => {
    for (const navigation of NAVIGATIONS) waitAfter(page, navigation)
  })
}

async function hearsKeys(page: Page): Promise<void> {
  await page.waitForSelector('html[data-keys=ready]', { state: 'attached', timeout: LONGEST_MS })
}

/** The page hears keys and has nothing left to do: what was drawn last has its effects too. */
export async function settled(page: Page): Promise<void> {
  await hearsKeys(page)
  await page.evaluate(() => new Promise((done) => (window as unknown as WithIdle).whenIdle(done)))
}

/** What `waitForKeysOnOpening` puts into a page. */
export type WithIdle = { whenIdle: (done: (value: unknown) => void) => void }

/** The browser's own: a test may install a clock in the page and stop what hangs on it. */
function keepIdleCallback(busyMs: number): void {
  const idle = window.requestIdleCallback.bind(window)
  const whenIdle = (done: () => void) => idle(done, { timeout: busyMs })
  Object.assign(window, { whenIdle })
}

function waitAfter(page: Page, navigation: (typeof NAVIGATIONS)[number]): void {
  const open = page[navigation].bind(page) as (...args: unknown[]) => ReturnType<Page['goto']>
  page[navigation] = async (...args: unknown[]) => {
    const response = await open(...args)
    await hearsKeys(page)
    return response
  }
}
