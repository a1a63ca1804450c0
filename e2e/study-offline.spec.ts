import { check } from './support/check-screen'
import { openDeckOnce, rowsOnDevice } from './support/device'
import { expectRatings, exportOf } from './support/export'
import { settled } from './support/page-ready'
import { anAccount, signIn, signOut, signUp } from './support/people'
import { answerCard, cardIsReady, cardOf, evidence, left, question, rateCard, rating } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

test.use({ serviceWorkers: 'allow' })

// An offline browser logs an error for each request.
const AWAY = /ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/
test.afterEach(({ complaints }) => forgive(complaints, AWAY))

test('a deck that was opened once is studied offline, also after a reload, and its ratings are saved once and in order', async ({
  page,
  context,
  seed,
}) => {
  await seed.account(page, 'Train')
  const deckId = await openDeckOnce(page)
  await context.setOffline(true)
  await page.goto(`/study?deck=${deckId}`)
  const begun = Date.now()
  const given = ['Good', 'Easy', 'Again', 'Easy', 'Hard'] as const
  const seen: string[] = []
  for (const name of given) {
    await cardIsReady(page)
    seen.push(await question(page).innerText())
    await rateCard(page, name)
  }
  await expect(page.getByText('Offline, 5 ratings kept on this device')).toBeVisible()
  await cardIsReady(page)
  const open = await question(page).innerText()
  await page.reload()
  // A gap is drawn as a word of its own.
  await expect(question(page)).toHaveText(open, { useInnerText: true })
  await expect(page.getByText('Offline, 5 ratings kept on this device')).toBeVisible()
  expect(new Set(seen).size).toBe(5)
  // Stored in the database, not only noted.
  await expect.poll(() => countOnDevice(page)).toMatchObject({ waiting: 5 })
  await rateCard(page, 'Easy')
  await rateCard(page, 'Good')
  await expect(page.getByText('Offline, 7 ratings kept on this device')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 40_000 })
  await expectRatings(page, ['good', 'easy', 'again', 'easy', 'hard', 'easy', 'good'])
  // Their time is that of the rating, not of its arrival.
  const { reviews } = await exportOf(page)
  const times = reviews.map(({ at }) => Date.parse(at))
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(times[0]).toBeGreaterThan(begun - 2_000)
  expect(new Set(reviews.map(({ id }) => id)).size).toBe(7)
})

test('the last rating can be undone offline, also after a reload', async ({ page, context, seed }) => {
  await seed.account(page, 'Back')
  const deckId = await openDeckOnce(page)
  await context.setOffline(true)
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  // With its answer, as undo shows it again.
  const first = await question(page).innerText()
  await rating(page, 'Easy').click()
  await cardIsReady(page)
  await expect(question(page)).not.toHaveText(first, { useInnerText: true })
  await page.reload()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(question(page)).toHaveText(first, { useInnerText: true })
  await rating(page, 'Again').click()
  await context.setOffline(false)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 40_000 })
  const { reviews, memories } = await exportOf(page)
  expect(reviews.map((review) => [review.rating, review.reversesId !== null])).toEqual([
    ['easy', false],
    ['easy', true],
    ['again', false],
  ])
  expect(memories).toHaveLength(1)
  expect(memories[0]?.state).toBe('learning')
})

