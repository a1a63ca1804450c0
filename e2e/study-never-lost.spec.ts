import { expectRatings, exportOf } from './support/export'
import { begin } from './support/reviews'
import { rateCard } from './support/study'
import { expect, forgive, test } from './support/test'

const AWAY = /ERR_|Failed to fetch|status of 50/
test.afterEach(({ complaints }) => forgive(complaints, AWAY))

test('leaving Study before a rating is saved shows it counted as soon as it is saved', async ({ page, seed }) => {
  await seed.account(page, 'Fast')
  const deckId = await seed.shippedDeck()
  await page.goto(`/study?deck=${deckId}`)
  let letGo = () => {}
  const held = new Promise<void>((done) => {
    letGo = done
  })
  await page.route('**/api/study-events', async (route) => {
    await held
    await route.continue()
  })
  await rateCard(page, 'Again')
  await page.getByRole('link', { name: /^Back to/ }).click()
  await expect(page.getByRole('heading', { name: /^\d+ new facts?,/ })).toBeVisible()
  letGo()
  await expect(page.getByRole('heading', { name: /^1 to review,/ })).toBeVisible()
})

test('two tabs share one queue: no event is sent by both, and both badges show the same state', async ({
  page,
  context,
}) => {
  await begin(page)
  const secondTab = await context.newPage()
  await secondTab.goto(page.url())
  await context.setOffline(true)
  await rateCard(page, 'Good')
  await rateCard(secondTab, 'Good')
  await rateCard(page, 'Hard')
  for (const tab of [page, secondTab]) {
    await expect(tab.getByText(/^(Offline|The server cannot be reached), 3 ratings kept on this device$/)).toBeVisible({
      timeout: 20_000,
    })
  }
  // What reaches the server from here on, and for how long each request is under way.
  const [sent, open] = [[] as string[], { now: 0, most: 0 }]
  await context.route('**/api/study-events', async (route) => {
    open.now += 1
    open.most = Math.max(open.most, open.now)
    sent.push(...(route.request().postDataJSON() as { events: { id: string }[] }).events.map(({ id }) => id))
    const response = await route.fetch()
    open.now -= 1
    await route.fulfill({ response })
  })
  await context.setOffline(false)
  for (const tab of [page, secondTab]) {
    await expect(tab.getByText('Saved', { exact: true })).toBeVisible({ timeout: 40_000 })
    await expect(tab.getByText(/Offline/)).toHaveCount(0)
  }
  expect(sent).toHaveLength(3)
  expect(new Set(sent).size).toBe(3)
  expect(open.most).toBe(1)
  await expectRatings(page, ['easy', 'good', 'good', 'hard'])
})

test('late ratings of an offline device are applied at the time of the rating', async ({ page, someoneElse, seed }) => {
  const learner = await seed.account(page, 'Devices')
  const deckId = await seed.shippedDeck()
  const phone = await someoneElse()
  await seed.device(phone, learner)
  await phone.goto(`/study?deck=${deckId}`)
  await page.goto(`/study?deck=${deckId}`)
  const question = await page.getByRole('heading', { level: 1 }).innerText()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(question)
  await phone.context().setOffline(true)
  // The same fact: first on the phone, then on the desk, whose rating is at the server first.
  await rateCard(phone, 'Again')
  await expect(phone.getByText(/^(Offline|The server cannot be reached), 1 rating kept on this device$/)).toBeVisible()
  await rateCard(page, 'Easy')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await phone.context().setOffline(false)
  await expect(phone.getByText('Saved', { exact: true })).toBeVisible({ timeout: 40_000 })
  const { reviews, memories } = await exportOf(page)
  expect(reviews.map(({ rating }) => rating)).toEqual(['again', 'easy'])
  // Met with Again, then out of the steps with Easy: both moved the schedule, in the order of their times.
  expect(reviews.map(({ scheduled }) => scheduled)).toEqual([true, true])
  expect(memories).toMatchObject([{ state: 'review', reviews: 2 }])
})
