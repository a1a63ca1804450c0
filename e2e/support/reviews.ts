import { randomUUID } from 'node:crypto'
import { expect, type Page } from './test'

const DAY_MS = 86_400_000

export type Sent = {
  /** Place of the fact in the deck's document. */
  readonly fact: number
  readonly rating: 'again' | 'hard' | 'good' | 'easy'
  readonly daysAgo: number
}

type Exported = {
  learner: { id: string }
  documents: { title: string; facts: { id: string; position: number; retired: boolean }[]; items: ExportedItem[] }[]
}
type ExportedItem = { id: string; facts: { factId: string; slot: number }[]; revisions: { id: string }[] }

/** Ratings of an own document's facts, as a device that was offline until now sends them. Returns their ids. */
export async function sendReviews(page: Page, title: string, reviews: readonly Sent[]): Promise<readonly string[]> {
  const exported = (await (await page.request.get('/api/export')).json()) as Exported
  const document = exported.documents.find((one) => one.title === title)
  const facts = [...(document?.facts ?? [])].sort((one, other) => one.position - other.position)
  const now = Date.now()
  const rows = reviews.map(({ fact, rating, daysAgo }) => {
    const factId = facts[fact]?.id ?? ''
    const item = document?.items.find((one) => one.facts.some((link) => link.factId === factId))
    const named = { id: randomUUID(), factId, itemId: item?.id, revisionId: item?.revisions[0]?.id }
    return { ...named, rating, at: Math.round(now - daysAgo * DAY_MS), durationMs: 6000 }
  })
  await post(page, exported.learner.id, now, rows)
  return rows.map(({ id }) => id)
}

export async function undoReview(page: Page, reversesId: string): Promise<void> {
  const exported = (await (await page.request.get('/api/export')).json()) as Exported
  const now = Date.now()
  await post(page, exported.learner.id, now, [{ id: randomUUID(), reversesId, at: now }])
}

async function post(page: Page, owner: string, sentAt: number, reviews: readonly object[]): Promise<void> {
  const answer = await page.request.post('/api/reviews', { data: { sentAt, owner, reviews } })
  const { results } = (await answer.json()) as { results: { kind: string }[] }
  expect(results.map(({ kind }) => kind)).toEqual(reviews.map(() => 'saved'))
}
