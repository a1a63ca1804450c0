import { type Browser, chromium } from '@playwright/test'
import { type ControlledProxy, startControlledProxy } from './support/controlled-proxy'
import { expectRatings } from './support/export'
import { waitForKeysOnOpening } from './support/page-ready'
import { begin } from './support/reviews'
import { emptyFolder, type SeededServer, startSeededServer } from './support/start-server'
import { evidence, rateCard } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

const AWAY = /ERR_|Failed to fetch|status of 50/
test.afterEach(({ complaints }) => forgive(complaints, AWAY))

test.describe('a server that is killed (-9)', () => {
  const running: { server?: SeededServer; line?: ControlledProxy } = {}
  test.afterEach(async () => {
    await running.line?.close()
    await running.server?.stop('SIGKILL')
  })

  async function newPage(browser: Browser): Promise<Page> {
    const context = await browser.newContext()
    await waitForKeysOnOpening(context)
    return context.newPage()
  }
  async function start(): Promise<{ server: SeededServer; line: ControlledProxy }> {
    const server = await startSeededServer()
    const line = await startControlledProxy(server.port)
    Object.assign(running, { server, line })
    return { server, line }
  }
  async function startAgain(killed: SeededServer, line: ControlledProxy): Promise<void> {
    running.server = await startSeededServer(killed.dataDir)
    line.forwardTo(running.server.port)
  }

  for (const [moment, fate, tag] of [
    ['before the commit', 'lose-request', ['@long']],
    ['between commit and answer', 'lose-answer', []],
  ] as const) {
    test(`${moment}: the rating is kept, sent again, and counted once`, { tag: [...tag] }, async ({ browser }) => {
      const { server, line } = await start()
      const page = await newPage(browser)
      await begin(page, line.url)
      const died = new Promise<string>((done) => {
        let sent = 0
        line.onReviews(async () => {
          sent += 1
          if (sent > 1) return 'pass'
          if (fate === 'lose-request') done(`${await server.stop('SIGKILL')}`)
          return fate
        })
        // The server has answered, so it has committed, but the browser does not receive the response.
        line.onLost((status) => void server.stop('SIGKILL').then(() => done(`after ${status}`)))
      })
      await rateCard(page, 'Hard')
      expect(await died).toBe(fate === 'lose-answer' ? 'after 200' : 'null')
      await expect(page.getByText('The server cannot be reached, 1 rating kept on this device')).toBeVisible()
      await startAgain(server, line)
      await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 45_000 })
      await expectRatings(page, ['easy', 'hard'], line.url)
      await page.context().close()
    })
  }

  test('killed three times during requests: every rating is saved once and in order', { tag: '@long' }, async ({
    browser,
  }) => {
    const { server, line } = await start()
    const page = await newPage(browser)
    await begin(page, line.url)
    const given = ['Good', 'Hard', 'Easy'] as const
    let current = server
    for (const [round, name] of given.entries()) {
      const killed = current
      // Some milliseconds into the request: before, during or after the transaction.
      line.onReviews(() => {
        setTimeout(() => void killed.stop('SIGKILL'), round * 4)
        line.onReviews(() => 'pass')
        return 'pass'
      })
      await rateCard(page, name)
      await expect.poll(() => killed.child.signalCode).toBe('SIGKILL')
      await startAgain(killed, line)
      current = running.server ?? server
      await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 45_000 })
    }
    await expectRatings(page, ['easy', 'good', 'hard', 'easy'], line.url)
    await page.context().close()
  })
})

test.describe('a page or a browser that is killed', () => {
  test('a tab that is killed right after the key has noted the rating', async ({ server }) => {
    const browser = await chromium.launch(launchOptions())
    const context = await browser.newContext({ baseURL: server.url })
    await waitForKeysOnOpening(context)
    const page = await context.newPage()
    await begin(page)
    await page.route('**/api/study-events', (route) => route.abort())
    await page.getByRole('button', { name: 'Show answer' }).click()
    await expect(evidence(page)).toBeVisible()
    const blocked = page.waitForEvent('console', (message) => message.text() === 'rated')
    // Crashes in the same task as the key, so that no promise, database or request can follow.
    const stuck = page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('button[value=hard]')?.click()
      console.log('rated')
      for (;;);
    })
    const crashed = Promise.allSettled([stuck, page.waitForEvent('crash')])
    await blocked
    await killRenderers(browser)
    await crashed
    const next = await context.newPage()
    await next.goto('/')
    await expectRatings(next, ['easy', 'hard'])
    await browser.close()
  })

  test('a browser that is killed (-9) still has an unsent rating when it is opened again', async ({ server, seed }) => {
    const folder = emptyFolder()
    const open = async () => {
      const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), baseURL: server.url })
      await waitForKeysOnOpening(context)
      return context
    }
    const first = await open()
    const page = await first.newPage()
    const learner = await seed.account(page, 'Killed')
    await page.route('**/api/study-events', (route) => route.abort())
    await page.goto('/decks')
    await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
    await page.getByRole('link', { name: 'Study now' }).click()
    for (const name of ['Good', 'Easy'] as const) await rateCard(page, name)
    // Shown only after the device's database has confirmed it.
    await expect(page.getByText('The server cannot be reached, 2 ratings kept on this device')).toBeVisible()
    const closed = first.waitForEvent('close')
    await killBrowser(first.browser())
    await closed
    const second = await open()
    const again = await second.newPage()
    // A browser writes its cookies every half minute, so whether it did is chance; the test uses a stranger.
    await second.clearCookies()
    await seed.device(again, learner)
    await again.goto('/decks')
    await expectRatings(again, ['good', 'easy'])
    await second.close()
  })
})

/** The processes of a browser that this test has started. */
async function processesOf(browser: Browser) {
  const session = await browser.newBrowserCDPSession()
  return (await session.send('SystemInfo.getProcessInfo')).processInfo
}

async function killRenderers(browser: Browser): Promise<void> {
  for (const { type, id } of await processesOf(browser)) if (type === 'renderer') process.kill(id, 'SIGKILL')
}

async function killBrowser(browser: Browser | null): Promise<void> {
  const own = browser && (await processesOf(browser)).find(({ type }) => type === 'browser')
  if (!own) throw new Error('The browser has no process.')
  process.kill(own.id, 'SIGKILL')
}

function launchOptions() {
  const { args, executablePath } = test.info().project.use.launchOptions ?? {}
  return { args: args ?? [], ...(executablePath ? { executablePath } : {}) }
}