test('a flag set just before going offline holds offline, also after a reload', async ({ page, context, seed }) => {
  await seed.account(page, 'Tunnel')
  const deckId = await openDeckOnce(page)
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  const press = async (key: string) => {
    const asked = await question(page).innerText()
    await page.keyboard.press('Space')
    await expect(evidence(page)).toBeVisible()
    await page.keyboard.press(key)
    return asked
  }
  const known = page.waitForResponse((response) => response.url().endsWith('/api/study-events') && response.ok())
  const buried = await press('-')
  await known
  await cardIsReady(page)
  // This event does not reach the server.
  await page.route('**/api/study-events', (route) => route.abort())
  const suspended = await press('@')
  await cardIsReady(page)
  const starred = await press('*')
  await expect(page.getByRole('img', { name: 'Starred' })).toBeVisible()
  await context.setOffline(true)
  await page.goto(`/study?deck=${deckId}&only=starred`)
  await expect(question(page)).toHaveText(starred)
  await expect(left(page)).toContainText('1 new')
  await page.goto(`/study?deck=${deckId}`)
  await page.reload()
  const seen: string[] = []
  // All of the deck: whichever comes first offline, the flags hold.
  while (seen.length < 30 && !seen.includes(starred)) {
    seen.push(await question(page).innerText())
    await rateCard(page, 'Easy')
  }
  expect(seen).toContain(starred)
  expect(seen).not.toContain(buried)
  expect(seen).not.toContain(suspended)
  await page.reload()
  await cardIsReady(page)
  const taken = cardOf(page)
  await press('@')
  await cardIsReady(page)
  await expect.poll(() => cardOf(page)).not.toBe(taken)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => cardOf(page)).toBe(taken)
  const shown = await question(page).innerText()
  await page.reload()
  await expect(question(page)).toHaveText(shown)
  expect(cardOf(page)).toBe(taken)
})

test('a custom selection of cards works offline too', async ({ page, context, seed }) => {
  await seed.account(page, 'Chosen')
  const deckId = await openDeckOnce(page)
  await page.goto(`/study?deck=${deckId}`)
  for (const name of ['Easy', 'Again'] as const) await answerCard(page, name)
  const { memories } = await exportOf(page)
  const lapsed = memories.find(({ state }) => state === 'learning')?.factId
  await page.goto(`/decks/${deckId}`)
  const packed = page.waitForResponse((response) => response.url().endsWith('/pack') && response.ok())
  await page.getByLabel('Tag', { exact: true }).fill('by rail')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await packed
  await expect.poll(() => tagsOnDevice(page)).toEqual(['by rail'])
  await context.setOffline(true)
  await page.goto(`/study?deck=${deckId}&only=forgotten`)
  await expect(left(page)).toContainText(/0 new.*1 learning.*0 due/s)
  await page.goto(`/study?deck=${deckId}&only=tag:by%20rail`)
  await expect(left(page)).toContainText('1 learning')
  // The address names the shown card.
  await expect.poll(() => new URL(page.url()).searchParams.get('facts')?.split(',') ?? []).toContain(lapsed)
  await page.goto(`/study?deck=${deckId}&only=tag:by%20road`)
  await expect(page.getByRole('heading', { name: 'Nothing to study here' })).toBeVisible()
  await page.goto(`/study?deck=${deckId}&only=exam`)
  await expect(page.getByRole('heading', { name: 'Nothing to study here' })).toBeVisible()
})

test('an offline session loads the cards of a new study day', async ({ page, context, seed }) => {
  await seed.settings(await seed.account(page, 'Night train'), { newPerDay: 5 })
  const deckId = await openDeckOnce(page)
  await page.clock.install({ time: new Date() })
  await context.setOffline(true)
  await page.goto(`/study?deck=${deckId}`)
  await rateCard(page, 'Easy')
  await expect(left(page)).toContainText('4 new')
  const open = await question(page).innerText()
  await page.clock.fastForward(24 * 3_600_000)
  await expect(left(page)).toContainText('5 new')
  await expect(question(page)).toHaveText(open)
  await expect(page.getByText('Offline, 1 rating kept on this device')).toBeVisible()
  await rateCard(page, 'Good')
  await expect(page.getByText('Offline, 2 ratings kept on this device')).toBeVisible()
})

test('shortcuts that the learner has turned off are also off offline', async ({ page, context, seed }) => {
  await seed.settings(await seed.account(page, 'Voice'), { singleKeys: false })
  const deckId = await openDeckOnce(page)
  await context.setOffline(true)
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  await page.keyboard.press('Enter')
  await expect(evidence(page)).toBeVisible()
  await page.keyboard.press('3')
  await settled(page)
  await expect(evidence(page)).toBeVisible()
  await rating(page, 'Good').click()
  await expect(page.getByText('Offline, 1 rating kept on this device')).toBeVisible()
})

