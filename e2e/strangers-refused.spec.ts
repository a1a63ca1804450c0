import { randomUUID } from 'node:crypto'
import { OWN_TITLE } from './support/own-text'
import type { Seeder } from './support/seeder'
import { expect, forgive, type Page, test } from './support/test'

// Words that only the owner and learners of a class with the deck may read.
const SECRET = /waggle dance in 1927|Bingham|Notes on bees/i

/** Everything that an owner has: a deck of a private document, a quiz, an attempt and a class. */
type Belongings = {
  deckId: string
  quizId: string
  attemptId: string
  classId: string
  code: string
  factIds: readonly string[]
}

test('a stranger who guesses an id gets no page, no file and no API response', async ({
  page,
  someoneElse,
  complaints,
  seed,
}) => {
  const owned = await belongingsOf(page, seed)
  const stranger = await someoneElse()
  const guest = await someoneElse()
  await seed.guest(guest)
  const neighbour = await someoneElse()
  await seed.account(neighbour, 'Other Teacher')

  for (const person of [stranger, guest, neighbour]) {
    for (const path of pathsOf(owned)) {
      const response = await person.request.get(path)
      const refused =
        response.status() === 404 || response.status() === 401 || /\/sign-in|\/decks$/.test(response.url())
      expect(refused, `${path} answered ${response.status()} at ${response.url()}`).toBe(true)
      expect(await response.text(), path).not.toMatch(SECRET)
    }
  }
  forgive(complaints, /status of 40/)
})

test('a learner of the class sees the assigned deck, but not the table, other learners or the teacher’s tabs', async ({
  page,
  someoneElse,
  seed,
}) => {
  const owned = await belongingsOf(page, seed)
  const learner = await someoneElse()
  await seed.classmate(learner, owned.code, 'Gulnara')
  await learner.goto(`/decks/${owned.deckId}`)
  await expect(learner.getByRole('heading', { name: OWN_TITLE, level: 1 })).toBeVisible()
  const items = await (await learner.request.get(`/decks/${owned.deckId}/items`)).text()
  expect(items).not.toMatch(/Accept item \d/)
  for (const tab of ['learners', 'questions', 'gradebook', 'assign', 'gradebook/csv']) {
    // Redirected to their own view of the class, or not found.
    const response = await learner.request.get(`/classes/${owned.classId}/${tab}`)
    const refused = response.status() === 404 || response.url().endsWith(`/classes/${owned.classId}`)
    expect(refused, `${tab} answered ${response.status()} at ${response.url()}`).toBe(true)
  }
  await learner.goto(`/classes/${owned.classId}`)
  await expect(learner.getByText('You are Gulnara in this class.')).toBeVisible()
  await expect(learner.getByText(owned.code)).toHaveCount(0)
})

test('a rating of another person’s fact, in another person’s name or from another site is not saved', async ({
  page,
  someoneElse,
  server,
  seed,
}) => {
  const owned = await belongingsOf(page, seed)
  const neighbour = await someoneElse()
  await seed.guest(neighbour)
  const now = Date.now()
  const review = {
    kind: 'rating',
    id: randomUUID(),
    factId: owned.factIds[0],
    itemId: randomUUID(),
    revisionId: randomUUID(),
    rating: 'good',
    at: now,
    durationMs: 1000,
  }
  const body = { sentAt: now, owner: null, events: [review] }
  const guessed = await neighbour.request.post('/api/study-events', { data: body })
  expect((await guessed.json()).results).toMatchObject([{ kind: 'rejected', reason: 'no-such-fact' }])

  const inAnothersName = await neighbour.request.post('/api/study-events', { data: { ...body, owner: randomUUID() } })
  expect(inAnothersName.status()).toBe(409)
  const headers = { origin: 'https://elsewhere.example', host: new URL(server.url).host }
  const fromElsewhere = await page.request.post('/api/study-events', { data: body, headers })
  expect(fromElsewhere.status()).toBe(403)
  expect((await neighbour.request.post('/api/study-events', { data: 'nonsense' })).status()).toBeGreaterThanOrEqual(400)
})

test('a sign-out from another site is refused', async ({ page, seed }) => {
  await seed.account(page, 'Signed in')
  const foreign = { origin: 'https://elsewhere.example' }
  expect((await page.request.post('/api/sign-out', { headers: foreign })).status()).toBe(403)
  expect((await page.request.get('/api/export')).status()).toBe(200)
})

test('a refused rating or flag does not create a guest', async ({ page }) => {
  const sentAt = Date.now()
  const events = [ratingAt(sentAt), flagAt(sentAt)]
  const answer = await page.request.post('/api/study-events', { data: { sentAt, owner: null, events } })
  const rejected = [{ kind: 'rejected', reason: 'no-such-fact' }, { kind: 'flag-rejected' }]
  expect(await answer.json()).toMatchObject({ owner: null, results: rejected })
  expect(await page.context().cookies()).toEqual([])
})

