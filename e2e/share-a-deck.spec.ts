import { check } from './support/check-screen'
import { rowsOnDevice } from './support/device'
import { OWN_TITLE } from './support/own-text'
import { settled } from './support/page-ready'
import type { Seeder } from './support/seeder'
import { answerCard, rating } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

test('a deck is shared by a link, studied without an account, and not found after the link is revoked', async ({
  page,
  someoneElse,
  complaints,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page, 'Owner')
  await page.goto(`/decks/${deckId}`)
  const link = await makeLink(page)
  await expect(page.getByLabel('Link to this deck')).toBeFocused()
  await check(page, 'Deck, shared by a link')

  const stranger = await someoneElse()
  await stranger.goto(link)
  await expect(stranger.getByRole('heading', { name: OWN_TITLE, level: 1 })).toBeVisible()
  await check(stranger, 'A shared deck')
  // Viewing a shared deck stores nothing and gives no access.
  expect(await stranger.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: expect.stringMatching(/session/) }),
  )
  expect((await stranger.request.get(`/decks/${deckId}`)).status()).toBe(404)

  await stranger.getByRole('button', { name: 'Study this deck' }).click()
  await answerCard(stranger, 'Good')
  await stranger.goto('/decks')
  await expect(stranger.getByRole('region', { name: 'Shared with you' }).getByText(OWN_TITLE)).toBeVisible()
  await stranger.goto(`/decks/${deckId}`)
  await expect(stranger.getByText('Shared with you by a link')).toBeVisible()
  await expect(stranger.getByRole('button', { name: 'Make a link' })).toHaveCount(0)
  expect(await (await stranger.request.get(`/decks/${deckId}/items`)).text()).not.toMatch(/>Accept/)

  await page.reload()
  await expect(page.getByText('One learner has opened it.')).toBeVisible()
  // Other people lose the deck, so it takes two clicks.
  await expect(page.getByRole('button', { name: 'Take the link back' })).toBeHidden()
  await page.getByText('Stop sharing').click()
  await expect(page.getByText('One learner loses the deck and keeps what they remember.')).toBeVisible()
  await page.getByRole('button', { name: 'Take the link back' }).click()
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeFocused()
  for (const path of [`/decks/${deckId}`, `/study?deck=${deckId}`, link]) {
    expect((await stranger.request.get(path)).status(), path).toBe(404)
  }
  await stranger.goto('/decks')
  await expect(stranger.getByText(OWN_TITLE)).toHaveCount(0)
  await stranger.goto(link)
  await expect(stranger.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
  forgive(complaints, /status of 404/)
})

test('if all questions of a deck wait for a check, every screen says so to its author and to its readers', async ({
  page,
  someoneElse,
  seed,
}) => {
  const author = await seed.account(page, 'Owner')
  const { deckId, documentId } = await seed.deck(author)
  await seed.doubtAll(documentId)
  const waiting = page.getByText(/^\d+ questions? to check, about (a minute|\d+ minutes)\.$/)
  const toItems = page.getByRole('link', { name: 'Check them' })
  for (const path of [`/decks/${deckId}`, `/decks/${deckId}/quiz`, `/study?deck=${deckId}`]) {
    await page.goto(path)
    await expect(waiting, path).toBeVisible()
    await expect(toItems, path).toHaveAttribute('href', `/decks/${deckId}/items?show=to-check`)
    await expect(page.getByText(/nothing was found|cards only/i), path).toHaveCount(0)
  }
  await page.goto('/decks')
  await expect(waiting).toBeVisible()

  await page.goto(`/decks/${deckId}`)
  await check(page, 'Deck, nothing reviewed yet')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const reader = await someoneElse()
  await reader.goto(new URL(await page.getByLabel('Link to this deck').inputValue()).pathname)
  await reader.getByRole('button', { name: 'Study this deck' }).click()
  await expect(reader).toHaveURL(/\/study\?deck=/)
  for (const path of [`/decks/${deckId}`, `/decks/${deckId}/quiz`, `/study?deck=${deckId}`]) {
    await reader.goto(path)
    await expect(
      reader.getByText('Nothing is ready here yet: the author has not checked the questions.'),
      path,
    ).toBeVisible()
    await expect(reader.getByRole('link', { name: 'Check them' }), path).toHaveCount(0)
  }

  await page.goto(`/decks/${deckId}/items?show=to-check`)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByText(/Accepted “/).first()).toBeVisible()
  await reader.goto(`/decks/${deckId}`)
  await expect(reader.getByText('Nothing is ready here yet: the author has not checked the questions.')).toHaveCount(0)
  // Once something is ready, the end of a session tells the author, and no reader, of the others.
  for (const [person, told] of [
    [page, 1],
    [reader, 0],
  ] as const) {
    await person.goto(`/study?deck=${deckId}`)
    await answerCard(person, 'Easy')
    await expect(person.getByRole('heading', { name: 'Session done' })).toBeVisible()
    await expect(person.getByText(/\d+ questions? to check, about/)).toHaveCount(told)
  }
})