test('a page that cannot be fetched lists what can be studied, and loads when it can be fetched', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await openDeckOnce(page)
  await context.setOffline(true)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  await page.goto('/classes')
  await expect(page.getByText('This page needs a connection.')).toBeVisible()
  await page.getByRole('link', { name: 'Study The foreign policy of Kyrgyzstan' }).click()
  await cardIsReady(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await settled(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto('/decks')
  await expect(page.getByRole('heading', { name: 'Decks on this device' })).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Go back' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Decks' })).toBeVisible()
})

test('signing out deletes the learner’s decks from the device and keeps unsent ratings for their return', async ({
  page,
  context,
}) => {
  const account = anAccount('Shared')
  await signUp(page, account)
  const deckId = await openDeckOnce(page)
  await page.route('**/api/study-events', (route) => route.abort())
  await page.goto(`/study?deck=${deckId}`)
  await rateCard(page, 'Easy')
  await expect(page.getByText('The server cannot be reached, 1 rating kept on this device')).toBeVisible()
  await page.goto('/decks')
  await signOut(page)
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect.poll(() => countOnDevice(page)).toEqual({ packs: 0, waiting: 1 })
  const stored = await page.evaluate(async () => {
    const names = await caches.keys()
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return keys.flat().map(({ url }) => new URL(url).pathname)
  })
  // The cache of the service worker never contained a learner's data.
  expect(stored.filter((path) => !path.startsWith('/_next/static/')).sort()).toEqual(['/icon.svg', '/offline'])
  await context.setOffline(true)
  await page.goto('/')
  await expect(page.getByText('No deck is on this device yet')).toBeVisible()
  await context.setOffline(false)
  await page.unroute('**/api/study-events')
  await signIn(page, account)
  await expectRatings(page, ['easy'])
})

async function tagsOnDevice(page: Page): Promise<string[]> {
  const packs = await rowsOnDevice<{ pack: { facts: { tags: string[] }[] } }>(page, 'packs')
  return [...new Set(packs.flatMap(({ pack }) => pack.facts.flatMap(({ tags }) => tags)))]
}

async function countOnDevice(page: Page): Promise<{ packs: number; waiting: number }> {
  const packs = await rowsOnDevice(page, 'packs')
  const events = await rowsOnDevice<{ state: string }>(page, 'events')
  return { packs: packs.length, waiting: events.filter(({ state }) => state === 'waiting').length }
}

test('every offline screen has no accessibility violation', async ({ page, context }) => {
  await page.goto('/')
  const deckId = await openDeckOnce(page)
  await context.setOffline(true)
  await page.goto('/decks')
  await expect(page.getByRole('heading', { name: 'Decks on this device' })).toBeVisible()
  await check(page, 'Decks on this device')
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  await page.keyboard.press('Enter')
  await expect(rating(page, 'Good')).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByText('Offline, 1 rating kept on this device')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(rating(page, 'Good')).toBeVisible()
  await check(page, 'Study without a connection')
})

test('the app can be installed: it has a manifest, icons and colours', async ({ page }) => {
  await page.goto('/')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await page.request.get(href ?? '')).json()
  expect(manifest).toMatchObject({ name: 'Bilim', start_url: '/', display: 'standalone' })
  for (const { src, sizes } of manifest.icons as { src: string; sizes: string }[]) {
    const size = await page.evaluate(async (url) => {
      const image = new Image()
      image.src = url
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, src)
    if (sizes !== 'any') expect(size).toBe(sizes)
  }
  expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(true)
  expect(manifest.shortcuts.map(({ url }: { url: string }) => url)).toEqual(['/study', '/decks', '/documents/new'])
})