test('an invalid date is refused, and a valid one is accepted however wrong it is', async ({ page }) => {
  const post = async (sentAt: unknown, event: object) => {
    const answer = await page.request.post('/api/study-events', { data: { sentAt, owner: null, events: [event] } })
    return answer.status()
  }
  const statusOf = async (at: unknown, sentAt: unknown) => [
    await post(sentAt, ratingAt(at)),
    await post(sentAt, flagAt(at)),
  ]
  const now = Date.now()
  for (const none of [-1, 0.5, 8.64e15, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1e308, null, 'noon']) {
    expect(await statusOf(none, now), `done at ${none}`).toEqual([400, 400])
    expect(await statusOf(0, none), `sent at ${none}`).toEqual([400, 400])
  }
  for (const wrong of [0, Date.UTC(1970, 1, 1), Date.UTC(2999, 0, 1)]) {
    expect(await statusOf(wrong, now), `done at ${wrong}`).toEqual([200, 200])
    expect(await statusOf(0, wrong), `sent at ${wrong}`).toEqual([200, 200])
  }
})

test('requests of the owner that another person sends again change nothing', async ({
  page,
  someoneElse,
  complaints,
  seed,
}) => {
  const sent: { url: string; headers: Record<string, string>; body: Buffer }[] = []
  page.on('request', (request) => {
    const body = request.postDataBuffer()
    if (request.method() === 'POST' && body) sent.push({ url: request.url(), headers: request.headers(), body })
  })
  const owned = await belongingsOf(page, seed)
  await page.goto(`/decks/${owned.deckId}/items?show=all`)
  const item = page.getByRole('article', { name: /^Item 1,/ })
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(item).toHaveAccessibleName(/Rejected$/)
  // The decision has moved the focus to the next item.
  await item.getByRole('link').click()
  await item.getByRole('button', { name: 'Accept' }).click()
  await expect(item).toHaveAccessibleName(/Accepted$/)
  // The toast says so after saving; the item shows it before.
  await expect(page.getByText(/^Accepted “/)).not.toHaveCount(0)

  const neighbour = await someoneElse()
  await seed.guest(neighbour)
  const replayed = sent.filter(({ headers }) => headers['next-action'])
  expect(replayed.length).toBeGreaterThan(1)
  for (const { url, headers, body } of replayed) {
    const { cookie: _, 'content-length': __, ...rest } = headers
    const answer = await neighbour.request.post(url, { headers: rest, data: body, maxRedirects: 0 }).catch(() => null)
    expect((await answer?.text()) ?? '', url).not.toMatch(SECRET)
  }
  await page.reload()
  await expect(item).toHaveAccessibleName(/Accepted/)
  await page.goto(`/classes/${owned.classId}`)
  await expect(page.getByText(/^No learners/)).toBeVisible()
  forgive(complaints, /status of [45]/)
})

/** A rating of a fact that does not exist. */
function ratingAt(at: unknown): object {
  const ids = { id: randomUUID(), factId: randomUUID(), itemId: randomUUID(), revisionId: randomUUID() }
  return { kind: 'rating', ...ids, rating: 'good', at, durationMs: 1000 }
}

function flagAt(at: unknown): object {
  return { kind: 'flag', id: randomUUID(), factId: randomUUID(), flag: 'star', on: true, at }
}

async function belongingsOf(page: Page, seed: Seeder): Promise<Belongings> {
  const { owner, deckId, factIds } = await seed.accountWithDeck(page, 'Owner')
  await seed.reviews(owner, factIds, [{ fact: 0, rating: 'good', daysAgo: 0 }])
  const { quizId, attemptId } = await seed.attempt(owner, deckId)
  const { id: classId, code } = await seed.schoolClass(owner, 'Secret class')
  await seed.assignment(owner, { classId, deckId, kind: 'practice' })
  return { deckId, quizId, attemptId, classId, code, factIds }
}

function pathsOf({ deckId, quizId, attemptId, classId }: Belongings): string[] {
  return [
    `/decks/${deckId}`,
    `/decks/${deckId}/quiz`,
    `/decks/${deckId}/text`,
    `/decks/${deckId}/items`,
    `/study?deck=${deckId}`,
    `/quizzes/${quizId}`,
    `/attempts/${attemptId}`,
    `/attempts/${attemptId}/result`,
    `/classes/${classId}`,
    `/classes/${classId}/learners`,
    `/classes/${classId}/questions`,
    `/classes/${classId}/gradebook`,
    `/classes/${classId}/gradebook/csv`,
    `/classes/${classId}/assign`,
    ...['decks', 'quizzes', 'attempts', 'classes'].map((noun) => `/${noun}/${randomUUID()}`),
    ...['decks', 'quizzes', 'attempts', 'classes'].map((noun) => `/${noun}/not-an-id`),
  ]
}
