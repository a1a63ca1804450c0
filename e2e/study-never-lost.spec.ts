import { randomUUID } from 'node:crypto'
import { type Browser, chromium } from '@playwright/test'
import { type Line, openLine } from './support/between'
import { expectRatings, exported, ratingsOf } from './support/exported'
import { rateCard } from './support/offline'
import { anAccount, signIn, signUp } from './support/people'
import { emptyFolder, type Server, startServer } from './support/start-server'
import { evidence } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

const HOUR_MS = 3_600_000
const AWAY = /ERR_|Failed to fetch|status of 50/
test.afterEach(({ complaints }) => forgive(complaints, AWAY))

/** Begins with the shipped deck and has one rating saved, so that the guest is known to the server. */
async function begin(page: Page, url = ''): Promise<void> {
  await page.goto(`${url}/`)
  await page.getByRole('link', { name: 'Study this' }).click()
  await rateCard(page, 'Easy')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

test.describe('a server that is killed (-9)', () => {
  const running: { server?: Server; line?: Line } = {}
  test.afterEach(async () => {
    await running.line?.close()
    await running.server?.stop('SIGKILL')
  })

  async function start(): Promise<{ server: Server; line: Line }> {
    const server = await startServer()
    const line = await openLine(server.port)
    Object.assign(running, { server, line })
    return { server, line }
  }
  async function startAgain(killed: Server, line: Line): Promise<void> {
    running.server = await startServer(killed.dataDir)
    line.leadTo(running.server.port)
  }

  for (const [moment, fate] of [
    ['before the commit', 'lose-request'],
    ['between commit and answer', 'lose-answer'],
  ] as const) {
    test(`${moment}: the rating is kept, sent again, and counted once`, async ({ browser }) => {
      test.setTimeout(300_000)
      const { server, line } = await start()
      const page = await (await browser.newContext()).newPage()
      await begin(page, line.url)
      const died = new Promise<string>((done) => {
        let sent = 0
        line.onReviews(async () => {
          sent += 1
          if (sent > 1) return 'pass'
          if (fate === 'lose-request') done(`${await server.stop('SIGKILL')}`)
          return fate
        })
        // The server has answered in full, so it had committed; the browser never hears of it.
        line.onLost((status) => void server.stop('SIGKILL').then(() => done(`after ${status}`)))
      })
      await rateCard(page, 'Hard')
      expect(await died).toBe(fate === 'lose-answer' ? 'after 200' : 'null')
      await expect(page.getByText('Offline, 1 rating kept on this device')).toBeVisible()
      await startAgain(server, line)
      await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 45_000 })
      const { reviews } = await (await page.request.get(`${line.url}/api/export`)).json()
      expect(reviews.map((review: { rating: string }) => review.rating)).toEqual(['easy', 'hard'])
      await page.context().close()
    })
  }

  test('while it is at work, three times over: every rating is there once, in order', async ({ browser }) => {
    test.setTimeout(600_000)
    const { server, line } = await start()
    const page = await (await browser.newContext()).newPage()
    await begin(page, line.url)
    const given = ['Good', 'Hard', 'Easy'] as const
    let current = server
    for (const [round, name] of given.entries()) {
      const killed = current
      // Some milliseconds into the request: before, within or after the transaction, as it comes.
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
    const { reviews } = await (await page.request.get(`${line.url}/api/export`)).json()
    expect(reviews.map((review: { rating: string }) => review.rating)).toEqual(['easy', 'good', 'hard', 'easy'])
    await page.context().close()
  })
})

