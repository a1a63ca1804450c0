import { randomUUID } from 'node:crypto'
import type { Server } from '../e2e/support/start-server'

export type Card = { factId: string; itemId: string; revisionId: string }
export type Learner = { learnerId: string; sessionId: string; cookie: string }
export type Save = { learner: Learner; card: Card; id: string }

/** One card a fact, by the ids that the study page would have sent. */
export const CARDS = `SELECT DISTINCT ON (l."factId") l."factId", i."id" "itemId", r."id" "revisionId"
  FROM "Item" i JOIN "ItemFact" l ON l."itemId" = i."id" JOIN "Revision" r ON r."itemId" = i."id"
  JOIN "Document" d ON d."id" = i."documentId" WHERE d."ownerId" IS NULL ORDER BY l."factId", i."id"`
export const SESSIONS = 'SELECT "id" "sessionId", "learnerId" FROM "Session"'

/** Guests, made as strangers are: by their first rating. */
export async function makeGuests(server: Server, count: number, card: Card): Promise<Omit<Learner, 'sessionId'>[]> {
  const guests = []
  for (let guest = 0; guest < count; guest += 1) {
    const headers = { 'content-type': 'application/json', origin: server.url }
    const response = await fetch(`${server.url}/api/study-events`, {
      method: 'POST',
      headers,
      body: bodyOf(null, card),
    })
    if (!response.ok)
      throw new Error(`A guest's first rating was answered ${response.status}: ${await response.text()}`)
    const { owner } = (await response.json()) as { owner: string }
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
    guests.push({ learnerId: owner, cookie: cookie.join('; ') })
  }
  return guests
}

/** Each learner with each card once; neighbours are different learners, as in a class. */
export function savesOf(learners: readonly Learner[], cards: readonly Card[]): Save[] {
  return cards.flatMap((card) => learners.map((learner) => ({ learner, card, id: randomUUID() })))
}

/** Each learner's cards in queues of so many, as a device sends that was offline. */
export function queuesOf(learners: readonly Learner[], cards: readonly Card[], length: number): Save[][] {
  const starts = Array.from({ length: Math.floor(cards.length / length) }, (_, at) => at * length)
  return starts.flatMap((start) =>
    learners.map((learner) => cards.slice(start, start + length).map((card) => ({ learner, card, id: randomUUID() }))),
  )
}

export function queueBody(saves: readonly Save[]): string {
  const [owner, now] = [saves[0]?.learner.learnerId, Date.now()]
  const rated = { rating: 'good', at: now, durationMs: 4_000 }
  return JSON.stringify({
    sentAt: now,
    owner,
    events: saves.map(({ id, card }) => ({ kind: 'rating', id, ...card, ...rated })),
  })
}

export function bodyOf(owner: string | null, card: Card, id: string = randomUUID()): string {
  const now = Date.now()
  return JSON.stringify({
    sentAt: now,
    owner,
    events: [{ kind: 'rating', id, ...card, rating: 'good', at: now, durationMs: 4_000 }],
  })
}

/** Which id of the recorded save stands for which of this one. */
export function idsOf(recorded: Save, wanted: Save): Record<string, string> {
  const list = ({ learner, card, id }: Save) => [learner.learnerId, learner.sessionId, ...Object.values(card), id]
  const current = list(wanted)
  return Object.fromEntries(list(recorded).map((old, index) => [old, current[index] ?? old]))
}
