import type { BrowserContext, Page } from '@playwright/test'

const LONGEST_MS = 30_000

/**
 * Opening a page in this context waits until the page lives: React has taken over what the server sent and its effects
 * have run. Before that a key goes nowhere and a button is one of a page without scripts, however long it has been seen.
 */
export async function waitForLife(context: BrowserContext): Promise<void> {
  await context.addInitScript(listenToReact, BUSY_MS)
  context.on('page', (page) => {
    for (const way of ['goto', 'reload', 'goBack', 'goForward'] as const) waitAfter(page, way)
  })
}

async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => 'isAlive' in window, undefined, { timeout: LONGEST_MS })
}

/** The page lives and has nothing left to do: what was drawn last has its effects too, so its keys are heard. */
export async function settled(page: Page): Promise<void> {
  await alive(page)
  await page.evaluate(() => new Promise((done) => (window as unknown as Watched).whenIdle(done)))
}

/** What `waitForLife` puts into a page. */
export type Watched = { whenIdle: (done: (value: unknown) => void) => void }
/** A page that always has something to do is as settled as it gets. */
const BUSY_MS = 2_000

/** React tells its developer tools when a tree stands and its effects have run. The first such tree is the page. */
function listenToReact(busyMs: number): void {
  const tools = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => undefined,
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => Object.assign(window, { isAlive: true }),
  }
  // The browser's own: a test may set the page's clock and stop what hangs on it.
  const idle = window.requestIdleCallback.bind(window)
  const whenIdle = (done: () => void) => idle(done, { timeout: busyMs })
  Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: tools, whenIdle })
}

function waitAfter(page: Page, way: 'goto' | 'reload' | 'goBack' | 'goForward'): void {
  const open = page[way].bind(page) as (...args: unknown[]) => ReturnType<Page['goto']>
  page[way] = async (...args: unknown[]) => {
    const response = await open(...args)
    await alive(page)
    return response
  }
}