test('a reader who studies on after the link is revoked is told that ratings are not saved', async ({
  page,
  someoneElse,
  complaints,
  seed,
}) => {
  // The device requests its pack of the deck from time to time and is refused.
  forgive(complaints, /status of 404 .*\/pack\)/)
  const link = await shareOwnDeck(page, seed)
  const reader = await someoneElse()
  await reader.goto(link)
  await reader.getByRole('button', { name: 'Study this deck' }).click()
  await answerCard(reader, 'Good')
  await page.getByRole('button', { name: 'Take the link back' }).click()
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible()
  await answerCard(reader, 'Good')
  const told = reader.getByText(/^One rating was not saved: its card is gone, or its deck is no longer shared/)
  await expect(told).toBeVisible()
  await expect(reader.getByText('Saved', { exact: true })).toHaveCount(0)
  await answerCard(reader, 'Good')
  await expect(reader.getByText(/^2 ratings were not saved/)).toBeVisible()
  await expect(reader.getByText('Saved', { exact: true })).toHaveCount(0)
})

test('a reader who rated a deck while its link was revoked is told what was not saved and what to do', async ({
  page,
  someoneElse,
  complaints,
  seed,
}) => {
  const link = await shareOwnDeck(page, seed)
  const reader = await someoneElse()
  await reader.goto(link)
  await reader.getByRole('button', { name: 'Study this deck' }).click()
  await answerCard(reader, 'Good')
  await reader.route('**/api/study-events', (route) => route.abort())
  await reader.getByRole('button', { name: 'Show answer' }).click()
  await rating(reader, 'Good').click()
  await expect(reader.getByText('The server cannot be reached, 1 rating kept on this device')).toBeVisible()
  await page.reload()
  await page.getByText('Stop sharing').click()
  await page.getByRole('button', { name: 'Take the link back' }).click()
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible()

  // This page must send the rating: the previous page would, if it could.
  await reader.goto('/decks')
  await reader.unroute('**/api/study-events')
  await expect(
    reader.getByText(/^A rating from this device was not saved: its deck is no longer shared with you/),
  ).toBeVisible()
  await check(reader, 'Told that a rating was not saved')
  // Only once: nothing waits any more, and the page does not load Dexie (which has the string MissingAPI) to find that out.
  const scripts: string[] = []
  reader.on('request', (request) => {
    if (request.url().includes('/_next/static/chunks/')) scripts.push(request.url())
  })
  await reader.reload()
  await settled(reader)
  // Requested after the page's own check, so it is answered after that.
  expect((await rowsOnDevice<{ state: string }>(reader, 'events')).map(({ state }) => state)).toEqual([
    'saved',
    'saved',
  ])
  await settled(reader)
  expect(scripts.length).toBeGreaterThan(0)
  for (const url of new Set(scripts))
    expect(await (await reader.request.get(url)).text(), url).not.toContain('MissingAPI')
  await expect(reader.getByText(/was not saved/)).toHaveCount(0)
  forgive(complaints, /ERR_FAILED/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a link is created, opened and revoked by forms', async ({ page, browser, baseURL, seed }) => {
    const { deckId } = await seed.accountWithDeck(page, 'Owner')
    await page.goto(`/decks/${deckId}`)
    const link = await makeLink(page)
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
    const stranger = await context.newPage()
    await stranger.goto(link)
    await stranger.getByRole('button', { name: 'Look at it first' }).click()
    await expect(stranger).toHaveURL(new RegExp(`/decks/${deckId}$`))
    await page.getByRole('button', { name: 'Take the link back' }).click()
    await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible()
    expect((await stranger.goto(`/decks/${deckId}`))?.status()).toBe(404)
    await context.close()
  })
})

/** Creates a link on the page of an own deck. Returns its path, because its host may be the address in the network. */
async function makeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a link' }).click()
  const field = page.getByLabel('Link to this deck')
  await expect(field).toHaveValue(/\/shared\/[\w-]{22}$/)
  return new URL(await field.inputValue()).pathname
}

/** Opens the deck of a new account and returns the path of its link, which nobody has opened yet. */
async function shareOwnDeck(page: Page, seed: Seeder): Promise<string> {
  const { owner, deckId } = await seed.accountWithDeck(page, 'Owner')
  const link = await seed.share(owner, deckId)
  await page.goto(`/decks/${deckId}`)
  return link
}