test.describe('a page or a browser that dies', () => {
  test('a tab that is killed in the same millisecond as the key has noted the rating', async ({ server }) => {
    const browser = await chromium.launch(launchOptions())
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    await begin(page)
    await page.route('**/api/reviews', (route) => route.abort())
    await page.getByRole('button', { name: 'Show answer' }).click()
    await expect(evidence(page)).toBeVisible()
    const blocked = page.waitForEvent('console', (message) => message.text() === 'rated')
    // The key, and then not one more turn of the page: no promise, no database, no request can follow.
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

  test('a browser that is killed (-9) with a rating kept has it when it is opened again', async ({ server }) => {
    const folder = emptyFolder()
    const account = anAccount('Killed')
    const open = () => chromium.launchPersistentContext(folder, { ...launchOptions(), baseURL: server.url })
    const first = await open()
    const page = await first.newPage()
    await signUp(page, account)
    await page.route('**/api/reviews', (route) => route.abort())
    await page.goto('/decks')
    await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
    await page.getByRole('link', { name: 'Study now' }).click()
    for (const name of ['Good', 'Easy'] as const) await rateCard(page, name)
    // Said only when the device's database has confirmed it.
    await expect(page.getByText('Offline, 2 ratings kept on this device')).toBeVisible()
    const closed = first.waitForEvent('close')
    await killBrowser(first.browser())
    await closed
    const second = await open()
    const again = await second.newPage()
    // A browser writes its cookies every half minute: whether this one had is chance, so nobody is signed in.
    await second.clearCookies()
    await signIn(again, account)
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

test.describe('what is sent twice, or in another order', () => {
  test('counts once, and makes the memory that its times make', async ({ page }) => {
    const { factId, rate, send } = await aStudiedFact(page)
    const [one, other] = [rate('good', 50 * HOUR_MS), rate('again', 2 * HOUR_MS)]
    await send([other])
    await send([one])
    await send([one, other])
    await send([other, one, other])
    expect(await ratingsOf(page.request)).toEqual(['good', 'again'])
    const { memories } = await exported(page.request)
    expect(memories.find((memory) => memory.factId === factId)).toMatchObject({ state: 'learning', reviews: 2 })
  })

  test('a reversal that comes again takes back once', async ({ page }) => {
    const { rate, send } = await aStudiedFact(page)
    const rated = rate('easy', HOUR_MS)
    const reversal = { id: randomUUID(), reversesId: rated.id, at: Date.now() }
    await send([rated, reversal])
    await send([reversal])
    await send([{ ...reversal, id: randomUUID() }])
    const { reviews, memories } = await exported(page.request)
    expect(reviews.map(({ reversesId }) => reversesId !== null).sort()).toEqual([false, true])
    expect(memories).toEqual([])
  })
})

test('two tabs share one queue: none is sent by both at once, and both badges say the same', async ({
  page,
  context,
}) => {
  await begin(page)
  const other = await context.newPage()
  await other.goto(page.url())
  const [sent, open] = [[] as string[], { now: 0, most: 0 }]
  await context.route('**/api/reviews', async (route) => {
    open.now += 1
    open.most = Math.max(open.most, open.now)
    sent.push(...(route.request().postDataJSON() as { reviews: { id: string }[] }).reviews.map(({ id }) => id))
    await route.continue()
    open.now -= 1
  })
  await context.setOffline(true)
  await rateCard(page, 'Good')
  await rateCard(other, 'Good')
  await rateCard(page, 'Hard')
  for (const tab of [page, other]) {
    await expect(tab.getByText('Offline, 3 ratings kept on this device')).toBeVisible({ timeout: 20_000 })
  }
  sent.length = 0
  await context.setOffline(false)
  for (const tab of [page, other]) {
    await expect(tab.getByText('Saved', { exact: true })).toBeVisible({ timeout: 40_000 })
    await expect(tab.getByText(/Offline/)).toHaveCount(0)
  }
  expect(sent).toHaveLength(3)
  expect(new Set(sent).size).toBe(3)
  expect(open.most).toBe(1)
  await expectRatings(page, ['easy', 'good', 'good', 'hard'])
})

test('two devices, one of them offline: what comes late is folded in at its own time', async ({
  page,
  someoneElse,
}) => {
  const account = anAccount('Devices')
  await signUp(page, account)
  const deckId = await shippedDeck(page)
  const phone = await someoneElse()
  await signIn(phone, account)
  await expect(phone.getByRole('button', { name: 'Account' })).toBeVisible()
  await phone.goto(`/study?deck=${deckId}`)
  await page.goto(`/study?deck=${deckId}`)
  const question = await page.getByRole('heading', { level: 1 }).innerText()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(question)
  await phone.context().setOffline(true)
  // The same fact: first on the phone, then on the desk, whose rating is at the server first.
  await rateCard(phone, 'Again')
  await expect(phone.getByText('Offline, 1 rating kept on this device')).toBeVisible()
  await rateCard(page, 'Easy')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await phone.context().setOffline(false)
  await expect(phone.getByText('Saved', { exact: true })).toBeVisible({ timeout: 40_000 })
  const { reviews, memories } = await exported(page.request)
  expect(reviews.map(({ rating }) => rating)).toEqual(['again', 'easy'])
  // Met with Again, then out of the steps with Easy: both moved the schedule, in the order of their times.
  expect(reviews.map(({ scheduled }) => scheduled)).toEqual([true, true])
  expect(memories).toMatchObject([{ state: 'review', reviews: 2 }])
})

for (const [device, years] of [
  ['two years ahead', 2],
  ['one year behind', -1],
] as const) {
  test(`a device whose clock is ${device} has its ratings at the time of the server`, async ({ page }) => {
    await page.clock.install({ time: new Date(Date.now() + years * 365 * 24 * HOUR_MS) })
    const since = Date.now()
    await begin(page)
    const { reviews, memories } = await exported(page.request)
    const at = Date.parse(reviews[0]?.at ?? '')
    expect(at).toBeGreaterThan(since - 1_000)
    expect(at).toBeLessThanOrEqual(Date.now())
    expect(Date.parse(memories[0]?.due ?? '')).toBeGreaterThan(Date.now())
  })
}

test('a clock that was put between rating and sending is held within a month and not after now', async ({ page }) => {
  const { rate, send } = await aStudiedFact(page)
  await send([rate('good', 700 * 24 * HOUR_MS), rate('good', -24 * HOUR_MS)])
  const { reviews } = await exported(page.request)
  const ages = reviews.map(({ at, receivedAt }) => Date.parse(receivedAt) - Date.parse(at))
  expect(ages).toEqual([30 * 24 * HOUR_MS, 0])
})

for (const timeZone of ['Asia/Bishkek', 'America/New_York']) {
  test.describe(`in ${timeZone}`, () => {
    test.use({ timezoneId: timeZone })

    for (const [hours, isReview] of [
      [0, true],
      [3, false],
    ] as const) {
      test(`a second rating is ${isReview ? 'a review' : 'practice'} where the study day ${isReview ? 'ended' : 'did not end'} since the first`, async ({
        page,
      }) => {
        await signUp(page, anAccount('Zone'))
        // The hour that is running there has begun within the last two and a half; the one after the next two has not.
        await page.goto('/account')
        await page.getByLabel('A new study day begins at').selectOption(`${(hourIn(timeZone) + hours) % 24}`)
        await page.getByRole('button', { name: 'Save', exact: true }).first().click()
        await expect(page.getByText('Saved.')).toBeVisible()
        const { rate, send } = await aStudiedFact(page)
        await send([rate('easy', 2.5 * HOUR_MS), rate('good', 0)])
        const { reviews } = await exported(page.request)
        expect(reviews.map(({ scheduled }) => scheduled)).toEqual([true, isReview])
        expect(reviews[0]?.parameters).toContain(timeZone)
      })
    }
  })
}

/** What the clock on the wall shows there. */
function hourIn(timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(new Date()))
}

/** The id of the shipped deck, as the list of decks links to it. */
async function shippedDeck(page: Page): Promise<string> {
  await page.goto('/decks')
  const link = page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first()
  return (await link.getAttribute('href'))?.split('/')[2] ?? ''
}

/** A fact of the shipped deck, and ratings of it as a device sends them. */
async function aStudiedFact(page: Page) {
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
